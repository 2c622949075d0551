package io.quintet.forms.widgets;

import io.quintet.forms.internal.TimeFormat;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAccessor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A date or time written in a fixed format. */
final class TemporalInput extends Input {
  /** The day that stands for none, where a format shows one. */
  private static final LocalDate NO_DAY = LocalDate.of(1900, 1, 1);

  private final Supplier<TimeFormat> formats;

  TemporalInput(String type, String format) {
    super(type);
    TimeFormat fixed = TimeFormat.of(format);
    this.formats = () -> fixed;
  }

  /** A format that is looked up when the value is shown. */
  TemporalInput(Supplier<TimeFormat> formats) {
    super("text");
    this.formats = formats;
  }

  @Override
  public boolean fractions() {
    return false;
  }

  @Override
  protected @Nullable Object format(@Nullable Object value) {
    if ("".equals(value)) {
      return "";
    }
    TemporalAccessor temporal =
        switch (value) {
          case LocalDate day -> day.atStartOfDay();
          case LocalTime time -> NO_DAY.atTime(time);
          case TemporalAccessor other -> other;
          case null, default -> null;
        };
    TimeFormat format = formats.get();
    return temporal != null && format.fits(temporal)
        ? format.format(temporal)
        : super.format(value);
  }
}
