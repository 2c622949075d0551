package io.quintet.templates;

import io.quintet.templates.values.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Renders {@code {% include %}}. */
final class IncludeRenderer {
  private IncludeRenderer() {}

  /** The template of a node whose name cannot change. */
  static final class Memo {
    private @Nullable Template template;
  }

  static void render(Node.Include node, Context context, Output output) {
    Template template = node.memo().template;
    if (template == null) {
      template = template(node, context);
      if (node.template().isFixed() && !context.engine().reloads()) {
        node.memo().template = template;
      }
    }
    Map<String, @Nullable Object> names = Renderer.resolve(node.names(), context);
    if (node.only()) {
      template.render(context.isolated(names), output);
      return;
    }
    Scopes scopes = context.scopes();
    scopes.push();
    try {
      names.forEach((name, value) -> scopes.set(name.intern(), value));
      template.render(context, output);
    } finally {
      scopes.pop();
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
