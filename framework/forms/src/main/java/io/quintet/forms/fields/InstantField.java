package io.quintet.forms.fields;

import io.quintet.core.i18n.TimeZones;
import io.quintet.forms.BaseField;
import io.quintet.forms.internal.Moments;
import io.quintet.forms.internal.TimeFormat;
import io.quintet.forms.widgets.Widgets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A moment in time, typed and shown in the current time zone. Local times that a change of the
 * clock skips or repeats are refused, unless they are sent with an offset.
 */
public final class InstantField extends BaseField<Instant, InstantField> {
  /** Null: those of the current language. */
  private @Nullable List<TimeFormat> formats;

  /** A moment, with the browser's picker of date and time. */
  public InstantField(String name) {
    super(name, Widgets.dateTime());
    tell("invalid", "Enter a valid date/time.");
    tell(
        "ambiguous_timezone",
        "{datetime} couldn’t be interpreted in time zone {current_timezone}; it may be ambiguous"
            + " or it may not exist.");
  }

  /** Sets the formats that are understood beside ISO 8601; the first that fits wins. */
  public InstantField formats(String... formats) {
    this.formats = Stream.of(formats).map(TimeFormat::of).toList();
    return this;
  }

  @Override
  protected @Nullable Instant convert(@Nullable Object raw) {
    if (raw == null || isEmpty(raw)) {
      return null;
    }
    return switch (raw) {
      case Instant moment -> moment;
      case OffsetDateTime time -> time.toInstant();
      case LocalDateTime time -> here(time);
      case LocalDate day -> here(day.atStartOfDay());
      default -> parse(raw);
    };
  }

  private Instant parse(Object raw) {
    Object moment = Moments.dateTime(raw, formats == null ? Moments.dateTimes() : formats);
    if (moment == null) {
      throw refused("invalid");
    }
    return moment instanceof OffsetDateTime time ? time.toInstant() : here((LocalDateTime) moment);
  }

  private Instant here(LocalDateTime time) {
    ZoneId zone = TimeZones.current();
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
    if (offsets.size() != 1) {
      throw refused(
          "ambiguous_timezone", Map.of("datetime", time, "current_timezone", zone.getId()));
    }
    return time.toInstant(offsets.getFirst());
  }

  @Override
  protected @Nullable Object prepare(@Nullable Object value) {
    Instant moment =
        switch (value) {
          case Instant instant -> instant;
          case OffsetDateTime time -> time.toInstant();
          case ZonedDateTime time -> time.toInstant();
          case null, default -> null;
        };
    return moment == null ? value : LocalDateTime.ofInstant(moment, TimeZones.current());
  }

  /** The picker knows minutes only, so seconds that it could not show are no change. */
  @Override
  protected boolean same(Object before, Object now) {
    return before instanceof Instant a && now instanceof Instant b
        ? a.getEpochSecond() == b.getEpochSecond()
            || (b.getEpochSecond() % 60 == 0
                && Math.floorDiv(a.getEpochSecond(), 60) == Math.floorDiv(b.getEpochSecond(), 60))
        : before.equals(now);
  }
}
