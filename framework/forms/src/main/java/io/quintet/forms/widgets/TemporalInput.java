package io.quintet.forms.widgets;

import io.quintet.forms.internal.TimeFormat;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/** A date or time written in a fixed format. */
final class TemporalInput extends Input {
  private final TimeFormat format;

  TemporalInput(String type, String format) {
    super(type);
    this.format = TimeFormat.of(format);
  }

  @Override
  public boolean fractions() {
    return false;
  }

  @Override
  protected @Nullable Object format(@Nullable Object value) {
    return value instanceof TemporalAccessor temporal && format.fits(temporal)
        ? format.format(temporal)
        : super.format(value);
  }
}
