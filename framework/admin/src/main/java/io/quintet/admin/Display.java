package io.quintet.admin;

import io.quintet.core.format.DateFormat;
import io.quintet.core.i18n.TimeZones;
import io.quintet.core.json.Json;
import io.quintet.orm.Entity;
import io.quintet.orm.Many;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import io.quintet.storage.StoredFile;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as people read them. */
final class Display {
  private static final int LONGEST_CELL = 120;
  private static final String DATE = "j M Y";
  private static final String DATE_TIME = "j M Y, H:i";
  private static final String TIME = "H:i";

  private Display() {}

  /** A value as text; empty for none. The field, if there is one, knows the labels of choices. */
  static String text(@Nullable Object value, @Nullable FieldMeta field) {
    return switch (value) {
      case null -> "";
      case Boolean truth -> truth ? "Yes" : "No";
      case Enum<?> constant
          when field != null && field.type() instanceof FieldType.Choices choices ->
          choices.of(constant).label();
      case BigDecimal number -> number.toPlainString();
      case Temporal time -> time(time);
      case Duration span -> span(span);
      case StoredFile file -> file.fileName();
      case Many<?> rows -> joined(rows.list());
      case Collection<?> many when field == null -> joined(many);
      case Collection<?> json -> Json.write(json);
      case Map<?, ?> json -> Json.write(json);
      case byte[] bytes -> bytes.length + " bytes";
      default -> value.toString();
    };
  }

  private static String joined(Collection<?> values) {
    return values.stream().map(value -> text(value, null)).collect(Collectors.joining(", "));
  }

  private static String time(Temporal value) {
    String pattern =
        switch (value) {
          case Instant _, LocalDateTime _, ZonedDateTime _, OffsetDateTime _ -> DATE_TIME;
          case LocalDate _ -> DATE;
          case LocalTime _ -> TIME;
          default -> "";
        };
    if (pattern.isEmpty()) {
      return value.toString();
    }
    Temporal local = value instanceof Instant instant ? instant.atZone(TimeZones.current()) : value;
    return DateFormat.format(local, pattern, TimeZones.current());
  }

  private static String span(Duration value) {
    String days = value.toDays() == 0 ? "" : value.toDays() + " d ";
    return days
        + "%d:%02d:%02d"
            .formatted(value.toHoursPart(), value.toMinutesPart(), value.toSecondsPart());
  }

  /** A value as a cell of the list. */
  static Map<String, @Nullable Object> cell(
      String label, @Nullable Object value, @Nullable FieldMeta field) {
    Values cell = Values.with("label", label).and("url", "");
    String text = text(value, field);
    return switch (value) {
      case Boolean truth -> cell.and("kind", "boolean").and("isTrue", truth).map();
      case StoredFile file when field != null && field.type() instanceof FieldType.ImageName ->
          cell.and("kind", "image").and("url", file.url()).map();
      case StoredFile file ->
          cell.and("kind", "text").and("value", text).and("url", file.url()).map();
      case Link link ->
          cell.and("kind", "text")
              .and("value", link.text())
              .and("url", link.isSafe() ? link.url() : "")
              .map();
      case Number number -> cell.and("kind", "number").and("value", text).map();
      case null, default ->
          text.isEmpty()
              ? cell.and("kind", "empty").map()
              : cell.and("kind", "text").and("value", shortened(text)).map();
    };
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_CELL
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_CELL - 1)) + "…";
  }

  /** What a row is called; its model and key when its own name is empty. */
  static String name(Entity entity) {
    String name = entity.toString();
    return name.isBlank()
        ? io.quintet.orm.meta.Models.of(entity).verboseName() + " " + Keys.of(entity)
        : name;
  }
}
