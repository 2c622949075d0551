package io.quintet.templates.library;

import io.quintet.core.text.Html;
import io.quintet.core.text.HtmlValue;
import io.quintet.core.text.SafeString;
import io.quintet.templates.FilterCall;
import io.quintet.templates.TemplateSyntaxError;
import io.quintet.templates.values.Values;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Nested lists as the items of HTML lists: a list behind an element is that element's children. */
final class UnorderedLists {
  private static final int MAX_DEPTH = 100;

  private UnorderedLists() {}

  static SafeString html(FilterCall call) {
    StringBuilder out = new StringBuilder();
    items(call.value(), 1, call, out);
    return SafeString.of(out.toString());
  }

  private static void items(@Nullable Object value, int depth, FilterCall call, StringBuilder out) {
    List<@Nullable Object> items = Values.list(value);
    if (items == null) {
      throw new TemplateSyntaxError("'unordered_list' needs a list, not '" + call.text() + "'.");
    }
    if (depth > MAX_DEPTH) {
      throw new TemplateSyntaxError(
          "'unordered_list' was given lists that are nested more than "
              + MAX_DEPTH
              + " levels deep.");
    }
    String indent = "\t".repeat(depth);
    for (int i = 0; i < items.size(); i++) {
      Object children = i + 1 < items.size() && isList(items.get(i + 1)) ? items.get(i + 1) : null;
      out.append(out.isEmpty() || out.charAt(out.length() - 1) == '\n' ? "" : "\n")
          .append(indent)
          .append("<li>")
          .append(text(items.get(i), call));
      List<@Nullable Object> below = children == null ? null : Values.list(children);
      if (below != null && below.isEmpty()) {
        i++;
      } else if (children != null) {
        out.append('\n').append(indent).append("<ul>\n");
        items(children, depth + 1, call, out);
        out.append('\n').append(indent).append("</ul>\n").append(indent);
        i++;
      }
      out.append("</li>");
    }
  }

  private static boolean isList(@Nullable Object value) {
    return !(value instanceof CharSequence || value instanceof Map<?, ?> || value instanceof Set<?>)
        && Values.iterator(value) != null;
  }

  private static String text(@Nullable Object value, FilterCall call) {
    String text = call.context().text(value);
    return call.autoescape() && !(value instanceof HtmlValue) ? Html.escapeText(text) : text;
  }
}
