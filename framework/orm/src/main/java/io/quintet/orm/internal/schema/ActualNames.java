package io.quintet.orm.internal.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What constraints and indexes are called in a table that another program made: where the usual
 * name is not there, the one that covers the same columns. A table is read once between two
 * changes.
 */
final class ActualNames {
  private final Vendor vendor;
  private final SqlRunner runner;
  private final Map<String, Optional<Catalogue.Table>> read = new HashMap<>();

  ActualNames(Vendor vendor, SqlRunner runner) {
    this.vendor = vendor;
    this.runner = runner;
  }

  /** The foreign key of a column. */
  String foreignKey(String table, String column, String usual) {
    return table(table)
        .map(t ->
            named(
                t.foreignKeys().stream().filter(key -> key.column().equals(column)).toList(),
                Catalogue.ForeignKey::name,
                usual))
        .orElse(usual);
  }

  /** The index of one column, that is none of a constraint. */
  String index(String table, String column, String usual) {
    return table(table)
        .map(t ->
            named(
                t.indexes().stream()
                    .filter(index -> !index.unique() && covers(index, List.of(column)))
                    .toList(),
                Catalogue.Index::name,
                usual))
        .orElse(usual);
  }

  /** The constraint, or the index that is as good as one, that keeps columns unique. */
  String unique(String table, List<String> columns, String usual) {
    return table(table)
        .map(t ->
            named(
                Stream.concat(
                        t.uniques().stream()
                            .filter(unique -> unique.columns().equals(columns))
                            .map(Catalogue.Unique::name),
                        uniqueIndexes(t)
                            .filter(index -> covers(index, columns))
                            .map(Catalogue.Index::name))
                    .toList(),
                Function.identity(),
                usual))
        .orElse(usual);
  }

  /** Whether what has that name is an index that no constraint stands for. */
  boolean isUniqueIndex(String table, String name) {
    return table(table)
        .filter(t -> uniqueIndexes(t).anyMatch(index -> index.name().equals(name)))
        .isPresent();
  }

  /** Indexes that only repeat what a model says of its columns by other names. */
  static boolean covers(Catalogue.Index index, List<String> columns) {
    return index.columns().equals(columns)
        && !index.definition().toUpperCase(Locale.ROOT).contains(" WHERE ")
        && !index.definition().contains("_pattern_ops");
  }

  private static Stream<Catalogue.Index> uniqueIndexes(Catalogue.Table table) {
    return table.indexes().stream().filter(Catalogue.Index::unique);
  }

  private static <T> String named(List<T> found, Function<T, String> nameOf, String usual) {
    return found.isEmpty() || found.stream().anyMatch(each -> nameOf.apply(each).equals(usual))
        ? usual
        : nameOf.apply(found.getFirst());
  }

  private Optional<Catalogue.Table> table(String name) {
    return read.computeIfAbsent(name, table -> Catalogue.readTable(vendor, runner, table));
  }

  /** Something has changed: tables are looked at anew. */
  void forget() {
    read.clear();
  }
}
