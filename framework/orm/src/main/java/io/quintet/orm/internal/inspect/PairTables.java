package io.quintet.orm.internal.inspect;

import io.quintet.orm.internal.schema.Catalogue;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tables that hold nothing but pairs of keys. */
final class PairTables {
  /**
   * A table of pairs.
   *
   * @param own the key of the side that has the field
   * @param other the key of the other side
   */
  record Pair(Catalogue.Table table, Catalogue.ForeignKey own, Catalogue.ForeignKey other) {}

  private PairTables() {}

  /** The pairs of a table, if it is one of pairs. */
  static Optional<Pair> of(Catalogue.Table table) {
    if (table.foreignKeys().size() != 2 || !table.checks().isEmpty()) {
      return Optional.empty();
    }
    Catalogue.ForeignKey first = table.foreignKeys().get(0);
    Catalogue.ForeignKey second = table.foreignKeys().get(1);
    if (position(table, first) > position(table, second)) {
      Catalogue.ForeignKey swap = first;
      first = second;
      second = swap;
    }
    Set<String> pair = Set.of(first.column(), second.column());
    boolean once =
        isPair(table.primaryKey(), pair)
            || table.uniques().stream().anyMatch(unique -> isPair(unique.columns(), pair))
            || table.indexes().stream()
                .anyMatch(index -> index.unique() && isPair(index.columns(), pair));
    boolean only =
        table.columns().stream()
            .allMatch(column ->
                pair.contains(column.name())
                    ? !column.nullable() || table.primaryKey().contains(column.name())
                    : isCountedKey(table, column));
    if (!once || !only || pair.size() < 2) {
      return Optional.empty();
    }
    boolean secondOwns =
        isPrefix(second.targetTable(), table.name())
            && !isPrefix(first.targetTable(), table.name());
    return Optional.of(
        secondOwns ? new Pair(table, second, first) : new Pair(table, first, second));
  }

  private static int position(Catalogue.Table table, Catalogue.ForeignKey key) {
    return table.columns().stream().map(Catalogue.Column::name).toList().indexOf(key.column());
  }

  private static boolean isCountedKey(Catalogue.Table table, Catalogue.Column column) {
    return table.primaryKey().equals(List.of(column.name()))
        && (column.counted() || column.type().equals("integer"));
  }

  private static boolean isPair(List<String> columns, Set<String> pair) {
    return new HashSet<>(columns).equals(pair);
  }

  private static boolean isPrefix(String owner, String table) {
    return table.startsWith(owner + "_");
  }
}
