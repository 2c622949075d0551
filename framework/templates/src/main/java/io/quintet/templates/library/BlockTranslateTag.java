package io.quintet.templates.library;

import io.quintet.core.text.SafeString;
import io.quintet.templates.Context;
import io.quintet.templates.Engine;
import io.quintet.templates.Expression;
import io.quintet.templates.TagRenderer;
import io.quintet.templates.TagSource;
import io.quintet.templates.TemplateObject;
import io.quintet.templates.TemplateSyntaxError;
import io.quintet.templates.values.Numbers;
import io.quintet.templates.values.PythonText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code {% blocktranslate %}}: text with variables in it, and its plural. */
final class BlockTranslateTag implements TagRenderer {
  private final String name;
  private Map<String, Expression> names = Map.of();
  private @Nullable String counterName;
  private @Nullable Expression counter;
  private @Nullable Expression place;
  private @Nullable String target;
  private boolean trimmed;
  private BlockMessage singular = new BlockMessage(List.of());
  private BlockMessage plural = new BlockMessage(List.of());

  private BlockTranslateTag(String name) {
    this.name = name;
  }

  static TagRenderer compile(TagSource tag) {
    BlockTranslateTag block = new BlockTranslateTag(tag.name());
    block.options(tag, new ArrayList<>(tag.arguments()));
    block.singular = new BlockMessage(tag.pieces());
    if (block.counter != null) {
      if (!tag.endTag().equals("plural")) {
        throw tag.error("'" + tag.name() + "' doesn't allow other block tags inside it");
      }
      block.plural = new BlockMessage(tag.pieces());
    }
    if (!tag.endTag().equals("end" + tag.name())) {
      throw tag.error(
          "'"
              + tag.name()
              + "' doesn't allow other block tags (seen "
              + PythonText.quote(tag.endTag())
              + ") inside it");
    }
    return block;
  }

  private void options(TagSource tag, List<String> words) {
    Set<String> seen = new HashSet<>();
    while (!words.isEmpty()) {
      String option = words.removeFirst();
      if (!seen.add(option)) {
        throw tag.error("The '" + option + "' option was specified more than once.");
      }
      switch (option) {
        case "with" -> {
          names = tag.keywords(words, true);
          if (names.isEmpty()) {
            throw tag.error("\"with\" in '" + name + "' tag needs at least one keyword argument.");
          }
        }
        case "count" -> {
          Map<String, Expression> count = tag.keywords(words, true);
          if (count.size() != 1) {
            throw tag.error(
                "\"count\" in '" + name + "' tag expected exactly one keyword argument.");
          }
          counterName = count.keySet().iterator().next();
          counter = count.get(counterName);
        }
        case "context" -> {
          if (words.isEmpty()) {
            throw tag.error("\"context\" in '" + name + "' tag expected exactly one argument.");
          }
          place = tag.expression(words.removeFirst());
        }
        case "trimmed" -> trimmed = true;
        case "asvar" -> {
          if (words.isEmpty()) {
            throw tag.error("No argument provided to the '" + name + "' tag for the asvar option.");
          }
          target = words.removeFirst();
        }
        default ->
            throw tag.error(
                "Unknown argument for '" + name + "' tag: " + PythonText.quote(option) + ".");
      }
    }
  }

  @Override
  public void render(Context context, io.quintet.templates.Output output) {
    Map<String, @Nullable Object> values = new HashMap<>();
    names.forEach((key, expression) -> values.put(key, expression.resolve(context)));
    context.push(values);
    String text;
    try {
      text = filled(message(context), context);
    } finally {
      context.pop();
    }
    if (target == null) {
      output.append(text);
    } else {
      context.set(target, SafeString.of(text));
    }
  }

  /** The message in the current language. */
  private String message(Context context) {
    String where = place == null ? "" : context.text(place.resolve(context));
    Engine engine = context.engine();
    String id = singular.id(trimmed);
    if (counter == null || counterName == null) {
      return engine.translate(where, id);
    }
    Object count = counter.resolve(context);
    Number number =
        count instanceof Boolean
            ? Numbers.integerOf(count)
            : count instanceof Number given ? given : null;
    if (number == null) {
      throw new TemplateSyntaxError(
          "'" + counterName + "' argument to '" + name + "' tag must be a number.");
    }
    context.set(counterName, count);
    String ids = plural.id(trimmed);
    Double amount = Numbers.doubleOf(number);
    String own = amount != null && amount == 1 ? id : ids;
    return engine
        .translator()
        .find(engine.locale(), where, id, ids, number.longValue())
        .orElse(own);
  }

  private static String filled(String id, Context context) {
    StringBuilder out = new StringBuilder(id.length() + 32);
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (c != '%') {
        out.append(c);
      } else if (id.startsWith("%%", i)) {
        out.append('%');
        i++;
      } else {
        int end = id.startsWith("%(", i) ? id.indexOf(")s", i) : -1;
        if (end < 0) {
          out.append(c);
          continue;
        }
        out.append(value(id.substring(i + 2, end), context));
        i = end + 1;
      }
    }
    return out.toString();
  }

  private static String value(String key, Context context) {
    Object value = context.get(key);
    if (value == TemplateObject.ABSENT) {
      value = context.engine().stringIfInvalid().replace("%s", key);
    }
    return context.print(value);
  }
}
