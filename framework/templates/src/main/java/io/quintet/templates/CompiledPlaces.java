package io.quintet.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Finds the place in a template that a statement of its compiled class stands for, by the line of
 * Java that the stack of an exception names.
 */
final class CompiledPlaces {
  private static final int MOST = 100;

  private final List<String> templates = new ArrayList<>();
  private final List<int[]> places = new ArrayList<>();
  private final TreeMap<Integer, Integer> lines = new TreeMap<>();

  private CompiledPlaces(String table) {
    for (String line : table.split("\n", -1)) {
      if (line.startsWith("T ")) {
        templates.add(line.substring(2));
      } else if (line.startsWith("P ")) {
        places.add(numbers(line));
      } else if (line.startsWith("L ")) {
        int[] pair = numbers(line);
        lines.put(pair[0], pair[1]);
      }
    }
  }

  private static int[] numbers(String line) {
    String[] words = line.split(" ", -1);
    int[] numbers = new int[words.length - 1];
    for (int i = 1; i < words.length; i++) {
      numbers[i - 1] = Integer.parseInt(words[i]);
    }
    return numbers;
  }

  /**
   * The place where something was thrown and those that led there, the outermost last; none if the
   * exception has no stack.
   *
   * @param sources gives the text of a template by its name, empty if it has gone
   */
  static List<Position> of(
      CompiledTemplate<?> template, Throwable thrown, Function<String, String> sources) {
    String type = template.getClass().getName();
    for (StackTraceElement frame : thrown.getStackTrace()) {
      if (frame.getClassName().equals(type)) {
        return new CompiledPlaces(template.places()).at(frame.getLineNumber(), sources);
      }
    }
    return List.of();
  }

  private List<Position> at(int line, Function<String, String> sources) {
    Map.Entry<Integer, Integer> found = lines.floorEntry(line);
    List<Position> way = new ArrayList<>();
    int next = found == null ? -1 : found.getValue();
    while (next >= 0 && way.size() < MOST) {
      int[] place = places.get(next);
      String name = templates.get(place[0]);
      String text = Snapshot.tagAt(sources.apply(name), place[1], place[2]);
      way.add(new Position(name, place[1], place[2], text));
      next = place[3];
    }
    return way;
  }
}
