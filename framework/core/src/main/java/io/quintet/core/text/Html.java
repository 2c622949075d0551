package io.quintet.core.text;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Escaping for HTML, for JavaScript strings and for JSON inside a page. Every method is linear in
 * its input.
 */
public final class Html {
  private Html() {}

  /**
   * Replaces {@code & < > " '} by character references, whether or not the text was escaped before.
   */
  public static SafeString escape(CharSequence text) {
    return SafeString.of(escapeText(text.toString()));
  }

  /** {@link #escape} as a plain string; returns the same object when nothing needs escaping. */
  public static String escapeText(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      if (reference(text.charAt(i)) != null) {
        return escapeFrom(text, i);
      }
    }
    return text;
  }

  private static String escapeFrom(String text, int start) {
    StringBuilder out = new StringBuilder(text.length() + 32).append(text, 0, start);
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      String reference = reference(c);
      if (reference == null) {
        out.append(c);
      } else {
        out.append(reference);
      }
    }
    return out.toString();
  }

  private static @Nullable String reference(char c) {
    if (c > '>') {
      return null;
    }
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#x27;";
      default -> null;
    };
  }

  /** Escapes a value unless it is {@link HtmlValue HTML already}; null is the text {@code null}. */
  public static SafeString conditionalEscape(@Nullable Object value) {
    return switch (value) {
      case SafeString safe -> safe;
      case HtmlValue html -> SafeString.of(html.html());
      case null, default -> SafeString.of(escapeText(String.valueOf(value)));
    };
  }

  /**
   * Fills an HTML pattern: {@code {}} takes the next argument, {@code {0}} one by position, {@code
   * {{}} and {@code }}} are braces. Each argument is escaped unless it is HTML already.
   *
   * @throws IllegalArgumentException if there are no arguments, the pattern names a missing one, or
   *     a brace is not closed
   */
  public static SafeString format(String pattern, @Nullable Object... arguments) {
    return HtmlFormat.fill(pattern, arguments, Map.of());
  }

  /**
   * Fills an HTML pattern by name: {@code {title}} is the value of {@code title} in the map,
   * escaped.
   */
  public static SafeString format(
      String pattern, Map<String, ? extends @Nullable Object> arguments) {
    return HtmlFormat.fill(pattern, new Object[0], arguments);
  }

  /** Escapes text for use inside a JavaScript string literal in HTML. */
  public static SafeString escapeJs(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 32 || "\\'\"><&=-;`\u2028\u2029".indexOf(c) >= 0) {
        out.append("\\u").append(hex4(c));
      } else {
        out.append(c);
      }
    }
    return SafeString.of(out.toString());
  }

  private static String hex4(char c) {
    return "%04X".formatted((int) c);
  }

  /**
   * A script element that holds JSON for the page's own scripts to read. The JSON is made harmless
   * by writing {@code < > &} as escapes.
   *
   * @param json the JSON text
   * @param id the element's id, or null for none
   */
  public static SafeString jsonScript(String json, @Nullable CharSequence id) {
    StringBuilder out = new StringBuilder(json.length() + 64).append("<script ");
    if (id != null && !id.isEmpty()) {
      out.append("id=\"").append(conditionalEscape(id).value()).append("\" ");
    }
    out.append("type=\"application/json\">");
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      switch (c) {
        case '<' -> out.append("\\u003C");
        case '>' -> out.append("\\u003E");
        case '&' -> out.append("\\u0026");
        default -> out.append(c);
      }
    }
    return SafeString.of(out.append("</script>").toString());
  }

  /** The text with character references such as {@code &lt;} resolved; what is none stays. */
  public static String unescape(String text) {
    return Entities.decode(text);
  }
}
