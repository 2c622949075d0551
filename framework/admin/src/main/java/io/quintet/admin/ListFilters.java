package io.quintet.admin;

import io.quintet.core.SiteContext;
import io.quintet.core.i18n.TimeZones;
import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.QuerySet;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the filters that a declaration names. */
final class ListFilters {
  private static final int MOST_ROWS = 200;
  private static final int MOST_VALUES = 50;
  private static final int WEEK = 7;

  private ListFilters() {}

  static <M extends Entity> List<ListFilter> of(ModelAdmin<M> admin, QuerySet<M> rows) {
    return admin.options().filters.stream()
        .map(name -> of(FieldPath.of(admin.model(), name), rows))
        .toList();
  }

  private static ListFilter of(FieldPath path, QuerySet<?> rows) {
    ModelMeta<?> target = path.target();
    if (target != null) {
      return new OfRelation(path, target);
    }
    FieldMeta field = java.util.Objects.requireNonNull(path.field());
    return new ListFilter(
        path.name(),
        path.label(),
        () -> {
          List<ListFilter.Choice> choices =
              switch (field.type()) {
                case FieldType.Bool _ -> booleans(path.name());
                case FieldType.Choices type -> constants(path.name(), type);
                case FieldType.Date _ -> dates(path.name(), field.type());
                case FieldType.DateTime _ -> dates(path.name(), field.type());
                case FieldType.Timestamp _ -> dates(path.name(), field.type());
                default -> values(path, field, rows);
              };
          return withNone(path, choices);
        });
  }

  private static List<ListFilter.Choice> withNone(FieldPath path, List<ListFilter.Choice> choices) {
    if (!path.mayBeEmpty()) {
      return choices;
    }
    List<ListFilter.Choice> all = new ArrayList<>(choices);
    all.add(new ListFilter.Choice(ListFilter.NONE, "None", one(path.name() + "__isnull", true)));
    return all;
  }

  private static Map<String, @Nullable Object> one(String lookup, Object value) {
    Map<String, @Nullable Object> lookups = new LinkedHashMap<>();
    lookups.put(lookup, value);
    return lookups;
  }

  private static List<ListFilter.Choice> booleans(String name) {
    return List.of(
        new ListFilter.Choice("1", "Yes", one(name, true)),
        new ListFilter.Choice("0", "No", one(name, false)));
  }

  private static List<ListFilter.Choice> constants(String name, FieldType.Choices type) {
    return type.choices().stream()
        .map(choice ->
            new ListFilter.Choice(choice.value(), choice.label(), one(name, choice.constant())))
        .toList();
  }

  private static List<ListFilter.Choice> dates(String name, FieldType type) {
    LocalDate today = LocalDate.now(SiteContext.current().clock().withZone(TimeZones.current()));
    LocalDate tomorrow = today.plusDays(1);
    LocalDate month = today.withDayOfMonth(1);
    LocalDate year = today.withDayOfYear(1);
    return List.of(
        period(name, type, "today", "Today", today, tomorrow),
        period(name, type, "week", "Past 7 days", today.minusDays(WEEK), tomorrow),
        period(name, type, "month", "This month", month, month.plusMonths(1)),
        period(name, type, "year", "This year", year, year.plusYears(1)));
  }

  private static ListFilter.Choice period(
      String name, FieldType type, String value, String label, LocalDate from, LocalDate to) {
    return new ListFilter.Choice(value, label, between(name, type, from, to));
  }

  /** From the beginning of one day to before another, in the current time zone. */
  static Map<String, @Nullable Object> between(
      String name, FieldType type, LocalDate from, LocalDate to) {
    Map<String, @Nullable Object> lookups = new LinkedHashMap<>();
    lookups.put(name + "__gte", start(from, type));
    lookups.put(name + "__lt", start(to, type));
    return lookups;
  }

  private static Object start(LocalDate day, FieldType type) {
    return switch (type) {
      case FieldType.Timestamp _ -> day.atStartOfDay(TimeZones.current()).toInstant();
      case FieldType.DateTime _ -> day.atStartOfDay();
      default -> day;
    };
  }

  private static List<ListFilter.Choice> values(FieldPath path, FieldMeta field, QuerySet<?> rows) {
    List<ListFilter.Choice> choices = new ArrayList<>();
    String name = path.name();
    for (Object value : rows.valuesFlat(name).distinct().orderBy(name).limit(MOST_VALUES).list()) {
      if (value != null && !"".equals(value)) {
        choices.add(
            new ListFilter.Choice(value.toString(), Display.text(value, field), one(name, value)));
      }
    }
    return choices;
  }

  /** The rows of another model; of very many only the first are offered, but each can be chosen. */
  private static final class OfRelation extends ListFilter {
    private final FieldPath path;
    private final ModelMeta<?> target;

    OfRelation(FieldPath path, ModelMeta<?> target) {
      super(path.name(), path.label(), () -> withNone(path, rows(path.name(), target)));
      this.path = path;
      this.target = target;
    }

    private static List<Choice> rows(String name, ModelMeta<?> target) {
      List<Choice> choices = new ArrayList<>();
      for (Entity row : Manager.of(target.type()).limit(MOST_ROWS).list()) {
        choices.add(choice(name, row));
      }
      return choices;
    }

    private static Choice choice(String name, Entity row) {
      return new Choice(Keys.of(row), Display.name(row), one(name, row));
    }

    @Override
    Optional<Choice> find(String value) {
      Optional<Choice> offered = super.find(value);
      if (offered.isPresent() || choices().size() < MOST_ROWS) {
        return offered;
      }
      return Keys.parse(target, value)
          .flatMap(key -> Manager.of(target.type()).findById(key))
          .map(row -> choice(path.name(), row));
    }
  }
}
