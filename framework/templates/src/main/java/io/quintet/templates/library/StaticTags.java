package io.quintet.templates.library;

import io.quintet.core.text.Html;
import io.quintet.templates.Context;
import io.quintet.templates.Engine;
import io.quintet.templates.Expression;
import io.quintet.templates.Library;
import io.quintet.templates.Output;
import io.quintet.templates.TagRenderer;
import io.quintet.templates.TagSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code {% load static %}}: URLs of static files. */
final class StaticTags {
  private StaticTags() {}

  static Library library() {
    return Library.builder()
        .tag("static", StaticTags::file)
        .tag("get_static_prefix", tag -> prefix(tag, Engine::staticPrefix))
        .tag("get_media_prefix", tag -> prefix(tag, Engine::mediaPrefix))
        .build();
  }

  private static TagRenderer file(TagSource tag) {
    List<String> words = tag.arguments();
    if (words.isEmpty()) {
      throw tag.error("'" + tag.name() + "' takes at least one argument (path to file)");
    }
    Expression path = tag.expression(words.getFirst());
    String target = words.size() >= 3 ? ValueTags.target(words) : null;
    return (context, output) -> {
      String url = context.engine().staticUrl(context.text(path.resolve(context)));
      show(context.autoescape() ? Html.escapeText(url) : url, target, context, output);
    };
  }

  private static TagRenderer prefix(TagSource tag, Function<Engine, String> prefix) {
    List<String> words = tag.arguments();
    if (!words.isEmpty() && !words.getFirst().equals("as")) {
      throw tag.error("First argument in '" + tag.name() + "' must be 'as'");
    }
    String target = words.size() > 1 ? words.get(1) : null;
    return (context, output) -> show(prefix.apply(context.engine()), target, context, output);
  }

  private static void show(String text, @Nullable String target, Context context, Output output) {
    if (target == null) {
      output.append(text);
    } else {
      context.set(target, text);
    }
  }
}
