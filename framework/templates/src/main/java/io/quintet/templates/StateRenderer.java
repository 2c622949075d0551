package io.quintet.templates;

import io.quintet.templates.values.Comparison;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Renders the tags that remember what they did: ifchanged, cycle and resetcycle. */
final class StateRenderer {
  private StateRenderer() {}

  static void render(Node.IfChanged node, Context context, Output output) {
    Map<Object, Object> memory = memory(node, context);
    String rendered = null;
    List<@Nullable Object> now = new ArrayList<>();
    if (node.values().isEmpty()) {
      rendered = Renderer.render(node.changed(), context);
      now.add(rendered);
    } else {
      node.values().forEach(value -> now.add(value.resolveOrNull(context)));
    }
    Object before = memory.put(node.key(), now);
    if (before == null || !Comparison.equal(before, now)) {
      output.append(rendered != null ? rendered : Renderer.render(node.changed(), context));
    } else {
      Renderer.render(node.same(), context, output);
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

  static void render(Node.Cycle node, Context context, Output output) {
    int[] position = position(node.key(), context);
    Expression expression = node.values().get(position[0]);
    position[0] = (position[0] + 1) % node.values().size();
    Object value = expression.resolve(context);
    if (node.name() != null) {
      context.setUpward(node.name(), value);
    }
    if (!node.silent()) {
      Renderer.print(value, context, output);
    }
  }

  static void reset(Node.ResetCycle node, Context context) {
    position(node.key(), context)[0] = 0;
  }
}
