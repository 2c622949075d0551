package io.quintet.forms.fields;

import io.quintet.forms.BaseField;
import io.quintet.forms.validators.ValidationException;
import io.quintet.forms.validators.Violation;
import io.quintet.forms.widgets.Widget;
import io.quintet.forms.widgets.Widgets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A day and a time of day, typed into two inputs. */
public final class SplitDateTimeField extends BaseField<LocalDateTime, SplitDateTimeField> {
  private final DateField date;
  private final TimeField time;

  /** Two inputs with the browser's pickers. */
  public SplitDateTimeField(String name) {
    super(name, Widgets.splitDateTime());
    date = new DateField(name).optional();
    time = new TimeField(name).optional();
    tell("invalid", "Enter a list of values.");
    tell("invalid_date", "Enter a valid date.");
    tell("invalid_time", "Enter a valid time.");
  }

  /** Sets the formats in which a day is understood. */
  public SplitDateTimeField dateFormats(String... formats) {
    date.formats(formats);
    return this;
  }

  @Override
  public SplitDateTimeField message(String code, String message) {
    switch (code) {
      case "invalid_date" -> date.message("invalid", message);
      case "invalid_time" -> time.message("invalid", message);
      default -> {}
    }
    return super.message(code, message);
  }

  @Override
  protected Widget hiddenWidget() {
    return Widgets.splitDateTimeHidden();
  }

  @Override
  protected @Nullable LocalDateTime convert(@Nullable Object raw) {
    if (raw instanceof LocalDateTime moment) {
      return moment;
    }
    if (isEmpty(raw)) {
      return null;
    }
    if (!(raw instanceof List<?> parts)) {
      throw refused("invalid");
    }
    if (parts.stream().allMatch(SplitDateTimeField::blank)) {
      return null;
    }
    Object rawDate = parts.getFirst();
    Object rawTime = parts.size() > 1 ? parts.get(1) : null;
    if (isRequired() && (blank(rawDate) || blank(rawTime))) {
      throw refused("required");
    }
    List<Violation> violations = new ArrayList<>();
    LocalDate day = part(date, rawDate, violations);
    LocalTime clock = part(time, rawTime, violations);
    if (!violations.isEmpty()) {
      throw new ValidationException(violations);
    }
    if (day == null) {
      throw refused("invalid_date");
    }
    if (clock == null) {
      throw refused("invalid_time");
    }
    return day.atTime(clock);
  }

  /** An initial part; one that is text means what it would mean if it were sent. */
  private static @Nullable Object known(io.quintet.forms.Field<?> field, List<?> parts, int index) {
    Object part = index < parts.size() ? parts.get(index) : null;
    if (!(part instanceof String)) {
      return part;
    }
    List<Violation> ignored = new ArrayList<>();
    return part(field, part, ignored);
  }

  private static boolean blank(@Nullable Object value) {
    return isEmpty(value);
  }

  private static <T> @Nullable T part(
      io.quintet.forms.Field<T> field, @Nullable Object raw, List<Violation> violations) {
    try {
      return field.clean(raw);
    } catch (ValidationException e) {
      violations.addAll(e.violations());
      return null;
    }
  }

  @Override
  public boolean hasChanged(@Nullable Object initial, @Nullable Object raw) {
    if (isDisabled()) {
      return false;
    }
    List<?> before =
        initial instanceof LocalDateTime moment
            ? List.of(moment.toLocalDate(), moment.toLocalTime())
            : initial instanceof List<?> list ? list : List.of("", "");
    List<?> now = raw instanceof List<?> list ? list : Collections.nCopies(2, raw);
    return date.hasChanged(known(date, before, 0), now.isEmpty() ? null : now.getFirst())
        || time.hasChanged(known(time, before, 1), now.size() > 1 ? now.get(1) : null);
  }
}
