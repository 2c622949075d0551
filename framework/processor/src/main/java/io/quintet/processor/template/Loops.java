package io.quintet.processor.template;

import io.quintet.templates.syntax.Syntax;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Writes for loops. */
final class Loops {
  private final BodyWriter writer;
  private final Expressions expressions;
  private final TypeFacts facts;

  Loops(BodyWriter writer, Expressions expressions, TypeFacts facts) {
    this.writer = writer;
    this.expressions = expressions;
    this.facts = facts;
  }

  /** What is gone through, with the type of its elements. */
  private record Sequence(String java, TypeMirror element, DeclaredType map) {}

  void write(Syntax.For node, Scope scope) {
    Sequence sequence = sequence(node, scope);
    String all = expressions.variable("all");
    String reversed = node.reversed() ? "Sheet.reversed(" + sequence.java() + ")" : sequence.java();
    writer.line("var " + all + " = " + reversed + ";");
    Scope inner = scope.inner();
    boolean counted = usesLoop(node.body());
    String state = expressions.variable("loop");
    String index = expressions.variable("index");
    if (counted) {
      Code outer = scope.find("forloop");
      writer.line(
          "ForLoop %s = Sheet.loop(%s, %s.size());"
              .formatted(state, outer == null || outer.isUntyped() ? "null" : outer.java(), all));
      writer.line("int " + index + " = 0;");
      inner.local("forloop", new Code(state, facts.declared("io.quintet.templates.ForLoop")));
    }
    String each = expressions.variable(node.names().getFirst());
    writer.line(
        "for (%s %s : %s) {"
            .formatted(
                sequence.element() == null && sequence.map() == null ? "Object" : "var",
                each,
                all));
    if (counted) {
      writer.line("Sheet.round(" + state + ", " + index + "++);");
    }
    bind(node, sequence, each, inner);
    writer.body(node.body(), inner);
    writer.line("}");
    if (!node.empty().isEmpty()) {
      writer.line("if (" + all + ".isEmpty()) {");
      writer.body(node.empty(), scope.inner());
      writer.line("}");
    }
  }

  private void bind(Syntax.For node, Sequence sequence, String each, Scope inner) {
    if (node.names().size() == 1) {
      inner.local(node.names().getFirst(), new Code(each, sequence.element()));
    } else if (sequence.map() != null && node.names().size() == 2) {
      Code key = new Code(each + ".getKey()", facts.argument(sequence.map(), 0));
      Code value = new Code(each + ".getValue()", facts.argument(sequence.map(), 1));
      inner.local(node.names().get(0), writer.declare(node.names().get(0), key));
      inner.local(node.names().get(1), writer.declare(node.names().get(1), value));
    } else {
      String parts = expressions.variable("parts");
      writer.line(
          "Object[] %s = Sheet.unpack(%s, %d);".formatted(parts, each, node.names().size()));
      for (int i = 0; i < node.names().size(); i++) {
        String name = node.names().get(i);
        inner.local(name, writer.declare(name, Code.untyped(parts + "[" + i + "]")));
      }
    }
  }

  private Sequence sequence(Syntax.For node, Scope scope) {
    List<String> path = node.sequence().path();
    if (node.sequence().filters().isEmpty()
        && node.names().size() == 2
        && path.size() > 1
        && path.getLast().equals("items")) {
      Code map = expressions.path(path.subList(0, path.size() - 1), scope, node.position());
      DeclaredType type = map.isUntyped() ? null : facts.superType(map.type(), "java.util.Map");
      if (type != null) {
        return new Sequence("Sheet.entries(" + map.java() + ")", null, type);
      }
    }
    Code code = expressions.of(node.sequence(), scope, node.position());
    if (!code.isUntyped() && facts.isA(code.type(), "io.quintet.orm.Many")
        || !code.isUntyped() && facts.isA(code.type(), "io.quintet.orm.QuerySet")) {
      DeclaredType many = (DeclaredType) code.type();
      code = new Code("Sheet.then(" + code.java() + ", all -> all.list())", null);
      return new Sequence(
          "Sheet.each((Iterable<%s>) (Object) %s)"
              .formatted(name(facts.argument(many, 0)), code.java()),
          facts.argument(many, 0),
          null);
    }
    TypeMirror element = code.isUntyped() ? null : facts.element(code.type(), 0);
    return element == null || element.getKind().isPrimitive()
        ? new Sequence("Sheet.eachOf(" + code.java() + ")", null, null)
        : new Sequence(
            (code.type() instanceof ArrayType ? "Sheet.eachOfArray(" : "Sheet.each(")
                + code.java()
                + ")",
            element,
            null);
  }

  private String name(TypeMirror type) {
    return type == null ? "Object" : facts.element(type).getQualifiedName().toString();
  }

  /** Whether the body asks for its position; a tag of a library might. */
  private static boolean usesLoop(List<Syntax> pieces) {
    return pieces.stream().anyMatch(Loops::usesLoop);
  }

  private static boolean usesLoop(Syntax piece) {
    return switch (piece) {
      case Syntax.Text _ -> false;
      case Syntax.Value node -> names(node.expression());
      case Syntax.If node ->
          node.branches().stream()
              .anyMatch(b -> b.test() != null && usesLoop(b.test()) || usesLoop(b.body()));
      case Syntax.For node ->
          names(node.sequence()) || usesLoop(node.body()) || usesLoop(node.empty());
      case Syntax.With node ->
          node.names().values().stream().anyMatch(Loops::names) || usesLoop(node.body());
      case Syntax.Block node -> usesLoop(node.body());
      case Syntax.Autoescape node -> usesLoop(node.body());
      case Syntax.Props _ -> false;
      case Syntax.Slot _, Syntax.Fill _, Syntax.Component _ -> true;
      case Syntax.Include _, Syntax.Tag _, Syntax.Extends _ -> true;
    };
  }

  private static boolean usesLoop(Syntax.Test test) {
    return switch (test) {
      case Syntax.Test.Truth truth -> names(truth.expression());
      case Syntax.Test.Not not -> usesLoop(not.operand());
      case Syntax.Test.Operation operation ->
          usesLoop(operation.left()) || usesLoop(operation.right());
    };
  }

  private static boolean names(Syntax.Expr expression) {
    return Stream.concat(
            Stream.of(expression),
            expression.filters().stream()
                .map(Syntax.Call::argument)
                .filter(argument -> argument != null))
        .anyMatch(e -> !e.path().isEmpty() && e.path().getFirst().equals("forloop"));
  }
}
