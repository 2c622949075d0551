package io.quintet.templates.library;

import io.quintet.core.text.Nearest;
import io.quintet.core.text.SafeString;
import io.quintet.templates.Body;
import io.quintet.templates.Context;
import io.quintet.templates.Expression;
import io.quintet.templates.Library;
import io.quintet.templates.TagRenderer;
import io.quintet.templates.TagSource;
import io.quintet.templates.TemplateRenderError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code {% load components %}}: templates with declared parameters, and slots that the page fills.
 * What the page writes sees the page's names, the component sees its parameters only.
 */
final class ComponentTags {
  /** Names that no template can write, since they begin with an underscore. */
  static final String GIVEN = "_given";

  private static final String FILLS = "_fills";

  /** Where fills of the use in work go, which is not where the slots around it are. */
  private static final String COLLECTED = "_collected";

  private static final String MAIN = "";

  private ComponentTags() {}

  static Library library() {
    return Library.builder()
        .tag("component", ComponentTags::component)
        .tag("fill", ComponentTags::fill)
        .tag("slot", ComponentTags::slot)
        .tag("props", Props::compile)
        .build();
  }

  /** What a page put into the slots of a component. */
  private record Fills(Map<String, SafeString> bySlot) {}

  private static TagRenderer component(TagSource tag) {
    List<String> words = new ArrayList<>(tag.arguments());
    if (words.isEmpty()) {
      throw tag.error(
          "'component' needs the name of a template: {% component \"card.html\" title=\"…\" %}");
    }
    Expression name = tag.expression(words.removeFirst());
    Map<String, Expression> given = tag.keywords(words, false);
    if (!words.isEmpty()) {
      throw tag.error("'component' takes name=value, not '" + words.getFirst() + "'");
    }
    Body body = tag.body("endcomponent");
    return (context, output) -> {
      Map<String, @Nullable Object> names = new HashMap<>();
      given.forEach((key, expression) -> names.put(key, expression.resolve(context)));
      names.put(GIVEN, List.copyOf(given.keySet()));
      names.put(FILLS, fills(body, context));
      context
          .engine()
          .template(context.text(name.resolve(context)))
          .render(context.isolated(names), output);
    };
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

  private static TagRenderer fill(TagSource tag) {
    if (tag.arguments().size() != 1) {
      throw tag.error("'fill' takes the name of a slot: {% fill footer %}…{% endfill %}");
    }
    String slot = tag.arguments().getFirst();
    Body body = tag.body("endfill");
    return (context, output) -> {
      if (!(context.get(COLLECTED) instanceof Fills fills)) {
        throw new TemplateRenderError("'fill' stands outside of a component.");
      }
      if (fills.bySlot().put(slot, SafeString.of(body.render(context))) != null) {
        throw new TemplateRenderError("The slot '" + slot + "' is filled twice.");
      }
    };
  }

  private static TagRenderer slot(TagSource tag) {
    if (tag.arguments().size() > 1) {
      throw tag.error("'slot' takes one name or none: {% slot footer %}…{% endslot %}");
    }
    String name = tag.arguments().isEmpty() ? MAIN : tag.arguments().getFirst();
    Body body = tag.body("endslot");
    return (context, output) -> {
      SafeString filled =
          context.get(FILLS) instanceof Fills fills ? fills.bySlot().get(name) : null;
      if (filled != null) {
        output.append(filled.value());
      } else {
        body.render(context, output);
      }
    };
  }

  static TemplateRenderError unknown(String name, List<String> known) {
    return new TemplateRenderError(
        "The component has no parameter '"
            + name
            + "'"
            + Nearest.suggestion(name, known)
            + ", only: "
            + String.join(", ", known)
            + ".");
  }
}
