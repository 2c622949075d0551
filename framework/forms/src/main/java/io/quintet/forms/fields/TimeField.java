package io.quintet.forms.fields;

import io.quintet.forms.BaseField;
import io.quintet.forms.internal.Moments;
import io.quintet.forms.internal.Texts;
import io.quintet.forms.internal.TimeFormat;
import io.quintet.forms.widgets.Widgets;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A time of day. */
public final class TimeField extends BaseField<LocalTime, TimeField> {
  /** Null: those of the current language. */
  private @Nullable List<TimeFormat> formats;

  /** A time of day, with the browser's time picker. */
  public TimeField(String name) {
    super(name, Widgets.time());
    tell("invalid", "Enter a valid time.");
  }

  /** Sets the formats that are understood, such as {@code %H:%M}; the first that fits wins. */
  public TimeField formats(String... formats) {
    this.formats = Stream.of(formats).map(TimeFormat::of).toList();
    return this;
  }

  @Override
  protected @Nullable LocalTime convert(@Nullable Object raw) {
    if (raw == null || isEmpty(raw)) {
      return null;
    }
    if (raw instanceof LocalTime time) {
      return time;
    }
    LocalDateTime time =
        Moments.first(formats == null ? Moments.times() : formats, Texts.strip(Texts.text(raw)));
    if (time == null) {
      throw refused("invalid");
    }
    return time.toLocalTime();
  }
}
