package io.quintet.templates.library;

import io.quintet.core.text.SafeString;
import io.quintet.templates.Expression;
import io.quintet.templates.TagRenderer;
import io.quintet.templates.TagSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
    while (!words.isEmpty()) {
      String option = words.removeFirst();
      if (!seen.add(option)) {
        throw tag.error("The '" + option + "' option was specified more than once.");
      }
      switch (option) {
        case "noop" -> {}
        case "context" -> place(tag, words);
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
    return renderer(message, target);
  }

  private static void place(TagSource tag, List<String> words) {
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
    tag.expression(value);
  }

  private static TagRenderer renderer(
      Expression message, @org.jspecify.annotations.Nullable String target) {
    return (context, output) -> {
      String text = context.print(message.resolve(context)).replace("%%", "%");
      if (target == null) {
        output.append(text);
      } else {
        context.set(target, context.autoescape() ? SafeString.of(text) : text);
      }
    };
  }
}
