package io.quintet.templates.library;

import io.quintet.templates.Body;
import io.quintet.templates.Context;
import io.quintet.templates.Filter;
import io.quintet.templates.Library;
import io.quintet.templates.TagRenderer;
import io.quintet.templates.TagSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code {% load l10n %}}: the language's formats on and off. */
final class FormatTags {
  private FormatTags() {}

  static Library library() {
    return Library.builder()
        .filter(Filter.named("localize").does(call -> printed(call.value(), call.context(), true)))
        .filter(
            Filter.named("unlocalize").does(call -> printed(call.value(), call.context(), false)))
        .tag("localize", FormatTags::localize)
        .build();
  }

  private static String printed(@Nullable Object value, Context context, boolean localized) {
    Boolean before = context.localized();
    boolean escape = context.autoescape();
    Boolean local = context.localTimes();
    context.localized(localized).autoescape(false).localTimes(false);
    try {
      return context.print(value);
    } finally {
      context.localized(before).autoescape(escape).localTimes(local);
    }
  }

  private static TagRenderer localize(TagSource tag) {
    boolean on = onOrOff(tag);
    Body body = tag.body("endlocalize");
    return (context, output) -> {
      Boolean before = context.localized();
      context.localized(on);
      try {
        body.render(context, output);
      } finally {
        context.localized(before);
      }
    };
  }

  static boolean onOrOff(TagSource tag) {
    List<String> words = tag.arguments();
    boolean understood =
        words.isEmpty()
            || words.size() == 1
                && (words.getFirst().equals("on") || words.getFirst().equals("off"));
    if (!understood) {
      throw tag.error("'" + tag.name() + "' argument should be 'on' or 'off'");
    }
    return words.isEmpty() || words.getFirst().equals("on");
  }
}
