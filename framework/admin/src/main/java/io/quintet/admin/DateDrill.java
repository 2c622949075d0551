package io.quintet.admin;

import io.quintet.core.format.DateFormat;
import io.quintet.core.i18n.TimeZones;
import io.quintet.orm.Entity;
import io.quintet.orm.QuerySet;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Narrows a list to a year, a month or a day of one of its dates. */
final class DateDrill<M extends Entity> {
  private static final int MONTHS = 12;
  private static final int MONTH_PARTS = 2;

  private final String name;
  private final FieldType type;
  private final QuerySet<M> rows;
  private final ListQuery query;
  private final List<Integer> parts;

  DateDrill(ModelAdmin<M> admin, QuerySet<M> rows, ListQuery query, Consumer<String> ignored) {
    this.name = admin.options().dates;
    FieldMeta field = Objects.requireNonNull(FieldPath.of(admin.model(), name).field());
    this.type = field.type();
    this.rows = rows;
    this.query = query;
    String wanted = query.get(ListQuery.DATE);
    List<Integer> read = parse(wanted);
    if (read.isEmpty() && !wanted.isEmpty()) {
      ignored.accept("“%s” is no year, month or day.".formatted(wanted));
    }
    this.parts = read;
  }

  private static List<Integer> parse(String text) {
    if (!text.matches("\\d{4}(-\\d{2}(-\\d{2})?)?")) {
      return List.of();
    }
    List<Integer> parts = new ArrayList<>();
    for (String part : text.split("-", -1)) {
      parts.add(Integer.valueOf(part));
    }
    try {
      LocalDate day = from(parts);
      return day.getYear() == 0 ? List.of() : parts;
    } catch (DateTimeException e) {
      return List.of();
    }
  }

  private static LocalDate from(List<Integer> parts) {
    return LocalDate.of(
        parts.get(0), parts.size() > 1 ? parts.get(1) : 1, parts.size() > 2 ? parts.get(2) : 1);
  }

  private static LocalDate to(List<Integer> parts) {
    LocalDate from = from(parts);
    return switch (parts.size()) {
      case 1 -> from.plusYears(1);
      case MONTH_PARTS -> from.plusMonths(1);
      default -> from.plusDays(1);
    };
  }

  QuerySet<M> narrow(QuerySet<M> from) {
    return parts.isEmpty()
        ? from
        : from.filter(ListFilters.between(name, type, from(parts), to(parts)));
  }

  /** The next narrower periods to choose from. */
  List<Map<String, @Nullable Object>> choices() {
    List<Map<String, @Nullable Object>> choices = new ArrayList<>();
    switch (parts.size()) {
      case 0 -> years(choices);
      case 1 -> {
        for (int month = 1; month <= MONTHS; month++) {
          choices.add(choice(YearMonth.of(parts.get(0), month).atDay(1), "F", "Y-m"));
        }
      }
      case MONTH_PARTS -> {
        YearMonth month = YearMonth.of(parts.get(0), parts.get(1));
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
          choices.add(choice(month.atDay(day), "j", "Y-m-d"));
        }
      }
      default -> {}
    }
    return choices;
  }

  private void years(List<Map<String, @Nullable Object>> choices) {
    LocalDate first = end(name);
    LocalDate last = end("-" + name);
    if (first != null && last != null) {
      for (int year = last.getYear(); year >= first.getYear() && choices.size() < 50; year--) {
        choices.add(choice(LocalDate.of(year, 1, 1), "Y", "Y"));
      }
    }
  }

  private @Nullable LocalDate end(String order) {
    Object value =
        rows.filter(name + "__isnull", false)
            .orderBy(order)
            .limit(1)
            .valuesFlat(name)
            .first()
            .orElse(null);
    return switch (value) {
      case LocalDate day -> day;
      case LocalDateTime time -> time.toLocalDate();
      case Instant time -> time.atZone(TimeZones.current()).toLocalDate();
      case null, default -> null;
    };
  }

  private Map<String, @Nullable Object> choice(LocalDate day, String label, String value) {
    return Values.with("label", format(day, label))
        .and("url", query.url(ListQuery.DATE, format(day, value)))
        .map();
  }

  private static String format(LocalDate day, String pattern) {
    return DateFormat.format(day, pattern, TimeZones.current());
  }

  /** What the list is narrowed to, and the way back to the wider period; null when it is not. */
  @Nullable Map<String, @Nullable Object> back() {
    if (parts.isEmpty()) {
      return null;
    }
    LocalDate day = from(parts);
    String wider =
        switch (parts.size()) {
          case 1 -> "";
          case MONTH_PARTS -> format(day, "Y");
          default -> format(day, "Y-m");
        };
    String label =
        switch (parts.size()) {
          case 1 -> "all dates";
          case MONTH_PARTS -> format(day, "Y");
          default -> format(day, "F Y");
        };
    return Values.with("label", label).and("url", query.url(ListQuery.DATE, wider)).map();
  }
}
