package io.quintet.templates;

import io.quintet.core.text.SafeString;
import io.quintet.templates.values.Comparison;
import io.quintet.templates.values.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Renders nodes. */
final class Renderer {
  private Renderer() {}

  static String render(NodeList nodes, Context context) {
    Output buffer = Output.buffer();
    render(nodes, context, buffer);
    return buffer.toString();
  }

  static void render(NodeList nodes, Context context, Output output) {
    for (Node node : nodes.nodes()) {
      render(node, context, output);
    }
  }

  static void render(Node node, Context context, Output output) {
    switch (node) {
      case Node.Text text -> output.append(text.text());
      case Node.Variable variable -> {
        try {
          output.append(context.print(variable.expression().resolve(context)));
        } catch (RuntimeException e) {
          throw located(e, variable.position());
        }
      }
      case Node.Custom custom -> {
        try {
          custom.renderer().render(context, output);
        } catch (Exception e) {
          throw located(e, custom.position());
        }
      }
      case Node.If n -> guarded(n.position(), () -> renderIf(n, context, output));
      case Node.For n -> guarded(n.position(), () -> LoopRenderer.render(n, context, output));
      case Node.Block n -> guarded(n.position(), () -> Inheritance.render(n, context, output));
      case Node.Extends n -> guarded(n.position(), () -> Inheritance.render(n, context, output));
      case Node.Include n ->
          guarded(n.position(), () -> IncludeRenderer.render(n, context, output));
      case Node.With n -> guarded(n.position(), () -> renderWith(n, context, output));
      case Node.IfChanged n -> guarded(n.position(), () -> renderIfChanged(n, context, output));
      case Node.Cycle n -> guarded(n.position(), () -> renderCycle(n, context, output));
      case Node.ResetCycle n -> position(n.key(), context)[0] = 0;
      case Node.Autoescape n -> renderAutoescape(n, context, output);
      case Node.Filtered n -> guarded(n.position(), () -> renderFiltered(n, context, output));
      case Node.PartialDef n -> {
        context.state().partials().put(n.name(), n);
        if (n.inline()) {
          render(n.body(), context, output);
        }
      }
      case Node.Partial n -> guarded(n.position(), () -> renderPartial(n, context, output));
    }
  }

  private static void guarded(Position position, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      throw located(e, position);
    }
  }

  /** The error with its place: its own if it has one. */
  static TemplateException located(Exception e, Position position) {
    if (e instanceof TemplateException known) {
      known.at(position);
      return known;
    }
    return new TemplateRenderError(e, position);
  }

  private static void renderIf(Node.If node, Context context, Output output) {
    for (Node.Branch branch : node.branches()) {
      if (branch.condition() == null || holds(branch.condition(), context)) {
        render(branch.body(), context, output);
        return;
      }
    }
  }

  private static boolean holds(Condition condition, Context context) {
    try {
      return Values.truth(condition.evaluate(context));
    } catch (VariableDoesNotExist missing) {
      return false;
    }
  }

  static Map<String, @Nullable Object> resolve(Map<String, Expression> names, Context context) {
    Map<String, @Nullable Object> values = new HashMap<>();
    names.forEach((name, expression) -> values.put(name, expression.resolve(context)));
    return values;
  }

  private static void renderWith(Node.With node, Context context, Output output) {
    context.push(resolve(node.names(), context));
    try {
      render(node.body(), context, output);
    } finally {
      context.pop();
    }
  }

  private static void renderIfChanged(Node.IfChanged node, Context context, Output output) {
    Map<Object, Object> memory = memory(node, context);
    String rendered = null;
    List<@Nullable Object> now = new ArrayList<>();
    if (node.values().isEmpty()) {
      rendered = render(node.changed(), context);
      now.add(rendered);
    } else {
      node.values().forEach(value -> now.add(value.resolveOrNull(context)));
    }
    Object before = memory.put(node.key(), now);
    if (before == null || !Comparison.equal(before, now)) {
      output.append(rendered != null ? rendered : render(node.changed(), context));
    } else {
      render(node.same(), context, output);
    }
  }

  private static Map<Object, Object> memory(Node.IfChanged node, Context context) {
    if (context.lookup("forloop") instanceof ForLoop loop) {
      return loop.memory();
    }
    return context.state().remember(node.key(), HashMap::new);
  }

  private static int[] position(Object key, Context context) {
    return context.state().remember(key, () -> new int[1]);
  }

  private static void renderCycle(Node.Cycle node, Context context, Output output) {
    int[] position = position(node.key(), context);
    Expression expression = node.values().get(position[0]);
    position[0] = (position[0] + 1) % node.values().size();
    Object value = expression.resolve(context);
    if (node.name() != null) {
      context.setUpward(node.name(), value);
    }
    if (!node.silent()) {
      output.append(context.print(value));
    }
  }

  private static void renderAutoescape(Node.Autoescape node, Context context, Output output) {
    boolean before = context.autoescape();
    context.autoescape(node.on());
    try {
      render(node.body(), context, output);
    } finally {
      context.autoescape(before);
    }
  }

  private static void renderFiltered(Node.Filtered node, Context context, Output output) {
    String body = render(node.body(), context);
    context.push(Map.of(Node.Filtered.NAME, SafeString.of(body)));
    try {
      output.append(context.text(node.expression().resolve(context)));
    } finally {
      context.pop();
    }
  }

  private static void renderPartial(Node.Partial node, Context context, Output output) {
    Node.PartialDef partial = context.state().partials().get(node.name());
    if (partial == null) {
      partial = node.defined().get(node.name());
    }
    if (partial == null) {
      throw new TemplateSyntaxError(
          "Partial '"
              + node.name()
              + "' is not defined in the current template. Defined are: "
              + String.join(", ", node.defined().keySet())
              + ".");
    }
    context.state().descend();
    try {
      render(Objects.requireNonNull(partial).body(), context, output);
    } finally {
      context.state().ascend();
    }
  }
}
