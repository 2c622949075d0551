package io.quintet.tasks;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * One of the five fields of a cron expression: what it may hold, and how its text is read into a
 * set of numbers.
 */
enum CronField {
  MINUTE("minute", 0, 59, List.of()),
  HOUR("hour", 0, 23, List.of()),
  DAY_OF_MONTH("day of month", 1, 31, List.of()),
  MONTH(
      "month",
      1,
      12,
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")),
  DAY_OF_WEEK("day of week", 0, 7, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"));

  private static final int SUNDAY_AS_SEVEN = 7;

  private final String label;
  private final int lowest;
  private final int highest;
  private final List<String> names;

  CronField(String label, int lowest, int highest, List<String> names) {
    this.label = label;
    this.lowest = lowest;
    this.highest = highest;
    this.names = names;
  }

  /** Reads lists of values, ranges and steps: {@code 0,15-30/5,*}{@code /20}. */
  BitSet parse(String text, String expression) {
    BitSet values = new BitSet(highest + 1);
    for (String part : text.split(",", -1)) {
      addPart(part, values, expression);
    }
    if (this == DAY_OF_WEEK && values.get(SUNDAY_AS_SEVEN)) {
      values.clear(SUNDAY_AS_SEVEN);
      values.set(0);
    }
    return values;
  }

  private void addPart(String part, BitSet values, String expression) {
    String[] halves = part.split("/", -1);
    if (halves.length > 2) {
      throw wrong(part, "more than one step", expression);
    }
    boolean stepped = halves.length == 2;
    int step = stepped ? number(halves[1], part, expression) : 1;
    if (step < 1) {
      throw wrong(part, "a step must be 1 or more", expression);
    }
    String range = halves[0];
    int from;
    int to;
    if (range.equals("*")) {
      from = lowest;
      to = this == DAY_OF_WEEK ? highest - 1 : highest;
    } else if (range.contains("-")) {
      String[] ends = range.split("-", -1);
      if (ends.length != 2) {
        throw wrong(part, "a range has two ends", expression);
      }
      from = value(ends[0], part, expression);
      to = value(ends[1], part, expression);
      if (this == DAY_OF_WEEK && to == 0 && from > 0) {
        to = SUNDAY_AS_SEVEN;
      }
      if (from > to) {
        throw wrong(part, "the range runs backwards", expression);
      }
    } else {
      from = value(range, part, expression);
      to = stepped ? highest : from;
    }
    for (int value = from; value <= to; value += step) {
      values.set(value);
    }
  }

  private int value(String text, String part, String expression) {
    int name = names.indexOf(text.toUpperCase(Locale.ROOT));
    int value = name >= 0 ? name + lowest : number(text, part, expression);
    if (value < lowest || value > highest) {
      throw wrong(part, value + " is out of range", expression);
    }
    return value;
  }

  private int number(String text, String part, String expression) {
    if (text.isEmpty() || text.length() > 4 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw wrong(
          part,
          "\"" + text + "\" is not a number" + (names.isEmpty() ? "" : " or a name"),
          expression);
    }
    return Integer.parseInt(text);
  }

  private IllegalArgumentException wrong(String part, String problem, String expression) {
    return new IllegalArgumentException(
        "Cron expression \""
            + expression
            + "\", "
            + label
            + " \""
            + part
            + "\": "
            + problem
            + "; allowed are "
            + lowest
            + " to "
            + highest
            + (names.isEmpty() ? "" : ", " + names.getFirst() + " to " + names.getLast())
            + ", *, ranges as in 1-5, steps as in */2, and lists of these");
  }
}
