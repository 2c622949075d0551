package io.quintet.templates.library;

import io.quintet.core.text.SafeString;
import io.quintet.templates.Body;
import io.quintet.templates.Context;
import io.quintet.templates.Expression;
import io.quintet.templates.Output;
import io.quintet.templates.TagRenderer;
import io.quintet.templates.TemplateRenderError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tags of components as a template has them, for those too who look into templates. */
public final class Components {
  /** Names that no template can write, since they begin with an underscore. */
  static final String GIVEN = "_given";

  private static final String FILLS = "_fills";

  /** Where fills of the use in work go, which is not where the slots around it are. */
  private static final String COLLECTED = "_collected";

  private static final String MAIN = "";

  private Components() {}

  /** What a page put into the slots of a component. */
  private record Fills(Map<String, SafeString> bySlot) {}

  /** {@code {% component template given %}body{% endcomponent %}}. */
  public record Use(Expression template, Map<String, Expression> given, Body body)
      implements TagRenderer {
    @Override
    public void render(Context context, Output output) {
      Map<String, @Nullable Object> names = new HashMap<>();
      given.forEach((key, expression) -> names.put(key, expression.resolve(context)));
      names.put(GIVEN, List.copyOf(given.keySet()));
      names.put(FILLS, fills(body, context));
      context
          .engine()
          .template(context.text(template.resolve(context)))
          .render(context.isolated(names), output);
    }
  }

  private static Fills fills(Body body, Context context) {
    Fills fills = new Fills(new HashMap<>());
    context.push();
    try {
      context.set(COLLECTED, fills);
      String rest = body.render(context);
      if (!rest.isBlank()) {
        fills.bySlot().put(MAIN, SafeString.of(rest));
      }
      return fills;
    } finally {
      context.pop();
    }
  }

  /** {@code {% fill slot %}body{% endfill %}}. */
  public record Fill(String slot, Body body) implements TagRenderer {
    @Override
    public void render(Context context, Output output) {
      if (!(context.get(COLLECTED) instanceof Fills fills)) {
        throw new TemplateRenderError("'fill' stands outside of a component.");
      }
      if (fills.bySlot().put(slot, SafeString.of(body.render(context))) != null) {
        throw new TemplateRenderError("The slot '" + slot + "' is filled twice.");
      }
    }
  }

  /** {@code {% slot name %}body{% endslot %}}; the main slot has the empty name. */
  public record Slot(String name, Body body) implements TagRenderer {
    @Override
    public void render(Context context, Output output) {
      SafeString filled =
          context.get(FILLS) instanceof Fills fills ? fills.bySlot().get(name) : null;
      if (filled != null) {
        output.append(filled.value());
      } else {
        body.render(context, output);
      }
    }
  }
}
