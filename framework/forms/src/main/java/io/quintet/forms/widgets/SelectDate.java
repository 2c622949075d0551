package io.quintet.forms.widgets;

import io.quintet.forms.Submission;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A day in three selects: month, day and year. Made by {@link Widgets#selectDate}. */
public final class SelectDate extends Widget {
  private static final Pattern DATE = Pattern.compile("(\\d{4}|0)-(\\d\\d?)-(\\d\\d?)");
  private static final String EMPTY = "---";
  private static final List<String> PARTS = List.of("month", "day", "year");

  private final List<Option.Choice> years;
  private final Map<String, String> empty = new HashMap<>();
  private List<String> months =
      Stream.of(Month.values())
          .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, Locale.US))
          .toList();

  SelectDate(int firstYear, int lastYear) {
    this.years = numbers(firstYear, lastYear);
  }

  private static List<Option.Choice> numbers(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(Integer::toString)
        .map(number -> Option.of(number, number))
        .toList();
  }

  /** Sets what stands for no choice in each of the selects. */
  public SelectDate emptyLabels(String year, String month, String day) {
    empty.putAll(Map.of("year", year, "month", month, "day", day));
    return this;
  }

  /** Sets the names of the months, twelve of them. */
  public SelectDate months(List<String> names) {
    if (names.size() != Month.values().length) {
      throw new IllegalArgumentException(
          "A year has 12 months, but " + names.size() + " names were given: " + names);
    }
    this.months = List.copyOf(names);
    return this;
  }

  @Override
  public boolean fieldset() {
    return true;
  }

  @Override
  public String labelId(String id) {
    return id + "_month";
  }

  @Override
  public @Nullable Object read(Submission sent, String name) {
    Object year = sent.get(name + "_year");
    Object month = sent.get(name + "_month");
    Object day = sent.get(name + "_day");
    if (year == null || month == null || day == null) {
      return sent.get(name);
    }
    if (year.equals("") && month.equals("") && day.equals("")) {
      return null;
    }
    try {
      return LocalDate.of(number(year), number(month), number(day)).toString();
    } catch (DateTimeException | NumberFormatException e) {
      return orZero(year) + "-" + orZero(month) + "-" + orZero(day);
    }
  }

  private static int number(Object value) {
    return Integer.parseInt(value.toString());
  }

  private static Object orZero(Object value) {
    return value.equals("") ? "0" : value;
  }

  @Override
  public boolean omitted(Submission sent, String name) {
    return PARTS.stream().noneMatch(part -> sent.contains(name + "_" + part));
  }

  @Override
  protected void write(
      StringBuilder out,
      String name,
      @Nullable Object value,
      Map<String, ? extends @Nullable Object> attributes) {
    Map<String, String> parts = split(value);
    for (String part : PARTS) {
      Map<String, @Nullable Object> own = new LinkedHashMap<>(attributes);
      own.put("id", "id_" + name + "_" + part);
      Select select = new Select(false);
      List<Option.Choice> options = options(part);
      select.options(() -> options);
      select.write(out, name + "_" + part, parts.getOrDefault(part, ""), own);
    }
  }

  private List<Option.Choice> options(String part) {
    List<Option.Choice> options = new ArrayList<>();
    if (!required()) {
      options.add(Option.of("", empty.getOrDefault(part, EMPTY)));
    }
    switch (part) {
      case "month" -> {
        for (Month month : Month.values()) {
          String label = months.get(month.getValue() - 1);
          options.add(Option.of(Integer.toString(month.getValue()), label));
        }
      }
      case "day" -> options.addAll(numbers(1, 31));
      default -> options.addAll(years);
    }
    return options;
  }

  private static Map<String, String> split(@Nullable Object value) {
    Object day = value instanceof LocalDateTime moment ? moment.toLocalDate() : value;
    Matcher matcher = DATE.matcher(day == null ? "" : day.toString());
    if (!matcher.matches()) {
      return Map.of();
    }
    return Map.of(
        "year", plain(matcher.group(1)),
        "month", plain(matcher.group(2)),
        "day", plain(matcher.group(3)));
  }

  private static String plain(String digits) {
    int number = Integer.parseInt(digits);
    return number == 0 ? "" : Integer.toString(number);
  }

  @Override
  public boolean hasParts() {
    return true;
  }
}
