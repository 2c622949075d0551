package io.quintet.templates;

import io.quintet.core.i18n.po.PoEntry;
import io.quintet.templates.library.BlockMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the messages in the text of a template: those of {@code translate}, {@code blocktranslate}
 * and {@code _("…")}, with the comments for translators before them. The template is cut into its
 * tags only, so that no library of its has to be there.
 */
public final class TemplateMessages {
  private static final Pattern MARKED =
      Pattern.compile("_\\(\\s*(\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)*+')\\s*\\)");
  private static final String REMARK = "Translators";

  private final String name;
  private final List<Token> tokens;
  private final List<PoEntry> found = new ArrayList<>();
  private int at;
  private String remark = "";
  private int remarkEnd;

  private TemplateMessages(String name, String source) {
    this.name = name;
    this.tokens = new Lexer(source, true).tokens();
  }

  /**
   * The messages of a template, in its order.
   *
   * @param name what references call the template
   */
  public static List<PoEntry> of(String name, String source) {
    TemplateMessages messages = new TemplateMessages(name, source);
    messages.read();
    return messages.found;
  }

  private void read() {
    while (at < tokens.size()) {
      Token token = tokens.get(at++);
      switch (token.kind()) {
        case COMMENT -> remark(token.contents(), token.line());
        case VARIABLE -> marked(token);
        case BLOCK -> block(token);
        case TEXT -> {}
      }
    }
  }

  private void remark(String text, int endLine) {
    String words = text.strip().replaceAll("\\s+", " ");
    if (words.startsWith(REMARK)) {
      remark = words;
      remarkEnd = endLine;
    }
  }

  private void block(Token token) {
    List<String> bits = token.bits();
    switch (bits.isEmpty() ? "" : bits.getFirst()) {
      case "comment" -> comment();
      case "trans", "translate" -> {
        translate(token, bits);
        marked(token);
      }
      case "blocktrans", "blocktranslate" -> {
        marked(token);
        blockTranslate(token, bits);
      }
      default -> marked(token);
    }
  }

  private void comment() {
    StringBuilder text = new StringBuilder();
    while (at < tokens.size()) {
      Token token = tokens.get(at++);
      if (token.kind() == Token.Kind.BLOCK && token.contents().equals("endcomment")) {
        remark(text.toString(), token.line());
        return;
      }
      text.append(token.contents());
    }
  }

  private void translate(Token token, List<String> bits) {
    String message = bits.size() < 2 ? null : literal(bits.get(1));
    if (message != null && !message.isEmpty()) {
      add(token, context(bits), message.replace("%", "%%"), "", false);
    }
  }

  private void blockTranslate(Token token, List<String> bits) {
    boolean trimmed = bits.contains("trimmed");
    String singular = pieces().id(trimmed);
    boolean counted = at > 0 && tokens.get(at - 1).contents().equals("plural");
    String plural = counted ? pieces().id(trimmed) : "";
    if (!singular.isEmpty()) {
      add(token, context(bits), singular, plural, true);
    }
  }

  /** Text and variables up to the next block tag, which is passed over. */
  private BlockMessage pieces() {
    List<TagSource.Piece> pieces = new ArrayList<>();
    while (at < tokens.size()) {
      Token token = tokens.get(at++);
      if (token.kind() == Token.Kind.BLOCK) {
        break;
      }
      if (token.kind() != Token.Kind.COMMENT) {
        pieces.add(new TagSource.Piece(token.contents(), token.kind() == Token.Kind.VARIABLE));
      }
    }
    return new BlockMessage(pieces);
  }

  private void marked(Token token) {
    Matcher matcher = MARKED.matcher(token.contents());
    while (matcher.find()) {
      String message = literal(matcher.group(1));
      if (message != null && !message.isEmpty()) {
        add(token, "", message, "", false);
      }
    }
  }

  private static String context(List<String> bits) {
    int option = bits.indexOf("context");
    String context = option > 0 && option + 1 < bits.size() ? literal(bits.get(option + 1)) : null;
    return context == null ? "" : context;
  }

  /** The text of a quoted word, filters behind it left out; null if it is not quoted. */
  private static @Nullable String literal(String word) {
    char quote = word.isEmpty() ? ' ' : word.charAt(0);
    if (quote != '"' && quote != '\'') {
      return null;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == quote) {
        return text.toString();
      }
      if (c == '\\' && i + 1 < word.length() && "\\\"'".indexOf(word.charAt(i + 1)) >= 0) {
        c = word.charAt(++i);
      }
      text.append(c);
    }
    return null;
  }

  private void add(Token token, String context, String id, String plural, boolean block) {
    boolean near = !remark.isEmpty() && token.line() - remarkEnd <= 1;
    boolean formatted = block && (id + plural).contains("%(");
    found.add(
        PoEntry.found(
            context,
            id,
            plural,
            near ? List.of(remark) : List.of(),
            List.of(name + ":" + token.line()),
            formatted ? List.of("python-format") : List.of()));
    if (near) {
      remark = "";
    }
  }
}
