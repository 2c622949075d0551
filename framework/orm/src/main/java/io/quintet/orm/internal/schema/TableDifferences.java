package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ColumnType.Simple;
import io.quintet.orm.migrations.ConstraintState;
import io.quintet.orm.migrations.IndexState;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What of a table that exists is not as a model says. Names of constraints and indexes are no
 * difference: migrations find them by their columns.
 */
final class TableDifferences {
  private final Vendor vendor;
  private final ProjectState state;
  private final ModelState model;
  private final Catalogue.Table table;
  private final List<String> found = new ArrayList<>();

  TableDifferences(Vendor vendor, ProjectState state, ModelState model, Catalogue.Table table) {
    this.vendor = vendor;
    this.state = state;
    this.model = model;
    this.table = table;
  }

  List<String> all() {
    for (ColumnState column : model.tableColumns()) {
      table.column(column.column()).ifPresent(there -> column(column, there));
    }
    for (Catalogue.Column there : table.columns()) {
      if (model.tableColumns().stream().noneMatch(c -> c.column().equals(there.name()))) {
        extra(there);
      }
    }
    for (IndexState index : model.indexes()) {
      boolean missing =
          index.condition() == null
              && index.expressions().isEmpty()
              && !hasIndex(columns(index.fields()))
              && table.indexes().stream().noneMatch(i -> i.name().equals(index.name()));
      if (missing) {
        say("has no index on " + String.join(", ", index.fields()));
      }
    }
    for (ConstraintState constraint : Together.constraints(model)) {
      constraint(constraint);
    }
    return found;
  }

  private void say(String what) {
    found.add(model.table() + " " + what + ".");
  }

  private void say(ColumnState column, String what) {
    found.add(model.table() + "." + column.column() + " " + what + ".");
  }

  private void column(ColumnState column, Catalogue.Column there) {
    type(column, there);
    if (column.isNullable() != there.nullable() && !column.isPrimaryKey()) {
      say(column, there.nullable() ? "may be null" : "may not be null");
    }
    boolean filled = there.defaultSql() != null || there.counted() || there.generated() != null;
    if (column.databaseDefault() != null && !filled) {
      say(column, "has no default");
    }
    if (column.isPrimaryKey() && !table.primaryKey().equals(List.of(column.column()))) {
      say(column, "is not the primary key");
    }
    if (column.isUnique() && !isUnique(List.of(column.column()))) {
      say(column, "is not unique");
    }
    if (column.isIndexed() && !hasIndex(List.of(column.column()))) {
      say(column, "has no index");
    }
    if (column.type() instanceof ColumnType.ForeignKey key
        && key.constraint()
        && table.foreignKeys().stream().noneMatch(k -> k.column().equals(column.column()))) {
      say(column, "has no foreign key");
    }
  }

  private void type(ColumnState column, Catalogue.Column there) {
    if (column.type() instanceof ColumnType.ForeignKey key && state.find(key.target()).isEmpty()) {
      return;
    }
    ColumnType wanted = state.storedType(column);
    Optional<ColumnType> read = StoredType.of(vendor, there.type()).map(StoredType::type);
    if (read.isEmpty() || !isAsGood(read.get(), wanted)) {
      say(
          column,
          "is %s, the model says %s".formatted(there.type(), SqlTypes.name(vendor, wanted)));
    }
  }

  /** Some databases have one type for several of ours. */
  private boolean isAsGood(ColumnType there, ColumnType wanted) {
    if (there.equals(wanted)) {
      return true;
    }
    if (vendor == Vendor.POSTGRESQL) {
      return false;
    }
    boolean lite = vendor == Vendor.SQLITE;
    return (there instanceof ColumnType.Decimal && wanted instanceof ColumnType.Decimal && lite)
        || (there == Simple.TIMESTAMP && wanted == Simple.LOCAL_TIMESTAMP)
        || (there == Simple.BIG_INTEGER && wanted == Simple.DURATION)
        || (there == Simple.TEXT && wanted == Simple.JSON)
        || (lite && isWhole(there) && isWhole(wanted));
  }

  private static boolean isWhole(ColumnType type) {
    return type == Simple.INTEGER || type == Simple.BIG_INTEGER || type == Simple.SMALL_INTEGER;
  }

  private void extra(Catalogue.Column there) {
    boolean needed =
        !there.nullable()
            && there.defaultSql() == null
            && !there.counted()
            && there.generated() == null;
    say(
        "has the column %s%s"
            .formatted(
                there.name(),
                needed
                    ? ", which is mandatory and without a default, so that no row can be added by this model"
                    : ", which the model does not say"));
  }

  private void constraint(ConstraintState constraint) {
    switch (constraint) {
      case ConstraintState.Unique unique when !unique.isIndex() -> {
        if (!isUnique(columns(unique.fields()))) {
          say("does not keep unique: " + String.join(", ", columns(unique.fields())));
        }
      }
      case ConstraintState.Unique unique -> {
        boolean there = table.indexes().stream().anyMatch(i -> i.name().equals(unique.name()));
        if (!there && vendor != Vendor.MARIADB) {
          say("has no unique index " + unique.name());
        }
      }
      case ConstraintState.Check check -> {
        String said = Conditions.bare(check.condition());
        boolean there =
            table.checks().stream()
                .anyMatch(c ->
                    c.name().equals(check.name()) || Conditions.bare(c.condition()).contains(said));
        if (!there) {
          say("has no check " + check.name());
        }
      }
    }
  }

  private List<String> columns(List<String> fields) {
    return fields.stream()
        .map(field -> model.column(field.startsWith("-") ? field.substring(1) : field).column())
        .toList();
  }

  private boolean isUnique(List<String> columns) {
    return table.primaryKey().equals(columns)
        || table.uniques().stream().anyMatch(unique -> unique.columns().equals(columns))
        || table.indexes().stream()
            .anyMatch(index -> index.unique() && ActualNames.covers(index, columns));
  }

  private boolean hasIndex(List<String> columns) {
    return startsWith(table.primaryKey(), columns)
        || table.uniques().stream().anyMatch(unique -> startsWith(unique.columns(), columns))
        || table.indexes().stream()
            .anyMatch(index ->
                startsWith(index.columns(), columns) && ActualNames.covers(index, index.columns()));
  }

  private static boolean startsWith(List<String> all, List<String> first) {
    return all.size() >= first.size() && all.subList(0, first.size()).equals(first);
  }
}
