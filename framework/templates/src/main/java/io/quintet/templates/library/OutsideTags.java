package io.quintet.templates.library;

import io.quintet.core.text.Html;
import io.quintet.templates.Context;
import io.quintet.templates.Expression;
import io.quintet.templates.Library;
import io.quintet.templates.TagRenderer;
import io.quintet.templates.TagSource;
import io.quintet.templates.TemplateObject;
import io.quintet.templates.TemplateRenderError;
import io.quintet.templates.TemplateSyntaxError;
import io.quintet.templates.UrlResolver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tags that ask what is around the templates: url, csrf_token, debug. */
final class OutsideTags {
  private OutsideTags() {}

  static Library library() {
    return Library.builder()
        .tag("url", OutsideTags::url)
        .tag("csrf_token", tag -> (context, output) -> output.append(csrf(context)))
        .tag("debug", tag -> (context, output) -> output.append(debug(context)))
        .build();
  }

  private static TagRenderer url(TagSource tag) {
    List<String> words = tag.arguments();
    if (words.isEmpty()) {
      throw tag.error("'" + tag.name() + "' takes at least one argument, a URL pattern name.");
    }
    String target = words.size() >= 3 ? ValueTags.target(words) : null;
    Expression route = tag.expression(words.getFirst());
    List<Expression> arguments = new ArrayList<>();
    Map<String, Expression> keywords = new LinkedHashMap<>();
    for (String word : words.subList(1, words.size() - (target == null ? 0 : 2))) {
      Map<String, Expression> keyword = tag.keywords(new ArrayList<>(List.of(word)), false);
      if (keyword.isEmpty()) {
        arguments.add(tag.expression(word));
      } else {
        keywords.putAll(keyword);
      }
    }
    return (context, output) -> {
      List<@Nullable Object> given = new ArrayList<>();
      arguments.forEach(argument -> given.add(argument.resolve(context)));
      Map<String, @Nullable Object> named = new LinkedHashMap<>();
      keywords.forEach((name, value) -> named.put(name, value.resolve(context)));
      String url =
          reverse(context.text(route.resolve(context)), given, named, context, target != null);
      if (target != null) {
        context.set(target, url);
      } else {
        output.append(context.autoescape() ? Html.escapeText(url) : url);
      }
    };
  }

  private static String reverse(
      String name,
      List<@Nullable Object> arguments,
      Map<String, @Nullable Object> keywords,
      Context context,
      boolean optional) {
    UrlResolver urls = context.engine().urls();
    if (urls == null) {
      throw new TemplateSyntaxError(
          "This engine has no routes for {% url %}: give it a resolver with EngineBuilder.urls.");
    }
    return switch (urls.reverse(name, arguments, keywords, context)) {
      case UrlResolver.Result.Found found -> found.url();
      case UrlResolver.Result.NotFound missing -> {
        if (optional) {
          yield "";
        }
        throw new TemplateRenderError(missing.reason());
      }
    };
  }

  private static String csrf(Context context) {
    Object token = context.get("csrf_token");
    Object value = token == TemplateObject.ABSENT ? null : context.engine().call(token);
    if (value == null
        || context.text(value).isEmpty()
        || context.text(value).equals("NOTPROVIDED")) {
      return "";
    }
    return Html.format(
            "<input type=\"hidden\" name=\"csrfmiddlewaretoken\" value=\"{}\">",
            context.text(value))
        .value();
  }

  private static String debug(Context context) {
    if (!context.engine().debug()) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    new TreeMap<>(context.flatten())
        .forEach((name, value) ->
            out.append(name).append(": ").append(context.text(value)).append('\n'));
    return Html.escapeText(out.toString());
  }
}
