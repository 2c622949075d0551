package io.quintet.templates;

import io.quintet.templates.values.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Renders {@code {% include %}}. */
final class IncludeRenderer {
  private IncludeRenderer() {}

  static void render(Node.Include node, Context context, Output output) {
    Template template = template(node, context);
    Map<String, @Nullable Object> names = Renderer.resolve(node.names(), context);
    if (node.only()) {
      template.render(context.isolated(names), output);
      return;
    }
    context.push(names);
    try {
      template.render(context, output);
    } finally {
      context.pop();
    }
  }

  private static Template template(Node.Include node, Context context) {
    Object value = node.template().resolve(context);
    if (value instanceof Template template) {
      return template;
    }
    List<String> names = new ArrayList<>();
    if (value instanceof CharSequence name && !name.isEmpty()) {
      names.add(RelativeNames.resolve(node.position().template(), name.toString(), false));
    } else if (Values.truth(value) && Values.list(value) instanceof List<?> list) {
      list.forEach(name -> names.add(context.text(name)));
    }
    return context.engine().select(names);
  }
}
