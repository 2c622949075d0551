package io.quintet.templates.library;

import io.quintet.core.i18n.Translator;
import io.quintet.core.text.SafeString;
import io.quintet.templates.Context;
import io.quintet.templates.Expression;
import io.quintet.templates.TagRenderer;
import io.quintet.templates.TagSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code {% translate "text" context "place" noop as variable %}}. */
final class TranslateTag {
  private TranslateTag() {}

  static TagRenderer compile(TagSource tag) {
    List<String> words = new ArrayList<>(tag.arguments());
    if (words.isEmpty()) {
      throw tag.error("'" + tag.name() + "' takes at least one argument");
    }
    Expression message = tag.expression(words.removeFirst());
    Set<String> seen = new HashSet<>();
    String target = null;
    Expression place = null;
    boolean translates = true;
    while (!words.isEmpty()) {
      String option = words.removeFirst();
      if (!seen.add(option)) {
        throw tag.error("The '" + option + "' option was specified more than once.");
      }
      switch (option) {
        case "noop" -> translates = false;
        case "context" -> place = place(tag, words);
        case "as" -> {
          if (words.isEmpty()) {
            throw tag.error(
                "No argument provided to the '" + tag.name() + "' tag for the as option.");
          }
          target = words.removeFirst();
        }
        default ->
            throw tag.error(
                "Unknown argument for '"
                    + tag.name()
                    + "' tag: '"
                    + option
                    + "'. The only options available are 'noop', 'context' \"xxx\", and 'as VAR'.");
      }
    }
    return renderer(message, translates, place, target);
  }

  private static Expression place(TagSource tag, List<String> words) {
    if (words.isEmpty()) {
      throw tag.error(
          "No argument provided to the '" + tag.name() + "' tag for the context option.");
    }
    String value = words.removeFirst();
    if (value.equals("as") || value.equals("noop")) {
      throw tag.error(
          "Invalid argument '"
              + value
              + "' provided to the '"
              + tag.name()
              + "' tag for the context option");
    }
    return tag.expression(value);
  }

  /** The message in the current language, before filters; safe text stays safe. */
  private static @Nullable Object translated(
      @Nullable Object message, @Nullable Expression place, Context context) {
    if (context.engine().translator() == Translator.NONE || !(message instanceof CharSequence)) {
      return message;
    }
    String where = place == null ? "" : context.text(place.resolve(context));
    String text = context.engine().translate(where, context.text(message).replace("%", "%%"));
    return message instanceof SafeString ? SafeString.of(text) : text;
  }

  private static TagRenderer renderer(
      Expression message, boolean translates, @Nullable Expression place, @Nullable String target) {
    return (context, output) -> {
      Object value =
          translates
              ? message.resolve(context, id -> translated(id, place, context))
              : message.resolve(context);
      String text = context.print(value).replace("%%", "%");
      if (target == null) {
        output.append(text);
      } else {
        context.set(target, context.autoescape() ? SafeString.of(text) : text);
      }
    };
  }
}
