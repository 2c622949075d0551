package io.quintet.forms.fields;

import io.quintet.core.i18n.TimeZones;
import io.quintet.forms.BaseField;
import io.quintet.forms.internal.Moments;
import io.quintet.forms.internal.TimeFormat;
import io.quintet.forms.validators.ValidationException;
import io.quintet.forms.widgets.Widgets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A day and a time of day, in no time zone; for a moment in time see {@link InstantField}. */
public final class DateTimeField extends BaseField<LocalDateTime, DateTimeField> {
  /** Null: those of the current language. */
  private @Nullable List<TimeFormat> formats;

  /** A day and a time, with the browser's picker. */
  public DateTimeField(String name) {
    super(name, Widgets.dateTime());
    tell("invalid", "Enter a valid date/time.");
  }

  /** Sets the formats that are understood beside ISO 8601; the first that fits wins. */
  public DateTimeField formats(String... formats) {
    this.formats = Stream.of(formats).map(TimeFormat::of).toList();
    return this;
  }

  @Override
  protected @Nullable LocalDateTime convert(@Nullable Object raw) {
    if (raw == null || isEmpty(raw)) {
      return null;
    }
    return switch (raw) {
      case LocalDateTime time -> time;
      case LocalDate day -> day.atStartOfDay();
      case OffsetDateTime time -> local(time);
      default -> parse(raw);
    };
  }

  private LocalDateTime parse(Object raw) {
    Object moment = Moments.dateTime(raw, formats == null ? Moments.dateTimes() : formats);
    if (moment == null) {
      throw invalid();
    }
    return moment instanceof OffsetDateTime time ? local(time) : (LocalDateTime) moment;
  }

  private static LocalDateTime local(OffsetDateTime time) {
    return time.atZoneSameInstant(TimeZones.current()).toLocalDateTime();
  }

  private ValidationException invalid() {
    return refused("invalid");
  }
}
