package io.quintet.messages;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import io.quintet.core.i18n.po.PoEntry;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Finds the messages in Java sources: the literal arguments of {@code gettext}, {@code pgettext},
 * {@code ngettext}, {@code npgettext} and {@code gettextNoop}. The sources are parsed, not
 * compiled.
 */
final class JavaMessages {
  private static final Pattern FORMATTED =
      Pattern.compile("%(?:\\d+\\$)?[-#+ 0,(]*\\d*(?:\\.\\d+)?[a-zA-Z]");
  private static final String REMARK = "Translators";
  private static final int MOST_LINES_OF_REMARK = 10;

  private JavaMessages() {}

  /**
   * The messages of a source, in its order.
   *
   * @param name what references call it
   * @throws IllegalStateException if this is not a JDK
   */
  static List<PoEntry> of(String name, String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IllegalStateException(
          "Messages of Java sources are found by the compiler of a JDK; this is a JRE.");
    }
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreErrors) {
            return source;
          }
        };
    JavacTask task =
        (JavacTask)
            compiler.getTask(
                null, null, diagnostic -> {}, List.of("-proc:none"), null, List.of(file));
    Scanner scanner = new Scanner(name, source, Trees.instance(task).getSourcePositions());
    try {
      for (CompilationUnitTree unit : task.parse()) {
        scanner.unit = unit;
        scanner.scan(unit, null);
      }
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return scanner.found;
  }

  private static final class Scanner extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final String name;
    private final List<String> lines;
    private final SourcePositions positions;
    private final List<PoEntry> found = new ArrayList<>();
    private @Nullable CompilationUnitTree unit;

    Scanner(String name, String source, SourcePositions positions) {
      this.name = name;
      this.lines = source.lines().toList();
      this.positions = positions;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
      List<? extends ExpressionTree> given = call.getArguments();
      switch (method(call.getMethodSelect())) {
        case "gettext", "gettextNoop" -> add(call, "", text(given, 0), "");
        case "pgettext" -> add(call, text(given, 0), text(given, 1), "");
        case "ngettext" -> add(call, "", text(given, 0), text(given, 1));
        case "npgettext" -> add(call, text(given, 0), text(given, 1), text(given, 2));
        default -> {}
      }
      return super.visitMethodInvocation(call, nothing);
    }

    private static String method(ExpressionTree select) {
      return switch (select) {
        case IdentifierTree name -> name.getName().toString();
        case MemberSelectTree member -> member.getIdentifier().toString();
        default -> "";
      };
    }

    private void add(
        MethodInvocationTree call,
        @Nullable String context,
        @Nullable String id,
        @Nullable String plural) {
      CompilationUnitTree file = unit;
      if (context == null || id == null || id.isEmpty() || plural == null || file == null) {
        return;
      }
      int line = (int) file.getLineMap().getLineNumber(positions.getStartPosition(file, call));
      boolean formatted = FORMATTED.matcher(id + plural).find();
      found.add(
          PoEntry.found(
              context,
              id,
              plural,
              remark(line),
              List.of(name + ":" + line),
              formatted ? List.of("java-printf-format") : List.of()));
    }

    /** The comment for translators that ends on the line before. */
    private List<String> remark(int line) {
      StringBuilder text = new StringBuilder();
      for (int i = line - 2; i >= 0 && i >= line - 1 - MOST_LINES_OF_REMARK; i--) {
        String above = lines.get(i).strip();
        if (!above.startsWith("//") && !above.startsWith("/*") && !above.startsWith("*")) {
          return List.of();
        }
        String words = above.replaceAll("^[/*]+ ?| ?\\*+/$", "").strip();
        text.insert(0, text.isEmpty() ? words : words + " ");
        if (words.startsWith(REMARK)) {
          return List.of(text.toString());
        }
      }
      return List.of();
    }

    private static @Nullable String text(List<? extends ExpressionTree> given, int index) {
      return index < given.size() ? text(given.get(index)) : null;
    }

    /** A literal, or several joined by plus; null for anything that is known only while running. */
    private static @Nullable String text(ExpressionTree tree) {
      return switch (tree) {
        case LiteralTree literal -> literal.getValue() instanceof String text ? text : null;
        case ParenthesizedTree inner -> text(inner.getExpression());
        case BinaryTree sum when sum.getKind() == Tree.Kind.PLUS -> {
          String left = text(sum.getLeftOperand());
          String right = text(sum.getRightOperand());
          yield left == null || right == null ? null : left + right;
        }
        default -> null;
      };
    }
  }
}
