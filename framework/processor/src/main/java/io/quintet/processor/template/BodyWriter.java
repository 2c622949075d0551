package io.quintet.processor.template;

import io.quintet.core.text.SafeString;
import io.quintet.processor.source.Literals;
import io.quintet.templates.Position;
import io.quintet.templates.syntax.Syntax;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the statements of a compiled template. */
final class BodyWriter {
  private final Expressions expressions;
  private final Tests tests;
  private final Loops loops;
  private final Components components;
  private final TypeFacts facts;
  private final Chains chains;
  private final Problems problems;
  private final String pageType;
  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private final List<String> fragments = new ArrayList<>();
  private final StringBuilder methods = new StringBuilder();
  private final Deque<Frame> frames = new ArrayDeque<>();
  private final Deque<String> templates = new ArrayDeque<>();
  private StringBuilder code = new StringBuilder();
  private final StringBuilder text = new StringBuilder();
  private final Places places = new Places();
  private int place = Places.NONE;
  private int blocks;

  /** The chain in work, and how many blocks of each name are taken. */
  private record Frame(Chains.Chain chain, Map<String, Integer> taken) {}

  BodyWriter(
      Expressions expressions, TypeFacts facts, Chains chains, Problems problems, String pageType) {
    this.expressions = expressions;
    this.tests = new Tests(expressions);
    this.facts = facts;
    this.loops = new Loops(this, expressions, facts);
    this.components = new Components(this, expressions, facts, chains, problems);
    this.chains = chains;
    this.problems = problems;
    this.pageType = pageType;
  }

  String code() {
    flush();
    return code.toString();
  }

  String methods() {
    return methods.toString();
  }

  Places places() {
    return places;
  }

  List<String> texts() {
    return List.copyOf(texts.keySet());
  }

  List<String> fragments() {
    return fragments;
  }

  /** A line of code; the static text before it is written first. */
  void line(String java) {
    flush();
    code.append("    ").append(java).append(Places.mark(place)).append('\n');
  }

  private void flush() {
    if (!text.isEmpty()) {
      int number = texts.computeIfAbsent(text.toString(), key -> texts.size());
      text.setLength(0);
      code.append("    out.text(TEXT_").append(number).append(");\n");
    }
  }

  void chain(Chains.Chain chain, String name, Scope scope) {
    frames.push(new Frame(chain, new LinkedHashMap<>()));
    templates.push(name);
    chain.texts().forEach(piece -> text.append(piece.text()));
    int outer = place;
    if (chain.extend() != null) {
      place = places.add(chain.extend(), place);
    }
    body(chain.root(), scope);
    place = outer;
    templates.pop();
    frames.pop();
  }

  void body(List<Syntax> pieces, Scope scope) {
    int outer = place;
    for (Syntax piece : pieces) {
      if (!(piece instanceof Syntax.Text)) {
        place = places.add(piece.position(), outer);
      }
      switch (piece) {
        case Syntax.Text node -> text.append(node.text());
        case Syntax.Value node -> value(node, scope);
        case Syntax.If node -> condition(node, scope);
        case Syntax.For node -> loops.write(node, scope);
        case Syntax.With node -> with(node, scope);
        case Syntax.Block node -> block(node, scope);
        case Syntax.Include node -> include(node, scope);
        case Syntax.Autoescape node -> autoescape(node, scope);
        case Syntax.Component node -> components.use(node, scope);
        case Syntax.Slot node -> components.slot(node, scope);
        case Syntax.Fill node -> components.fill(node);
        case Syntax.Props _ -> {}
        case Syntax.Tag node -> tag(node, scope);
        case Syntax.Extends node ->
            throw new IllegalStateException("An extends inside a body: " + node.position());
      }
    }
    place = outer;
  }

  private void value(Syntax.Value node, Scope scope) {
    Syntax.Expr expression = node.expression();
    if (expression.path().equals(List.of("block", "super")) && expression.filters().isEmpty()) {
      superBlock(scope);
      return;
    }
    if (!expression.filters().isEmpty() || expression.path().size() < 2) {
      Code code = expressions.of(expression, scope, node.position());
      line("out.value(" + printed(code) + ");");
      return;
    }
    steps(expression.path(), scope, node.position());
  }

  private static String printed(Code code) {
    return code.isUntyped() ? "(Object) " + code.java() : code.java();
  }

  /** Follows the dots in statements, so that a null on the way writes nothing and boxes nothing. */
  private void steps(List<String> path, Scope scope, Position position) {
    Code value = expressions.root(path.getFirst(), scope, position);
    int open = 0;
    for (String name : path.subList(1, path.size())) {
      if (!value.isVariable() && !value.isUntyped()) {
        String variable = expressions.variable("v");
        line("var " + variable + " = " + value.java() + ";");
        value = new Code(variable, value.type());
      }
      Code step = expressions.step(value, name, position);
      if (step == null) {
        return;
      }
      if (step.java().startsWith("out.")) {
        value = step;
      } else {
        line("if (" + value.java() + " != null) {");
        open++;
        value = new Code(value.java() + step.java(), step.type());
      }
    }
    line("out.value(" + printed(value) + ");");
    for (int i = 0; i < open; i++) {
      line("}");
    }
  }

  private void condition(Syntax.If node, Scope scope) {
    boolean first = true;
    for (Syntax.Branch branch : node.branches()) {
      if (branch.test() == null) {
        line("} else {");
      } else {
        String test = tests.of(branch.test(), scope, node.position());
        line((first ? "if (" : "} else if (") + test + ") {");
      }
      first = false;
      body(branch.body(), scope.inner());
      flush();
    }
    line("}");
  }

