package io.quintet.processor.template;

import io.quintet.templates.Position;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the statements of a compiled template come from. Each line of code is marked with a place;
 * in the end the marks become a table from lines of Java to places, which is read when a statement
 * fails and costs nothing before.
 */
final class Places {
  static final int NONE = -1;

  private static final Pattern MARK = Pattern.compile(" //@(\\d+)$");

  private final Map<Place, Integer> places = new LinkedHashMap<>();
  private final Map<String, Integer> templates = new LinkedHashMap<>();

  /** A place, and the number of that from which it was reached. */
  private record Place(int template, int line, int column, int from) {}

  /** Code without marks, and the table that they made. */
  record Taken(String code, String table) {}

  /** The number of a place. */
  int add(Position position, int from) {
    int template =
        templates.computeIfAbsent(String.valueOf(position.template()), name -> templates.size());
    return places.computeIfAbsent(
        new Place(template, position.line(), position.column(), from), place -> places.size());
  }

  /** What marks a line of code. */
  static String mark(int place) {
    return place == NONE ? "" : " //@" + place;
  }

  Taken take(String code) {
    StringBuilder table = new StringBuilder();
    templates.keySet().forEach(name -> table.append("T ").append(name).append('\n'));
    places
        .keySet()
        .forEach(place ->
            table.append(
                "P %d %d %d %d\n"
                    .formatted(place.template(), place.line(), place.column(), place.from())));
    StringBuilder plain = new StringBuilder();
    int number = 0;
    for (String line : List.of(code.split("\n", -1))) {
      number++;
      Matcher mark = MARK.matcher(line);
      boolean marked = mark.find();
      if (marked) {
        table.append("L ").append(number).append(' ').append(mark.group(1)).append('\n');
      }
      plain.append(number == 1 ? "" : "\n").append(marked ? line.substring(0, mark.start()) : line);
    }
    return new Taken(plain.toString(), table.toString());
  }
}
