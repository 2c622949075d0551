package io.quintet.forms.fields;

import io.quintet.forms.BaseField;
import io.quintet.forms.internal.Moments;
import io.quintet.forms.internal.Texts;
import io.quintet.forms.internal.TimeFormat;
import io.quintet.forms.widgets.Widgets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A day. */
public final class DateField extends BaseField<LocalDate, DateField> {
  /** Null: those of the current language. */
  private @Nullable List<TimeFormat> formats;

  /** A day, with the browser's date picker. */
  public DateField(String name) {
    super(name, Widgets.date());
    tell("invalid", "Enter a valid date.");
  }

  /** Sets the formats that are understood, such as {@code %d.%m.%Y}, the first that fits wins. */
  public DateField formats(String... formats) {
    this.formats = Stream.of(formats).map(TimeFormat::of).toList();
    return this;
  }

  @Override
  protected @Nullable LocalDate convert(@Nullable Object raw) {
    if (raw == null || isEmpty(raw)) {
      return null;
    }
    if (raw instanceof LocalDate day) {
      return day;
    }
    LocalDateTime time =
        raw instanceof LocalDateTime moment
            ? moment
            : Moments.first(
                formats == null ? Moments.dates() : formats, Texts.strip(Texts.text(raw)));
    if (time == null) {
      throw refused("invalid");
    }
    return time.toLocalDate();
  }
}
