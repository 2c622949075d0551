package io.quintet.core.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How people type dates and times in a language, as {@code %} directives: {@code %d.%m.%Y}. The
 * first format is the one in which values are shown; ISO 8601 is understood in every language.
 *
 * @param dates formats of days
 * @param times formats of times of day
 */
public record InputFormats(List<String> dates, List<String> times) {
  /** ISO 8601, and 24 hours. */
  public static final InputFormats ISO =
      new InputFormats(List.of("%Y-%m-%d"), List.of("%H:%M:%S", "%H:%M:%S.%f", "%H:%M"));

  private static final List<String> DOTTED_TIMES =
      List.of("%H:%M:%S", "%H:%M:%S.%f", "%H.%M:%S", "%H.%M:%S.%f", "%H.%M", "%H:%M");
  private static final Map<String, InputFormats> BY_LANGUAGE = table();

  /** Copies the lists. */
  public InputFormats {
    dates = List.copyOf(dates);
    times = List.copyOf(times);
  }

  /** The formats of a language, of its region if that has its own; empty if none are known. */
  public static Optional<InputFormats> of(Locale locale) {
    String tag = locale.toLanguageTag().toLowerCase(Locale.ROOT);
    InputFormats found = BY_LANGUAGE.get(tag);
    return Optional.ofNullable(found == null ? BY_LANGUAGE.get(locale.getLanguage()) : found);
  }

  /** Formats of days with a time of day, then of days alone. */
  public List<String> dateTimes() {
    List<String> formats = new ArrayList<>();
    for (String date : dates) {
      ISO.times.forEach(time -> formats.add(date + " " + time));
    }
    formats.addAll(dates);
    return formats;
  }

  private static Map<String, InputFormats> table() {
    Map<String, InputFormats> table = new HashMap<>();
    for (String dotted :
        "az bg cs de de-ch et fi hr is ka lv mk nb nn no pl ro ru sk sl sq sr tr uk".split(" ")) {
      table.put(dotted, new InputFormats(List.of("%d.%m.%Y", "%d.%m.%y"), ISO.times));
    }
    for (String slashed :
        "ar bn ca cy el en-gb en-au es eu fr ga gl he hi id pt pt-br th vi".split(" ")) {
      table.put(slashed, new InputFormats(List.of("%d/%m/%Y", "%d/%m/%y"), ISO.times));
    }
    table.put("fi", new InputFormats(List.of("%d.%m.%Y", "%d.%m.%y"), DOTTED_TIMES));
    table.put("hu", new InputFormats(List.of("%Y.%m.%d."), ISO.times));
    table.put(
        "it",
        new InputFormats(
            List.of("%d/%m/%Y", "%Y/%m/%d", "%d-%m-%Y", "%Y-%m-%d", "%d-%m-%y", "%d/%m/%y"),
            ISO.times));
    table.put(
        "nl",
        new InputFormats(
            List.of("%d-%m-%Y", "%d-%m-%y", "%d/%m/%Y", "%d/%m/%y", "%Y/%m/%d"), DOTTED_TIMES));
    table.put("da", new InputFormats(List.of("%d.%m.%Y"), ISO.times));
    table.put("ja", new InputFormats(List.of("%Y/%m/%d", "%Y-%m-%d"), ISO.times));
    table.put("sv", new InputFormats(List.of("%Y-%m-%d", "%m/%d/%Y", "%m/%d/%y"), ISO.times));
    return Map.copyOf(table);
  }
}