  private void with(Syntax.With node, Scope scope) {
    line("{");
    Scope inner = scope.inner();
    names(node.names(), scope, inner, node.position());
    body(node.body(), inner);
    line("}");
  }

  private void names(Map<String, Syntax.Expr> names, Scope from, Scope into, Position position) {
    names.forEach((name, expression) -> {
      Code value = expressions.of(expression, from, position);
      into.local(name, declare(name, value));
    });
  }

  Code declare(String name, Code value) {
    String variable = expressions.variable(name);
    line((value.isUntyped() ? "Object " : "var ") + variable + " = " + value.java() + ";");
    return new Code(variable, value.type());
  }

  private void block(Syntax.Block node, Scope scope) {
    Frame frame = frames.getFirst();
    List<Chains.Owned> owned = frame.chain().blocks().getOrDefault(node.name(), List.of());
    int taken = frame.taken().merge(node.name(), 1, Integer::sum) - 1;
    Chains.Owned found = taken < owned.size() ? owned.get(taken) : null;
    Syntax.Block block = found == null ? node : found.block();
    current.push(node.name());
    templates.push(found == null ? templates.getFirst() : found.template());
    if (scope.locals().isEmpty() && !components.isOpen()) {
      method(block, scope);
    } else {
      body(block.body(), scope.inner());
    }
    templates.pop();
    current.pop();
    frame.taken().merge(node.name(), -1, Integer::sum);
  }

  private final Deque<String> current = new ArrayDeque<>();

  /** A method of its own, since the virtual machine does not compile very long ones. */
  private void method(Syntax.Block block, Scope scope) {
    flush();
    StringBuilder outer = code;
    code = new StringBuilder();
    body(block.body(), scope.inner());
    flush();
    String name = "block" + ++blocks;
    methods.append(
        "\n  private static void %s(%s page, Sheet out) throws Exception {\n%s  }\n"
            .formatted(name, pageType, code));
    code = outer;
    line(name + "(page, out);");
  }

  private void superBlock(Scope scope) {
    String name = current.peek();
    if (name == null) {
      return;
    }
    Frame frame = frames.getFirst();
    List<Chains.Owned> owned = frame.chain().blocks().getOrDefault(name, List.of());
    if (frame.taken().getOrDefault(name, 0) < owned.size()) {
      block(owned.get(frame.taken().getOrDefault(name, 0)).block(), scope);
    }
  }

  private void include(Syntax.Include node, Scope scope) {
    if (!(node.template().literal() instanceof SafeString literal)) {
      node.names().values().forEach(e -> expressions.of(e, scope, node.position()));
      expressions.of(node.template(), scope, node.position());
      fragment(node.position(), "", scope);
      return;
    }
    String name = literal.value();
    if (name.contains("#") || templates.contains(name)) {
      fragment(node.position(), "", scope);
      return;
    }
    Chains.Chain chain = chains.load(name, node.position());
    if (chain == null) {
      return;
    }
    line("{");
    Scope inner = node.only() ? Scope.empty() : scope.inner();
    names(node.names(), scope, inner, node.position());
    chain(chain, name, inner);
    line("}");
  }

  private void autoescape(Syntax.Autoescape node, Scope scope) {
    String before = expressions.variable("escape");
    line("boolean " + before + " = out.escape(" + node.on() + ");");
    body(node.body(), scope.inner());
    line("out.escape(" + before + ");");
  }

  private void tag(Syntax.Tag node, Scope scope) {
    node.expressions().forEach(e -> expressions.of(e, scope, node.position()));
    check(node, scope);
    if (node.defines().isEmpty()) {
      fragment(node.position(), "", scope);
      return;
    }
    String name = node.defines().getFirst();
    String value = fragment(node.position(), name, scope);
    scope.local(name, new Code(value, null));
  }

  /** What stands inside is rendered by the interpreter, but checked all the same. */
  private void check(Syntax.Tag node, Scope scope) {
    if (node.bodies().isEmpty()) {
      return;
    }
    Scope inner = scope.inner();
    node.defines().forEach(name -> inner.local(name, Code.untyped("null")));
    check(() -> node.bodies().forEach(body -> body(body, inner.inner())));
  }

  /** Lets something be written for the sake of its mistakes only. */
  void check(Runnable writing) {
    flush();
    StringBuilder outer = code;
    int kept = fragments.size();
    code = new StringBuilder();
    writing.run();
    text.setLength(0);
    code = outer;
    fragments.subList(kept, fragments.size()).clear();
  }

  boolean isInside(String template) {
    return templates.contains(template);
  }

  String fragment(Position position, String defined, Scope scope) {
    flush();
    fragments.add(position.line() + ":" + position.column() + ":" + position.template());
    StringBuilder call =
        new StringBuilder("out.fragment(")
            .append(fragments.size() - 1)
            .append(", ")
            .append(Literals.literal(defined));
    scope
        .locals()
        .forEach((name, value) ->
            call.append(", ").append(Literals.literal(name)).append(", ").append(value.java()));
    call.append(")");
    if (defined.isEmpty()) {
      line(call + ";");
      return "";
    }
    String variable = expressions.variable(defined);
    line("Object " + variable + " = " + call + ";");
    return variable;
  }
}
