package io.quintet.views;

import io.quintet.core.SiteContext;
import io.quintet.core.i18n.TimeZones;
import io.quintet.orm.Entity;
import io.quintet.orm.QuerySet;
import io.quintet.orm.expr.Dates;
import io.quintet.orm.expr.Node;
import io.quintet.orm.meta.FieldType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a query by a date or moment of theirs, as the current time zone sees it. */
final class ArchiveDates<M extends Entity> {
  private final QuerySet<M> rows;
  private final String field;
  private final boolean future;
  private final FieldType type;
  private final ZoneId zone = TimeZones.current();
  private final Instant now = SiteContext.current().clock().instant();

  ArchiveDates(QuerySet<M> rows, String field, boolean future) {
    this.rows = rows;
    this.field = field;
    this.future = future;
    this.type = rows.model().field(field).type();
  }

  /** The field of a column of the model itself. */
  static String name(Node column) {
    if (column instanceof Node.Field field && field.path().size() == 1) {
      return field.path().getFirst();
    }
    throw new IllegalArgumentException(
        "An archive needs a date or moment of the model itself, not " + column);
  }

  QuerySet<M> rows() {
    return rows;
  }

  LocalDate today() {
    return LocalDate.ofInstant(now, zone);
  }

  /** Without the future, unless that is allowed. */
  QuerySet<M> until(QuerySet<M> some) {
    return future ? some : some.filter(field + "__lte", latest());
  }

  private Object latest() {
    return switch (type) {
      case FieldType.Timestamp moment -> now;
      case FieldType.DateTime local -> LocalDateTime.ofInstant(now, zone);
      default -> today();
    };
  }

  /** The rows of a period. */
  QuerySet<M> within(QuerySet<M> some, ArchivePeriod period) {
    return some.filter(field + "__gte", begin(period.start()))
        .filter(field + "__lt", begin(period.end()));
  }

  private Object begin(LocalDate day) {
    return switch (type) {
      case FieldType.Timestamp moment -> day.atStartOfDay(zone).toInstant();
      case FieldType.DateTime local -> day.atStartOfDay();
      default -> day;
    };
  }

  /** The years, months or days in which there are rows, in order. */
  List<LocalDate> list(QuerySet<M> some, ArchivePeriod.Unit unit) {
    Dates.Part part = Dates.Part.valueOf(unit.name());
    QuerySet<M> plain = some.unordered();
    if (type instanceof FieldType.Timestamp) {
      return plain.datetimes(field, part, zone).list().stream().map(this::day).toList();
    }
    return plain.dates(field, part).list();
  }

  private LocalDate day(Object value) {
    return switch (value) {
      case Instant moment -> LocalDate.ofInstant(moment, zone);
      case LocalDateTime local -> local.toLocalDate();
      default -> (LocalDate) value;
    };
  }

  /**
   * The first day of the period before or after one: the nearest that has rows, or if it may be
   * empty the nearest of the calendar. Null where there is none, or it is in the future.
   */
  @Nullable LocalDate neighbour(ArchivePeriod period, boolean after, boolean mayBeEmpty) {
    if (mayBeEmpty) {
      LocalDate start = after ? period.end() : period.around(period.start().minusDays(1)).start();
      return future || !start.isAfter(today()) ? start : null;
    }
    QuerySet<M> beyond =
        after
            ? rows.filter(field + "__gte", begin(period.end())).orderBy(field)
            : rows.filter(field + "__lt", begin(period.start())).orderBy("-" + field);
    Object nearest = until(beyond).first().map(rows.model().field(field)::get).orElse(null);
    return nearest == null ? null : period.around(day(nearest)).start();
  }
}
