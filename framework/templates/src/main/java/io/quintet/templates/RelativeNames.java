package io.quintet.templates;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Template names that start with {@code ./} or {@code ../}. */
final class RelativeNames {
  private RelativeNames() {}

  /**
   * The full name, in the quotes that the relative one has.
   *
   * @param current the name of the template that holds the relative name
   * @param name the name as the template has it, perhaps in quotes
   * @param recursive whether it may be the current template itself
   */
  static String resolve(@Nullable String current, String name, boolean recursive) {
    String bare = unquoted(name);
    if (!bare.startsWith("./") && !bare.startsWith("../")) {
      return name;
    }
    if (current == null) {
      throw new TemplateSyntaxError(
          "The relative path " + name + " cannot be evaluated due to an unknown template origin.");
    }
    String from = current.replaceFirst("^/+", "");
    String full =
        normalized(from.contains("/") ? from.substring(0, from.lastIndexOf('/') + 1) + bare : bare);
    if (full.startsWith("../")) {
      throw new TemplateSyntaxError(
          "The relative path '"
              + name
              + "' points outside the file hierarchy that template '"
              + current
              + "' is in.");
    }
    if (!recursive && from.equals(full)) {
      throw new TemplateSyntaxError(
          "The relative path '"
              + name
              + "' was translated to template name '"
              + current
              + "', the same template in which the tag appears.");
    }
    boolean quoted =
        (name.startsWith("\"") || name.startsWith("'")) && name.endsWith(name.substring(0, 1));
    return quoted ? "\"" + full + "\"" : full;
  }

  private static String unquoted(String name) {
    int start = 0;
    int end = name.length();
    while (start < end && (name.charAt(start) == '"' || name.charAt(start) == '\'')) {
      start++;
    }
    while (end > start && (name.charAt(end - 1) == '"' || name.charAt(end - 1) == '\'')) {
      end--;
    }
    return name.substring(start, end);
  }

  private static String normalized(String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/")) {
      if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }
}
