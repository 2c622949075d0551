package io.quintet.orm;

import io.quintet.orm.internal.db.Database;
import io.quintet.orm.internal.db.Runner;
import io.quintet.orm.internal.sql.Param;
import io.quintet.orm.internal.sql.RowValues;
import io.quintet.orm.internal.sql.Statement;
import io.quintet.orm.meta.ConstraintMeta;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldRule;
import io.quintet.orm.meta.ModelMeta;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks the database whether an entity would meet the constraints of its table. */
final class ConstraintChecks {
  private final ModelMeta<?> meta;
  private final Entity entity;
  private final Database database;

  ConstraintChecks(ModelMeta<?> meta, Entity entity, String alias) {
    this.meta = meta;
    this.entity = entity;
    this.database = Db.database(alias);
  }

  /** Constraints over fields that are left out, or have errors already, are not checked. */
  void check(Set<String> exclude, ValidationErrors errors) {
    List<ConstraintMeta.Check> checks = new ArrayList<>();
    List<ConstraintMeta.Unique> uniques = new ArrayList<>();
    for (ConstraintMeta constraint : meta.constraints()) {
      boolean known =
          columns(constraint).stream()
              .noneMatch(f -> exclude.contains(f.name()) || errors.has(f.name()));
      if (known && constraint instanceof ConstraintMeta.Check check && !isRule(check)) {
        checks.add(check);
      } else if (known && constraint instanceof ConstraintMeta.Unique u && !u.isPlain()) {
        uniques.add(u);
      }
    }
    if (!checks.isEmpty()) {
      List<Boolean> met = met(checks);
      for (int i = 0; i < checks.size(); i++) {
        if (!met.get(i)) {
          violated(checks.get(i), errors);
        }
      }
    }
    uniques.stream().filter(this::isTaken).forEach(u -> violated(u, errors));
  }

  /** Whether a rule of a field says the same as a condition, so that it is checked already. */
  private boolean isRule(ConstraintMeta.Check check) {
    for (FieldMeta field : meta.ownFields()) {
      for (FieldRule rule : field.rules()) {
        if (rule instanceof FieldRule.Min min
            && min.value().signum() >= 0
            && check.condition().equals(field.column() + " >= 0")) {
          return true;
        }
      }
    }
    return false;
  }

  private static void violated(ConstraintMeta constraint, ValidationErrors errors) {
    errors.addGeneral(
        constraint.code(),
        Validation.or(
            constraint.message(), "Constraint \u201c" + constraint.name() + "\u201d is violated."));
  }

  private static String sql(ConstraintMeta constraint) {
    return switch (constraint) {
      case ConstraintMeta.Check check -> check.condition();
      case ConstraintMeta.Unique unique ->
          String.join(" ", unique.expressions()) + " " + unique.condition();
    };
  }

  /** The fields that a constraint names. */
  private List<FieldMeta> columns(ConstraintMeta constraint) {
    String sql = sql(constraint);
    List<String> named =
        constraint instanceof ConstraintMeta.Unique unique ? unique.fields() : List.of();
    return meta.ownFields().stream()
        .filter(f -> named.contains(f.name()) || names(sql, f.column()))
        .toList();
  }

  private static boolean names(String sql, String column) {
    String text = sql.replaceAll("'[^']*'", "''");
    return Pattern.compile("(?<!\\w)" + Pattern.quote(column) + "(?!\\w)", Pattern.CASE_INSENSITIVE)
        .matcher(text)
        .find();
  }

  private RowValues row(List<FieldMeta> fields) {
    Map<FieldMeta, @Nullable Object> values = new LinkedHashMap<>();
    fields.forEach(f -> values.put(f, FieldParam.of(f, entity).value()));
    return RowValues.of(values, database.dialect());
  }

  private List<Boolean> met(List<ConstraintMeta.Check> checks) {
    List<FieldMeta> fields = checks.stream().flatMap(c -> columns(c).stream()).distinct().toList();
    RowValues row = row(fields);
    List<String> asked =
        checks.stream().map(c -> "COALESCE((" + c.condition() + "), TRUE)").toList();
    Statement statement =
        new Statement("SELECT " + String.join(", ", asked) + " FROM " + row.sql(), row.params());
    return Runner.rows(
            database,
            statement,
            r -> {
              List<Boolean> met = new ArrayList<>();
              for (int i = 1; i <= asked.size(); i++) {
                met.add(r.boolAt(i));
              }
              return met;
            })
        .getFirst();
  }

  /** Whether another row has the same values, among the rows that the constraint is about. */
  private boolean isTaken(ConstraintMeta.Unique unique) {
    var operations = database.dialect().operations();
    RowValues row = row(columns(unique));
    List<String> conditions = new ArrayList<>();
    List<Param> params = new ArrayList<>();
    List<String> compared = new ArrayList<>(unique.expressions());
    unique.fields().forEach(f -> compared.add(operations.quote(meta.field(f).column())));
    for (String each : compared) {
      conditions.add("(%s) = (SELECT %s FROM %s)".formatted(each, each, row.sql()));
      params.addAll(row.params());
    }
    if (!unique.condition().isEmpty()) {
      conditions.add("(" + unique.condition() + ")");
      conditions.add("EXISTS (SELECT 1 FROM %s WHERE %s)".formatted(row.sql(), unique.condition()));
      params.addAll(row.params());
    }
    if (entity.isSaved()) {
      FieldMeta key = meta.primaryKey();
      conditions.add(operations.quote(key.column()) + " <> ?");
      params.add(new Param(key.get(entity), key.columnType()));
    }
    String sql =
        "SELECT 1 FROM %s WHERE %s LIMIT 1"
            .formatted(operations.quote(meta.table()), String.join(" AND ", conditions));
    return !Runner.rows(database, new Statement(sql, params), r -> true).isEmpty();
  }
}
