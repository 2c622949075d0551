package io.quintet.forms.fields;

import io.quintet.core.format.Durations;
import io.quintet.forms.BaseField;
import io.quintet.forms.internal.Texts;
import io.quintet.forms.widgets.Widgets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A length of time: {@code 3 days 04:05:06}, {@code 15:30} (minutes), {@code 90} (seconds), {@code
 * P1DT2H}.
 */
public final class DurationField extends BaseField<Duration, DurationField> {
  /** A length of time, typed as text. */
  public DurationField(String name) {
    super(name, Widgets.text());
    tell("invalid", "Enter a valid duration.");
    tell("overflow", "The number of days must be between {min_days} and {max_days}.");
  }

  @Override
  protected @Nullable Duration convert(@Nullable Object raw) {
    if (raw == null || isEmpty(raw)) {
      return null;
    }
    if (raw instanceof Duration duration) {
      return duration;
    }
    Duration duration;
    try {
      duration = Durations.parse(Texts.text(raw));
    } catch (ArithmeticException e) {
      throw refused(
          "overflow", Map.of("min_days", -Durations.MAX_DAYS, "max_days", Durations.MAX_DAYS));
    }
    if (duration == null) {
      throw refused("invalid");
    }
    return duration;
  }
}
