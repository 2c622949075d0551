package io.quintet.templates.library;

import io.quintet.templates.Body;
import io.quintet.templates.Context;
import io.quintet.templates.Expression;
import io.quintet.templates.FragmentCache;
import io.quintet.templates.Library;
import io.quintet.templates.TagRenderer;
import io.quintet.templates.TagSource;
import io.quintet.templates.TemplateSyntaxError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tag {@code {% cache seconds name vary... using="alias" %}}, loaded as {@code cache}. */
final class CacheTag {
  private static final String USING = "using=";

  private record Parts(
      Expression age, String name, List<Expression> vary, @Nullable Expression using, Body body) {}

  private CacheTag() {}

  static Library library() {
    return Library.builder().tag("cache", CacheTag::compile).build();
  }

  private static TagRenderer compile(TagSource tag) {
    List<String> words = new ArrayList<>(tag.arguments());
    if (words.size() < 2) {
      throw tag.error("''" + tag.name() + "'' tag requires at least 2 arguments.");
    }
    Body body = tag.body("endcache");
    Expression using = null;
    if (words.size() > 2 && words.getLast().startsWith(USING)) {
      using = tag.expression(words.removeLast().substring(USING.length()));
    }
    Parts parts =
        new Parts(
            tag.expression(words.get(0)),
            words.get(1),
            tag.expressions(words.subList(2, words.size())),
            using,
            body);
    return (context, output) -> output.append(html(parts, context));
  }

  private static String html(Parts parts, Context context) {
    Duration age = age(parts.age.resolve(context));
    FragmentCache cache = context.engine().fragmentCache();
    if (cache == null) {
      return parts.body.render(context);
    }
    String alias = parts.using == null ? null : context.text(parts.using.resolve(context));
    List<String> varyOn =
        parts.vary.stream().map(part -> String.valueOf(part.resolve(context))).toList();
    String key = FragmentCache.key(parts.name, varyOn);
    Optional<String> kept = cache.get(alias, key);
    if (kept.isPresent()) {
      return kept.get();
    }
    String html = parts.body.render(context);
    cache.put(alias, key, html, age);
    return html;
  }

  private static @Nullable Duration age(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Duration duration -> duration;
      case Number number -> Duration.ofSeconds(number.longValue());
      default -> {
        try {
          yield Duration.ofSeconds(Long.parseLong(value.toString().strip()));
        } catch (NumberFormatException e) {
          throw new TemplateSyntaxError(
              "\"cache\" tag got a non-integer timeout value: '" + value + "'");
        }
      }
    };
  }
}
