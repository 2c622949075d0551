package io.quintet.core.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One setting: key, type, default and meaning, declared as a constant by the room that reads it.
 *
 * <pre>{@code
 * public static final Setting<Duration> SESSION_AGE =
 *     Setting.duration("http.session-age", Duration.ofDays(14), "How long a session lasts without use");
 * }</pre>
 *
 * <p>The key {@code http.session-age} is overridden by the environment variable {@code
 * QUINTET_HTTP_SESSION_AGE}. Units are in the type: durations read {@code 90s}, {@code 15m}, {@code
 * 2h}, {@code 14d} or ISO {@code PT15M}; sizes read {@code 10MB}; lists are separated by commas.
 *
 * @param <T> the type of the value
 */
public final class Setting<T> {
  private final String key;
  private final T defaultValue;
  private final String help;
  private final Function<String, T> parser;
  private final Function<T, String> printer;
  private final boolean secret;
  private final boolean required;
  private final @Nullable Predicate<T> check;
  private final String checkMessage;

  private Setting(
      String key,
      T defaultValue,
      String help,
      Function<String, T> parser,
      Function<T, String> printer,
      boolean secret,
      boolean required,
      @Nullable Predicate<T> check,
      String checkMessage) {
    this.key = key;
    this.defaultValue = defaultValue;
    this.help = help;
    this.parser = parser;
    this.printer = printer;
    this.secret = secret;
    this.required = required;
    this.check = check;
    this.checkMessage = checkMessage;
  }

  /** A setting of a type of one's own: how it is read from text and printed. */
  public static <T> Setting<T> of(
      String key, T defaultValue, String help, Function<String, T> parser) {
    return new Setting<>(key, defaultValue, help, parser, String::valueOf, false, false, null, "");
  }

  /** A yes or no: {@code true}, {@code yes}, {@code on}, {@code 1} and their opposites. */
  public static Setting<Boolean> bool(String key, boolean defaultValue, String help) {
    return of(key, defaultValue, help, Setting::parseBool);
  }

  /** A text. */
  public static Setting<String> text(String key, String defaultValue, String help) {
    return of(key, defaultValue, help, text -> text);
  }

