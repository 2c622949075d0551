package io.quintet.templates;

import io.quintet.core.MultiMap;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an error page of development shows of a template that failed.
 *
 * @param lines the source around the place
 * @param values the names that these lines use, with their values in short; whoever shows them
 *     hides what is secret
 */
public record Snapshot(List<Line> lines, Map<String, String> values) {
  private static final Pattern DOTTED = Pattern.compile("(?<![\\w.|])([A-Za-z]\\w*)\\.");
  private static final String QUOTED = "\"[^\"]*\"|'[^']*'";
  private static final int AROUND = 5;
  private static final int LONGEST_LINE = 500;
  private static final int LONGEST_VALUE = 200;

  /**
   * A line of a template.
   *
   * @param number from 1
   * @param before what stands before the failing expression, all of the line if it is another
   * @param marked the failing expression, empty on other lines
   * @param after what stands after it
   */
  public record Line(int number, String before, String marked, String after) {
    /** Whether the failing expression starts here. */
    public boolean isCurrent() {
      return !marked.isEmpty();
    }
  }

  static Snapshot of(String source, Position position, @Nullable Context context) {
    List<Line> lines = lines(source, position);
    Map<String, String> values = new LinkedHashMap<>();
    if (context != null) {
      for (Line line : lines) {
        absent(line.marked(), context, values);
        names(line.before() + line.marked() + line.after(), context, values);
      }
    }
    return new Snapshot(lines, values);
  }

  private static List<Line> lines(String source, Position position) {
    String[] all = source.split("\\R", -1);
    List<Line> lines = new ArrayList<>();
    int last = Math.min(all.length, position.line() + AROUND);
    for (int number = Math.max(1, position.line() - AROUND); number <= last; number++) {
      String text = all[number - 1];
      int start = Math.min(position.column() - 1, text.length());
      if (number != position.line()) {
        lines.add(new Line(number, cut(text, LONGEST_LINE), "", ""));
      } else {
        int end = tagEnd(text, start);
        lines.add(
            new Line(
                number,
                cut(text.substring(0, start), LONGEST_LINE),
                cut(text.substring(start, end), LONGEST_LINE),
                cut(text.substring(end), LONGEST_LINE)));
      }
    }
    return lines;
  }

  private static int tagEnd(String line, int start) {
    int close = line.indexOf(line.startsWith("{{", start) ? "}}" : "%}", start);
    return close < 0 ? line.length() : close + 2;
  }

  /** The tag that starts at a place of a source; empty if the source has no such place. */
  static String tagAt(String source, int line, int column) {
    String text = source.lines().skip(line - 1L).findFirst().orElse("");
    int start = Math.min(column - 1, text.length());
    return text.substring(start, tagEnd(text, start));
  }

  /** The words between braces that the context knows. */
  private static void names(String line, Context context, Map<String, String> values) {
    for (int open = line.indexOf('{'); open >= 0; open = line.indexOf('{', open + 1)) {
      int close = line.indexOf('}', open);
      int end = close < 0 ? line.length() : close;
      int i = open + 1;
      while (i < end) {
        int start = i;
        while (i < end && ExpressionParser.isWord(line.charAt(i))) {
          i++;
        }
        if (i > start) {
          add(line.substring(start, i), context, values);
        } else {
          i++;
        }
      }
    }
  }

  /** The names before a dot in the failing expression that the template does not have. */
  private static void absent(String marked, Context context, Map<String, String> values) {
    Matcher dotted = DOTTED.matcher(marked.replaceAll(QUOTED, " "));
    while (dotted.find()) {
      if (context.get(dotted.group(1)) == TemplateObject.ABSENT) {
        values.put(dotted.group(1), "not there");
      }
    }
  }

  private static void add(String name, Context context, Map<String, String> values) {
    Object value = context.get(name);
    if (value != TemplateObject.ABSENT && !name.equals("None") && !name.equals("True")) {
      values.putIfAbsent(name, shown(value));
    }
  }

  /** Only what can be shown without running code of the project. */
  private static String shown(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case CharSequence text -> "\"" + cut(text.toString(), LONGEST_VALUE) + "\"";
      case Number _, Boolean _, TemporalAccessor _, Enum<?> _ ->
          cut(value.toString(), LONGEST_VALUE);
      case Collection<?> c -> c.getClass().getSimpleName() + " of " + c.size();
      case Map<?, ?> m -> "map with " + cut(String.valueOf(m.keySet()), LONGEST_VALUE);
      case MultiMap m -> "values of " + cut(String.valueOf(m.names()), LONGEST_VALUE);
      default -> value.getClass().getSimpleName();
    };
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest) + "…";
  }
}
