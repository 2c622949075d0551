package io.quintet.core.text;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The brace patterns of {@link Html#format}. */
final class HtmlFormat {
  private HtmlFormat() {}

  static SafeString fill(
      String pattern, @Nullable Object[] arguments, Map<String, ? extends @Nullable Object> named) {
    if (arguments.length == 0 && named.isEmpty()) {
      throw new IllegalArgumentException("args or kwargs must be provided.");
    }
    StringBuilder out = new StringBuilder(pattern.length() + 32);
    int next = 0;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      boolean doubled = i + 1 < pattern.length() && pattern.charAt(i + 1) == c;
      if ((c == '{' || c == '}') && doubled) {
        out.append(c);
        i++;
      } else if (c == '}') {
        throw new IllegalArgumentException(
            "Single '}' in the HTML pattern \"" + pattern + "\"; write '}}' for a brace.");
      } else if (c == '{') {
        int end = pattern.indexOf('}', i);
        if (end < 0) {
          throw new IllegalArgumentException(
              "'{' is not closed in the HTML pattern \"" + pattern + "\".");
        }
        String name = pattern.substring(i + 1, end);
        out.append(Html.conditionalEscape(argument(name, next, arguments, named, pattern)).value());
        next += name.isEmpty() ? 1 : 0;
        i = end;
      } else {
        out.append(c);
      }
    }
    return SafeString.of(out.toString());
  }

  private static @Nullable Object argument(
      String name,
      int next,
      @Nullable Object[] arguments,
      Map<String, ? extends @Nullable Object> named,
      String pattern) {
    if (named.containsKey(name)) {
      return named.get(name);
    }
    boolean numeric =
        !name.isEmpty() && name.length() < 6 && name.chars().allMatch(c -> c >= '0' && c <= '9');
    int position = name.isEmpty() ? next : numeric ? Integer.parseInt(name) : -1;
    if (position < 0 || position >= arguments.length) {
      throw new IllegalArgumentException(
          "The HTML pattern \""
              + pattern
              + "\" asks for {"
              + name
              + "}, but there are "
              + arguments.length
              + " positional arguments and the names "
              + named.keySet()
              + ".");
    }
    return arguments[position];
  }
}
