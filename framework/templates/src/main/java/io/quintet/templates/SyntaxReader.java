package io.quintet.templates;

import io.quintet.templates.library.Components;
import io.quintet.templates.library.Props;
import io.quintet.templates.syntax.Syntax;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows the nodes of a template as its syntax. */
final class SyntaxReader {
  private final Map<Node, TagParts> parts;

  /** What the parser saw while a tag of a library compiled itself. */
  record TagParts(List<FilterExpression> expressions, List<NodeList> bodies) {}

  SyntaxReader(Map<Node, TagParts> parts) {
    this.parts = parts;
  }

  List<Syntax> read(NodeList list) {
    List<Syntax> pieces = new ArrayList<>();
    for (Node node : list.nodes()) {
      pieces.add(read(node));
    }
    return pieces;
  }

  private Syntax read(Node node) {
    return switch (node) {
      case Node.Text n -> new Syntax.Text(n.position(), n.text().text());
      case Node.Variable n -> new Syntax.Value(n.position(), read(n.expression()));
      case Node.If n ->
          new Syntax.If(
              n.position(),
              n.branches().stream()
                  .map(b ->
                      new Syntax.Branch(
                          b.condition() == null ? null : read(b.condition()), read(b.body())))
                  .toList());
      case Node.For n ->
          new Syntax.For(
              n.position(),
              n.names(),
              read(n.sequence()),
              n.reversed(),
              read(n.body()),
              read(n.empty()));
      case Node.With n -> new Syntax.With(n.position(), names(n.names()), read(n.body()));
      case Node.Block n -> block(n);
      case Node.Extends n ->
          new Syntax.Extends(
              n.position(), read(n.parent()), n.blocks().stream().map(this::block).toList());
      case Node.Include n ->
          new Syntax.Include(n.position(), read(n.template()), names(n.names()), n.only());
      case Node.Autoescape n -> new Syntax.Autoescape(n.position(), n.on(), read(n.body()));
      case Node.IfChanged n ->
          tag(n, n.values().stream().map(SyntaxReader::read).toList(), n.changed(), n.same());
      case Node.Cycle n -> {
        List<Syntax.Expr> values = n.values().stream().map(SyntaxReader::read).toList();
        yield new Syntax.Tag(
            n.position(), values, List.of(), n.name() == null ? List.of() : List.of(n.name()));
      }
      case Node.ResetCycle n -> tag(n, List.of());
      case Node.Filtered n -> tag(n, List.of(), n.body());
      case Node.PartialDef n -> tag(n, List.of(), n.body());
      case Node.Partial n -> tag(n, List.of());
      case Node.Custom n -> custom(n);
    };
  }

  private Syntax.Block block(Node.Block node) {
    return new Syntax.Block(node.position(), node.name(), read(node.body()));
  }

  private Syntax tag(Node node, List<Syntax.Expr> expressions, NodeList... bodies) {
    List<List<Syntax>> read = new ArrayList<>();
    for (NodeList body : bodies) {
      read.add(read(body));
    }
    return new Syntax.Tag(node.position(), expressions, read, List.of());
  }

  private Syntax custom(Node.Custom node) {
    return switch (node.renderer()) {
      case Components.Use use ->
          new Syntax.Component(
              node.position(), read(use.template()), names(use.given()), read(use.body().nodes()));
      case Components.Fill fill ->
          new Syntax.Fill(node.position(), fill.slot(), read(fill.body().nodes()));
      case Components.Slot slot ->
          new Syntax.Slot(node.position(), slot.name(), read(slot.body().nodes()));
      case Props props ->
          new Syntax.Props(
              node.position(),
              props.props().stream()
                  .map(p ->
                      new Syntax.Prop(
                          p.name(),
                          p.type().word(),
                          p.standard() == null ? null : read(p.standard())))
                  .toList());
      default -> other(node);
    };
  }

  private Syntax other(Node.Custom node) {
    TagParts found = parts.getOrDefault(node, new TagParts(List.of(), List.of()));
    String[] words = node.position().text().replaceAll("^\\{% *| *%}$", "").split("\\s+");
    List<String> defines = new ArrayList<>();
    for (int i = 1; i + 1 < words.length; i++) {
      if (words[i].equals("as") || words[i].equals("asvar")) {
        defines.add(words[i + 1]);
      }
    }
    return new Syntax.Tag(
        node.position(),
        found.expressions().stream().map(SyntaxReader::read).toList(),
        found.bodies().stream().map(this::read).toList(),
        defines);
  }

  private static Map<String, Syntax.Expr> names(Map<String, Expression> names) {
    Map<String, Syntax.Expr> read = new LinkedHashMap<>();
    names.forEach((name, expression) -> read.put(name, read(expression)));
    return read;
  }

  private static Syntax.Expr read(Expression expression) {
    FilterExpression e = (FilterExpression) expression;
    List<Syntax.Call> calls = new ArrayList<>();
    for (FilterExpression.Applied applied : e.filters()) {
      Operand argument = applied.argument();
      calls.add(
          new Syntax.Call(
              applied.filter().name(),
              argument == null ? null : read(argument.source(), argument, List.of())));
    }
    return read(e.source(), e.operand(), calls);
  }

  private static Syntax.Expr read(String source, Operand operand, List<Syntax.Call> calls) {
    return switch (operand) {
      case Operand.Literal literal ->
          new Syntax.Expr(source, literal.value(), List.of(), List.copyOf(calls));
      case Operand.Marked marked ->
          new Syntax.Expr(source, marked.value(), List.of(), List.copyOf(calls));
      case Operand.Variable variable ->
          new Syntax.Expr(
              source, null, List.of(variable.source().split("\\.", -1)), List.copyOf(calls));
    };
  }

  private static Syntax.Test read(Condition condition) {
    return switch (condition) {
      case Condition.Value value -> new Syntax.Test.Truth(read(value.expression()));
      case Condition.Not not -> new Syntax.Test.Not(read(not.operand()));
      case Condition.Operation operation ->
          new Syntax.Test.Operation(
              operation.operator().text(), read(operation.left()), read(operation.right()));
    };
  }
}
