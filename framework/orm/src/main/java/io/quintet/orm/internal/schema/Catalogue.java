package io.quintet.orm.internal.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What tables there are, read from the database itself.
 *
 * @param tables by name
 */
public record Catalogue(TreeMap<String, Table> tables) {
  /**
   * A table.
   *
   * @param columns in their order
   * @param primaryKey its columns, in order
   * @param uniques constraints, without the primary key
   * @param indexes without those that belong to a constraint
   * @param others what else there is, in the database's words: foreign keys of several columns,
   *     exclusions
   * @param comment empty when there is none
   */
  public record Table(
      String name,
      List<Column> columns,
      List<String> primaryKey,
      List<Unique> uniques,
      List<Index> indexes,
      List<ForeignKey> foreignKeys,
      List<Check> checks,
      List<String> others,
      String comment) {
    static Table empty(String name, String comment) {
      return new Table(
          name,
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          comment);
    }

    /** The column of that name, if there is one. */
    public Optional<Column> column(String wanted) {
      return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
    }
  }

  /**
   * A column.
   *
   * @param type as the database spells it
   * @param defaultSql its default, or null
   * @param counted whether the database counts it up
   * @param generated the expression that the database computes it with, or null
   * @param comment empty when there is none
   */
  public record Column(
      String name,
      String type,
      boolean nullable,
      @Nullable String defaultSql,
      boolean counted,
      @Nullable String generated,
      String comment) {}

  /**
   * A unique constraint.
   *
   * @param name empty where the database keeps none
   */
  public record Unique(String name, List<String> columns) {}

  /**
   * An index.
   *
   * @param definition the statement that would make it
   * @param valid false when making it was broken off
   */
  public record Index(
      String name, List<String> columns, boolean unique, String definition, boolean valid) {}

  /**
   * A foreign key of one column.
   *
   * @param name empty where the database keeps none
   * @param targetColumn empty where it is not said and so the primary key
   * @param onDelete what the database does when the target goes: {@code NO ACTION}, {@code
   *     CASCADE}, ...
   */
  public record ForeignKey(
      String name,
      String column,
      String targetTable,
      String targetColumn,
      boolean deferred,
      String onDelete) {}

  /**
   * A check.
   *
   * @param name empty where it has none
   * @param valid false when rows that exist were not checked yet
   */
  public record Check(String name, String condition, boolean valid) {}

  /** Reads the tables of the schema that a connection works in. */
  public static Catalogue read(Vendor vendor, SqlRunner runner) {
    return read(vendor, runner, null);
  }

  /** Reads one table of the schema that a connection works in, if it is there. */
  static Optional<Table> readTable(Vendor vendor, SqlRunner runner, String name) {
    return read(vendor, runner, name).table(name);
  }

  private static Catalogue read(Vendor vendor, SqlRunner runner, @Nullable String only) {
    return switch (vendor) {
      case SQLITE -> new SqliteCatalogue(runner, "table", only).read();
      case POSTGRESQL -> new PostgresCatalogue(runner, "'r', 'p'", only).read();
      case MARIADB -> new MariaCatalogue(runner, "BASE TABLE", only).read();
    };
  }

  /** Reads the views of the schema that a connection works in, as tables without keys. */
  public static Catalogue readViews(Vendor vendor, SqlRunner runner) {
    return switch (vendor) {
      case SQLITE -> new SqliteCatalogue(runner, "view", null).read();
      case POSTGRESQL -> new PostgresCatalogue(runner, "'v', 'm'", null).read();
      case MARIADB -> new MariaCatalogue(runner, "VIEW", null).read();
    };
  }

  /** The table of that name, if there is one. */
  public Optional<Table> table(String name) {
    return Optional.ofNullable(tables.get(name));
  }

  /** A line for each thing, in an order that does not depend on how it came to be. */
  public List<String> lines() {
    return tables.values().stream()
        .flatMap(table -> {
          var lines = new ArrayList<String>();
          lines.add(table.name() + " key " + table.primaryKey() + " " + table.comment());
          add(lines, table.name(), table.columns());
          add(lines, table.name(), table.uniques());
          add(lines, table.name(), table.indexes());
          add(lines, table.name(), table.foreignKeys());
          add(lines, table.name(), table.checks());
          table.others().forEach(other -> lines.add(table.name() + " " + other));
          return lines.stream();
        })
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  private static void add(List<String> lines, String table, Collection<? extends Record> things) {
    things.forEach(thing -> lines.add(table + " " + thing));
  }
}
