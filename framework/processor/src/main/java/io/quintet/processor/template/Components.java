package io.quintet.processor.template;

import io.quintet.core.text.Nearest;
import io.quintet.core.text.SafeString;
import io.quintet.processor.source.Literals;
import io.quintet.templates.syntax.Syntax;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Writes components into the page that uses them, and finds what they are given that they do not
 * take.
 */
final class Components {
  private static final String MAIN = "";

  private final BodyWriter writer;
  private final Expressions expressions;
  private final ComponentTypes types;
  private final Chains chains;
  private final Problems problems;
  private final Deque<Open> open = new ArrayDeque<>();

  /**
   * A component in work.
   *
   * @param scope the names that its fills see
   * @param escape the variable that holds whether its fills are escaped
   * @param fills what stands in the slots, by their names
   */
  private record Open(Scope scope, String escape, Map<String, List<Syntax>> fills) {}

  Components(
      BodyWriter writer,
      Expressions expressions,
      TypeFacts facts,
      Chains chains,
      Problems problems) {
    this.writer = writer;
    this.expressions = expressions;
    this.types = new ComponentTypes(facts);
    this.chains = chains;
    this.problems = problems;
  }

  boolean isOpen() {
    return !open.isEmpty();
  }

  void use(Syntax.Component node, Scope scope) {
    if (!(node.template().literal() instanceof SafeString literal)
        || writer.isInside(literal.value())) {
      expressions.of(node.template(), scope, node.position());
      node.given().values().forEach(e -> expressions.of(e, scope, node.position()));
      writer.check(() -> fillsOf(node).values().forEach(body -> writer.body(body, scope.inner())));
      writer.fragment(node.position(), "", scope);
      return;
    }
    String name = literal.value();
    Chains.Chain chain = chains.load(name, node.position());
    if (chain == null) {
      return;
    }
    Map<String, List<Syntax>> fills = fillsOf(node);
    checkSlots(node, chain, fills);
    write(node, name, chain, fills, scope);
  }

  /** What stands in each slot; what is no fill stands in the main one. */
  private Map<String, List<Syntax>> fillsOf(Syntax.Component node) {
    Map<String, List<Syntax>> fills = new LinkedHashMap<>();
    List<Syntax> rest = new ArrayList<>();
    for (Syntax piece : node.body()) {
      if (!(piece instanceof Syntax.Fill fill)) {
        rest.add(piece);
      } else if (fills.put(fill.slot(), fill.body()) != null) {
        problems.add(fill.position(), "the slot '" + fill.slot() + "' is filled twice.");
      }
    }
    if (!rest.stream().allMatch(Components::isBlank)) {
      fills.put(MAIN, rest);
    }
    return fills;
  }

  private static boolean isBlank(Syntax piece) {
    return piece instanceof Syntax.Text text && text.text().isBlank();
  }

  /** Text that fills the main slot whatever else is there; without any, it is seen in the end. */
  private static boolean isWords(Syntax piece) {
    return piece instanceof Syntax.Text text && !text.text().isBlank();
  }

  private void checkSlots(
      Syntax.Component node, Chains.Chain chain, Map<String, List<Syntax>> fills) {
    TreeSet<String> slots = new TreeSet<>();
    SyntaxWalk.of(chain)
        .forEach(piece -> {
          if (piece instanceof Syntax.Slot slot) {
            slots.add(slot.name());
          }
        });
    for (Syntax piece : node.body()) {
      if (piece instanceof Syntax.Fill fill && !slots.contains(fill.slot())) {
        problems.add(
            fill.position(),
            "unknown slot '%s' of the component %s%s. It has: %s."
                .formatted(
                    fill.slot(),
                    node.template().source(),
                    Nearest.suggestion(fill.slot(), slots),
                    shown(slots)));
      }
    }
    if (fills.containsKey(MAIN) && !slots.contains(MAIN)) {
      problems.add(
          node.position(),
          "the component %s has no {%% slot %%} for what stands in it. It has: %s."
              .formatted(node.template().source(), shown(slots)));
    }
  }

  private static String shown(TreeSet<String> slots) {
    return slots.isEmpty()
        ? "no slots"
        : String.join(", ", slots.stream().map(s -> s.isEmpty() ? "the main slot" : s).toList());
  }

