package io.quintet.forms.fields;

import io.quintet.core.i18n.TimeZones;
import io.quintet.forms.BaseField;
import io.quintet.forms.widgets.Widget;
import io.quintet.forms.widgets.Widgets;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A moment in time, typed into an input for the day and one for the time of day, in the current
 * time zone. Local times that a change of the clock skips or repeats are refused.
 */
public final class SplitInstantField extends BaseField<Instant, SplitInstantField> {
  private final SplitDateTimeField local;
  private final InstantField moment;

  /** Two inputs with the browser's pickers. */
  public SplitInstantField(String name) {
    super(name, Widgets.splitDateTime());
    this.local = new SplitDateTimeField(name);
    this.moment = new InstantField(name);
  }

  /** Sets the formats in which a day is understood. */
  public SplitInstantField dateFormats(String... formats) {
    local.dateFormats(formats);
    return this;
  }

  @Override
  public SplitInstantField message(String code, String message) {
    local.message(code, message);
    moment.message(code, message);
    return super.message(code, message);
  }

  @Override
  protected Widget hiddenWidget() {
    return Widgets.splitDateTimeHidden();
  }

  @Override
  protected @Nullable Instant convert(@Nullable Object raw) {
    if (raw instanceof Instant instant) {
      return instant;
    }
    LocalDateTime time = local.required(isRequired()).convert(raw);
    return time == null ? null : moment.convert(time);
  }

  @Override
  protected @Nullable Object prepare(@Nullable Object value) {
    return value instanceof Instant instant
        ? LocalDateTime.ofInstant(instant, TimeZones.current())
        : value;
  }

  @Override
  public boolean hasChanged(@Nullable Object initial, @Nullable Object raw) {
    return !isDisabled() && local.hasChanged(prepare(initial), raw);
  }
}