  /** A whole number. */
  public static Setting<Integer> integer(String key, int defaultValue, String help) {
    return of(
        key,
        defaultValue,
        help,
        text -> {
          try {
            return Integer.parseInt(text.strip());
          } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a whole number", e);
          }
        });
  }

  /** A length of time. */
  public static Setting<Duration> duration(String key, Duration defaultValue, String help) {
    return new Setting<>(
        key,
        defaultValue,
        help,
        Setting::parseDuration,
        Setting::printDuration,
        false,
        false,
        null,
        "");
  }

  /** A number of bytes. */
  public static Setting<DataSize> bytes(String key, DataSize defaultValue, String help) {
    return of(key, defaultValue, help, DataSize::parse);
  }

  /** A list of texts, separated by commas. */
  public static Setting<List<String>> list(String key, List<String> defaultValue, String help) {
    return new Setting<>(
        key,
        List.copyOf(defaultValue),
        help,
        Setting::parseList,
        list -> String.join(",", list),
        false,
        false,
        null,
        "");
  }

  /** One of an enum's constants, by name; case and {@code -} for {@code _} do not matter. */
  public static <E extends Enum<E>> Setting<E> enumeration(
      String key, E defaultValue, String help) {
    Class<E> type = defaultValue.getDeclaringClass();
    return new Setting<>(
        key,
        defaultValue,
        help,
        text -> parseEnum(type, text),
        value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        false,
        false,
        null,
        "");
  }

  /** A file or folder; relative ones are resolved against the site's folder by the reader. */
  public static Setting<Path> path(String key, Path defaultValue, String help) {
    return of(key, defaultValue, help, Path::of);
  }

  /** A text that is never printed. */
  public static Setting<String> secret(String key, String defaultValue, String help) {
    return new Setting<>(
        key, defaultValue, help, text -> text, text -> text, true, false, null, "");
  }

  /** A list of texts that are never printed. */
  public static Setting<List<String>> secrets(String key, String help) {
    return new Setting<>(
        key, List.of(), help, Setting::parseList, list -> "", true, false, null, "");
  }

  /** A language, as in {@code en} or {@code de-at}. */
  public static Setting<Locale> locale(String key, Locale defaultValue, String help) {
    return new Setting<>(
        key,
        defaultValue,
        help,
        Setting::parseLocale,
        Locale::toLanguageTag,
        false,
        false,
        null,
        "");
  }

  /** A time zone, as in {@code Europe/Vienna}. */
  public static Setting<ZoneId> zone(String key, ZoneId defaultValue, String help) {
    return of(
        key,
        defaultValue,
        help,
        text -> {
          try {
            return ZoneId.of(text.strip());
          } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException(
                "'" + text + "' is not a time zone: write it as Europe/Vienna or UTC", e);
          }
        });
  }

  /** The same setting, which must be given a value outside development. */
  public Setting<T> required() {
    return new Setting<>(
        key, defaultValue, help, parser, printer, secret, true, check, checkMessage);
  }

  /**
   * The same setting, whose values must pass {@code test}; {@code message} says what is allowed.
   */
  public Setting<T> check(Predicate<T> test, String message) {
    return new Setting<>(key, defaultValue, help, parser, printer, secret, required, test, message);
  }

  /** The key, dotted and lower case: {@code http.session-age}. */
  public String key() {
    return key;
  }

  /** The environment variable that overrides it: {@code QUINTET_HTTP_SESSION_AGE}. */
  public String variable() {
    return "QUINTET_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** The value when nothing else gives one. */
  public T defaultValue() {
    return defaultValue;
  }

  /** One sentence: what it means. */
  public String help() {
    return help;
  }

  /** Whether its value must never be printed. */
  public boolean isSecret() {
    return secret;
  }

  /** Whether it must be given a value outside development. */
  public boolean isRequired() {
    return required;
  }

  /**
   * Reads a value from text.
   *
   * @throws IllegalArgumentException saying what was found and what is allowed
   */
  public T parse(String text) {
    return checked(parser.apply(text));
  }

  /** The value itself, if the setting's check accepts it. */
  T checked(T value) {
    if (check != null && !check.test(value)) {
      throw new IllegalArgumentException(
          secret ? checkMessage : "'" + printer.apply(value) + "' is not allowed: " + checkMessage);
    }
    return value;
  }

  /** The value as a person may see it: secrets are masked. */
  public String print(T value) {
    if (!secret) {
      return printer.apply(value);
    }
    boolean empty = value.equals("") || value.equals(List.of());
    return empty ? "(not set)" : "********";
  }

  @Override
  public String toString() {
    return key;
  }

  private static boolean parseBool(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "1" -> true;
      case "false", "no", "off", "0", "" -> false;
      default -> throw new IllegalArgumentException("'" + text + "' is neither true nor false");
    };
  }

  private static List<String> parseList(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  private static <E extends Enum<E>> E parseEnum(Class<E> type, String text) {
    String wanted = text.strip().replace('-', '_');
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(wanted)) {
        return constant;
      }
    }
    String allowed =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .collect(Collectors.joining(", "));
    throw new IllegalArgumentException("'" + text + "' is none of " + allowed);
  }

  private static Locale parseLocale(String text) {
    String tag = text.strip().replace('_', '-');
    Locale locale = Locale.forLanguageTag(tag);
    if (locale.getLanguage().isEmpty()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a language: write it as en or de-at");
    }
    return locale;
  }

  private static Duration parseDuration(String text) {
    String compact = text.strip().toLowerCase(Locale.ROOT);
    try {
      if (compact.startsWith("p")) {
        return Duration.parse(compact);
      }
      int end = 0;
      while (end < compact.length() && Character.isDigit(compact.charAt(end))) {
        end++;
      }
      long number = Long.parseLong(compact.substring(0, end));
      return switch (compact.substring(end).strip()) {
        case "ms" -> Duration.ofMillis(number);
        case "s", "" -> Duration.ofSeconds(number);
        case "m" -> Duration.ofMinutes(number);
        case "h" -> Duration.ofHours(number);
        case "d" -> Duration.ofDays(number);
        default -> throw new NumberFormatException(text);
      };
    } catch (NumberFormatException | DateTimeParseException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a length of time: write it as 250ms, 90s, 15m, 2h, 14d or PT15M",
          e);
    }
  }

  private static String printDuration(Duration value) {
    long millis = value.toMillis();
    if (millis % 1000 != 0) {
      return millis + "ms";
    }
    long seconds = millis / 1000;
    if (seconds != 0 && seconds % 86_400 == 0) {
      return seconds / 86_400 + "d";
    }
    if (seconds != 0 && seconds % 3600 == 0) {
      return seconds / 3600 + "h";
    }
    return seconds != 0 && seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }
}
