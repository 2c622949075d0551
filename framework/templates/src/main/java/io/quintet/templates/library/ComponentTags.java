package io.quintet.templates.library;

import io.quintet.templates.Expression;
import io.quintet.templates.Library;
import io.quintet.templates.TagRenderer;
import io.quintet.templates.TagSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code {% load components %}}: templates with declared parameters, and slots that the page fills.
 * What the page writes sees the page's names, the component sees its parameters only.
 */
final class ComponentTags {
  private ComponentTags() {}

  static Library library() {
    return Library.builder()
        .tag("component", ComponentTags::component)
        .tag("fill", ComponentTags::fill)
        .tag("slot", ComponentTags::slot)
        .tag("props", Props::compile)
        .build();
  }

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
    return new Components.Use(name, given, tag.body("endcomponent"));
  }

  private static TagRenderer fill(TagSource tag) {
    if (tag.arguments().size() != 1) {
      throw tag.error("'fill' takes the name of a slot: {% fill footer %}…{% endfill %}");
    }
    return new Components.Fill(tag.arguments().getFirst(), tag.body("endfill"));
  }

  private static TagRenderer slot(TagSource tag) {
    if (tag.arguments().size() > 1) {
      throw tag.error("'slot' takes one name or none: {% slot footer %}…{% endslot %}");
    }
    String name = tag.arguments().isEmpty() ? "" : tag.arguments().getFirst();
    return new Components.Slot(name, tag.body("endslot"));
  }
}
