package io.quintet.forms.widgets;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A date and a time beside each other. */
final class SplitDateTime extends MultiWidget {
  SplitDateTime(Widget date, Widget time) {
    super(date, time);
  }

  @Override
  protected List<@Nullable Object> split(@Nullable Object value) {
    return value instanceof LocalDateTime time
        ? List.of(time.toLocalDate(), time.toLocalTime())
        : Arrays.asList(null, null);
  }
}
