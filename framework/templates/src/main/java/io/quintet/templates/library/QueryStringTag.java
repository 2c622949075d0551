package io.quintet.templates.library;

import io.quintet.core.MultiMap;
import io.quintet.core.text.UriText;
import io.quintet.templates.Arguments;
import io.quintet.templates.Context;
import io.quintet.templates.Library;
import io.quintet.templates.Parameters;
import io.quintet.templates.TemplateObject;
import io.quintet.templates.TemplateRenderError;
import io.quintet.templates.values.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code {% querystring name=value %}}: the query of this page with some values changed. */
final class QueryStringTag {
  private QueryStringTag() {}

  static Library library() {
    Parameters parameters = Parameters.of().optional("query_dict", null).keywords();
    return Library.builder().simpleTag("querystring", parameters, QueryStringTag::query).build();
  }

  private static String query(Context context, Arguments arguments) {
    Object given = arguments.get("query_dict");
    Map<String, List<@Nullable Object>> query =
        fields(given == null ? current(context) : given, context);
    boolean wasEmpty = query.isEmpty();
    arguments.keywords().forEach((name, value) -> change(query, name, value));
    return query.isEmpty() && wasEmpty ? "" : "?" + encoded(query, context);
  }

  private static @Nullable Object current(Context context) {
    Object request = context.get("request");
    Object query =
        request == TemplateObject.ABSENT
            ? TemplateObject.ABSENT
            : context.engine().member(request, "GET");
    if (query == TemplateObject.ABSENT) {
      throw new TemplateRenderError(
          "{% querystring %} needs the name 'request' in the context, with its query as 'GET', or a query as its first argument.");
    }
    return query;
  }

  private static Map<String, List<@Nullable Object>> fields(
      @Nullable Object source, Context context) {
    Map<String, List<@Nullable Object>> fields = new LinkedHashMap<>();
    switch (source) {
      case MultiMap map ->
          map.names().forEach(key -> fields.put(key, new ArrayList<>(map.list(key))));
      case Map<?, ?> map -> map.forEach((key, value) -> change(fields, context.text(key), value));
      case null, default ->
          throw new TemplateRenderError(
              "{% querystring %} needs a query or a map as its first argument, not '"
                  + context.text(source)
                  + "'.");
    }
    return fields;
  }

  private static void change(
      Map<String, List<@Nullable Object>> query, String name, @Nullable Object value) {
    if (value == null) {
      query.remove(name);
      return;
    }
    List<@Nullable Object> values = value instanceof CharSequence ? null : Values.list(value);
    List<@Nullable Object> one = new ArrayList<>();
    one.add(value);
    query.put(name, values == null ? one : values);
  }

  private static String encoded(Map<String, List<@Nullable Object>> query, Context context) {
    StringBuilder out = new StringBuilder();
    query.forEach((name, values) ->
        values.forEach(value ->
            out.append(out.isEmpty() ? "" : "&")
                .append(field(name))
                .append('=')
                .append(field(context.text(value)))));
    return out.toString();
  }

  private static String field(String text) {
    return UriText.quote(text, " ").replace(' ', '+');
  }
}
