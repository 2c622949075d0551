package io.quintet.conformance;

import io.quintet.core.format.LocaleFormats;
import io.quintet.core.i18n.Locales;
import io.quintet.core.i18n.TimeZones;
import io.quintet.templates.Engine;
import io.quintet.templates.EngineBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The settings in force for a case: the baseline with its changes. */
final class Settings {
  private final Map<String, @Nullable Object> values;
  private final Case one;

  Settings(Case one) {
    this.values = new HashMap<>(Cases.object(one.area().data().get("baseline")));
    this.values.putAll(one.object("settings"));
    this.one = one;
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(values.get(name));
  }

  int number(String name, int absent) {
    return values.get(name) instanceof Long number ? number.intValue() : absent;
  }

  String text(String name) {
    return String.valueOf(values.get(name));
  }

  ZoneId defaultZone() {
    return values.get("TIME_ZONE") instanceof String zone
        ? ZoneId.of(zone)
        : ZoneId.of("America/Chicago");
  }

  ZoneId zone() {
    return one.get("timezone") instanceof String zone ? ZoneId.of(zone) : defaultZone();
  }

  Clock clock() {
    Object now = one.get("now") != null ? one.get("now") : one.area().data().get("clock");
    Instant instant = OffsetDateTime.parse(String.valueOf(now)).toInstant();
    return Clock.fixed(instant, ZoneOffset.UTC);
  }

  String language() {
    return one.get("language") instanceof String language
        ? language
        : one.data().containsKey("language") ? "" : "en";
  }

  LocaleFormats formats() {
    return formats(LocaleFormats.of(language()));
  }

  /** The formats with the settings in place of what the language does not say. */
  LocaleFormats formats(LocaleFormats language) {
    if (!language.equals(LocaleFormats.DEFAULT) || !values.containsKey("DECIMAL_SEPARATOR")) {
      return language;
    }
    return LocaleFormats.DEFAULT.numbers(
        text("DECIMAL_SEPARATOR"),
        text("THOUSAND_SEPARATOR"),
        grouping(values.get("NUMBER_GROUPING")));
  }

  static int[] grouping(@Nullable Object value) {
    if (value instanceof List<?> sizes) {
      return sizes.stream().mapToInt(size -> ((Long) size).intValue()).toArray();
    }
    return value instanceof Long size && size != 0 ? new int[] {size.intValue()} : new int[0];
  }

  /** Runs work in the language and time zone of the case. */
  <T extends @Nullable Object> T within(Callable<T> work) throws Exception {
    return Locales.<T>call(
        Locale.forLanguageTag(language()), () -> TimeZones.<T>call(zone(), work));
  }

  boolean thousandSeparator() {
    return flag("USE_THOUSAND_SEPARATOR");
  }

  /** An engine with these settings. */
  EngineBuilder engine() {
    String files = text("STATIC_URL");
    return Engine.builder()
        .pythonOutput(true)
        .thousandSeparator(thousandSeparator())
        .localTimes(flag("USE_TZ"))
        .clock(this::clock)
        .defaultZone(this::defaultZone)
        .formats(this::formats)
        .prefixes(files.equals("null") ? "" : files, text("MEDIA_URL"));
  }
}