  private void write(
      Syntax.Component node,
      String name,
      Chains.Chain chain,
      Map<String, List<Syntax>> fills,
      Scope scope) {
    String escape = expressions.variable("escape");
    writer.line("{");
    writer.line("boolean " + escape + " = out.escapes();");
    Scope inner = Scope.empty();
    Syntax.Props declared = declared(chain);
    if (declared == null) {
      node.given()
          .forEach((key, value) ->
              inner.local(key, writer.declare(key, expressions.of(value, scope, node.position()))));
    } else {
      parameters(node, declared, scope, inner);
    }
    open.push(new Open(scope, escape, fills));
    writer.chain(chain, name, inner);
    open.pop();
    writer.line("}");
  }

  private static Syntax.Props declared(Chains.Chain chain) {
    return SyntaxWalk.of(chain).stream()
        .filter(Syntax.Props.class::isInstance)
        .map(Syntax.Props.class::cast)
        .findFirst()
        .orElse(null);
  }

  private void parameters(Syntax.Component node, Syntax.Props declared, Scope scope, Scope inner) {
    List<String> known = declared.props().stream().map(Syntax.Prop::name).toList();
    for (String name : node.given().keySet()) {
      if (!known.contains(name)) {
        problems.add(
            node.position(),
            "unknown parameter '%s' of the component %s%s. It has: %s."
                .formatted(
                    name,
                    node.template().source(),
                    Nearest.suggestion(name, known),
                    String.join(", ", known)));
      }
    }
    for (Syntax.Prop prop : declared.props()) {
      Syntax.Expr given = node.given().get(prop.name());
      if (given != null) {
        Code value = expressions.of(given, scope, node.position());
        if (!types.mayHold(prop.type(), value)) {
          problems.add(
              node.position(),
              "the parameter '%s' of the component %s is a %s, but %s has the type %s."
                  .formatted(
                      prop.name(),
                      node.template().source(),
                      prop.type(),
                      given.source(),
                      types.shown(value)));
        }
        inner.local(prop.name(), writer.declare(prop.name(), checked(prop, value)));
      } else if (prop.standard() != null) {
        Code value = expressions.of(prop.standard(), inner, declared.position());
        inner.local(prop.name(), writer.declare(prop.name(), checked(prop, value)));
      } else {
        problems.add(
            node.position(),
            "the component %s needs '%s' (%s). Write: {%% component %s %s=… %%}."
                .formatted(
                    node.template().source(),
                    prop.name(),
                    prop.type(),
                    node.template().source(),
                    prop.name()));
        inner.local(prop.name(), Code.untyped("null"));
      }
    }
  }

  /** The value, refused while the page is rendered if it is null or turns out to be another. */
  private static Code checked(Syntax.Prop prop, Code value) {
    if (prop.type().equals("any") || value.isPrimitive()) {
      return value;
    }
    return new Code(
        "Sheet.prop(%s, \"%s\", %s)"
            .formatted(
                Literals.literal(prop.name()), prop.type().toUpperCase(Locale.ROOT), value.java()),
        value.type());
  }

  void slot(Syntax.Slot node, Scope scope) {
    Open use = open.peek();
    List<Syntax> filled = use == null ? null : use.fills().get(node.name());
    if (filled == null) {
      writer.body(node.body(), scope.inner());
      return;
    }
    // Slots inside a fill are those of the component around.
    open.pop();
    String before = expressions.variable("escape");
    writer.line("boolean " + before + " = out.escape(" + use.escape() + ");");
    boolean sure = !node.name().equals(MAIN) || filled.stream().anyMatch(Components::isWords);
    String held = expressions.variable("held");
    if (!sure) {
      writer.line("var " + held + " = out.hold();");
    }
    writer.body(filled, use.scope().inner());
    writer.line("out.escape(" + before + ");");
    open.push(use);
    if (!sure) {
      writer.line("if (!out.release(" + held + ")) {");
      writer.body(node.body(), scope.inner());
      writer.line("}");
    }
  }

  /** A fill that is not directly inside of a component. */
  void fill(Syntax.Fill node) {
    problems.add(
        node.position(),
        "a fill of a strict template stands directly inside of {% component %}: whether a slot is "
            + "filled is known when the project compiles.");
  }
}
