package io.quintet.templates.library;

import io.quintet.templates.Body;
import io.quintet.templates.Expression;
import io.quintet.templates.FragmentCache;
import io.quintet.templates.Library;
import io.quintet.templates.TagRenderer;
import io.quintet.templates.TagSource;
import io.quintet.templates.TemplateSyntaxError;
import io.quintet.templates.values.Numbers;
import io.quintet.templates.values.PythonText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code {% cache seconds name vary... using="alias" %}}, loaded as {@code cache}. */
final class CacheTags {
  private CacheTags() {}

  static Library library() {
    return Library.builder().tag("cache", CacheTags::cache).build();
  }

  private static TagRenderer cache(TagSource tag) {
    Body body = tag.body("endcache");
    List<String> words = tag.arguments();
    if (words.size() < 2) {
      throw tag.error("''" + tag.name() + "'' tag requires at least 2 arguments.");
    }
    boolean named = words.size() > 2 && words.getLast().startsWith("using=");
    Expression cache = named ? tag.expression(words.getLast().substring("using=".length())) : null;
    Expression age = tag.expression(words.getFirst());
    String fragment = words.get(1);
    List<Expression> vary = tag.expressions(words.subList(2, words.size() - (named ? 1 : 0)));
    return (context, output) -> {
      Duration kept = age(age.resolve(context));
      FragmentCache pieces = context.engine().fragmentCache();
      if (pieces == null) {
        body.render(context, output);
        return;
      }
      String name = cache == null ? null : context.text(cache.resolve(context));
      List<String> varyOn =
          vary.stream().map(value -> context.text(value.resolve(context))).toList();
      String key = FragmentCache.key(fragment, varyOn);
      Optional<String> known = pieces.get(name, key);
      String html = known.orElseGet(() -> body.render(context));
      if (known.isEmpty()) {
        pieces.put(name, key, html, kept);
      }
      output.append(html);
    };
  }

  private static @Nullable Duration age(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    Number seconds = Numbers.integerOf(value);
    if (seconds == null) {
      throw new TemplateSyntaxError(
          "\"cache\" tag got a non-integer timeout value: " + PythonText.repr(value));
    }
    return Duration.ofSeconds(seconds.longValue());
  }
}
