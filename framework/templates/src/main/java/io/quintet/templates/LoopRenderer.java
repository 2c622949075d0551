package io.quintet.templates;

import io.quintet.templates.values.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Renders {@code {% for %}}. */
final class LoopRenderer {
  private LoopRenderer() {}

  static void render(Node.For node, Context context, Output output) {
    Object parent = context.lookup("forloop");
    Scopes scopes = context.scopes();
    scopes.push();
    try {
      List<@Nullable Object> values = values(node, context);
      if (values.isEmpty()) {
        Renderer.render(node.empty(), context, output);
        return;
      }
      ForLoop loop =
          new ForLoop(
              parent == TemplateObject.ABSENT
                  ? Map.of()
                  : Objects.requireNonNullElse(parent, Map.of()),
              values.size());
      scopes.set("forloop", loop);
      int slot = node.names().size() == 1 ? scopes.set(node.names().getFirst(), null) : -1;
      int index = 0;
      for (Object item : values) {
        loop.at(index++);
        if (slot >= 0) {
          scopes.put(slot, item);
          Renderer.render(node.body(), context, output);
        } else {
          renderUnpacked(node, item, context, output);
        }
      }
    } finally {
      scopes.pop();
    }
  }

  private static List<@Nullable Object> values(Node.For node, Context context) {
    Object sequence = node.sequence().resolveOrNull(context);
    if (sequence == null) {
      return List.of();
    }
    List<@Nullable Object> values = Values.list(sequence);
    if (values == null) {
      throw new TemplateRenderError(
          "'"
              + node.sequence().source()
              + "' is a "
              + sequence.getClass().getSimpleName()
              + ", which a for tag cannot go through. It must be a list, set, map, array, text or another Iterable.");
    }
    if (!node.reversed()) {
      return values;
    }
    List<@Nullable Object> reversed = new ArrayList<>(values);
    Collections.reverse(reversed);
    return reversed;
  }

  private static void renderUnpacked(
      Node.For node, @Nullable Object item, Context context, Output output) {
    List<@Nullable Object> parts = parts(item, node.names().size());
    Scopes scopes = context.scopes();
    scopes.push();
    try {
      for (int i = 0; i < parts.size(); i++) {
        scopes.set(node.names().get(i), parts.get(i));
      }
      Renderer.render(node.body(), context, output);
    } finally {
      scopes.pop();
    }
  }

  /** The parts of an element for so many names. */
  static List<@Nullable Object> parts(@Nullable Object item, int count) {
    int size =
        item instanceof Map.Entry<?, ?>
            ? 2
            : Math.max(
                Values.length(item),
                item instanceof Collection || item instanceof CharSequence || item instanceof Map
                    ? 0
                    : 1);
    if (size != count) {
      throw new TemplateRenderError(
          "Need " + count + " values to unpack in for loop; got " + size + ".");
    }
    return item instanceof Map.Entry<?, ?> entry
        ? Tuple.of(entry.getKey(), entry.getValue())
        : Objects.requireNonNull(Values.list(item));
  }
}
