package io.quintet.orm.internal.sql;

import io.quintet.orm.internal.dialect.Operations;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.RelationMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The tables of a statement and how they are joined. */
final class JoinTree {
  /** A path may use joins of any step. */
  static final int ANY = -1;

  /** A table of the statement. */
  static final class Table {
    final String alias;
    final String name;
    final @Nullable Table parent;
    final String parentColumn;
    final String column;
    final Object key;
    final boolean optional;
    final boolean toMany;
    final int group;
    boolean required;
    Fragment condition = Fragment.of("");

    /** The column that has to be null for a row to count; empty when every row does. */
    String mark = "";

    Table(
        String alias,
        String name,
        @Nullable Table parent,
        String parentColumn,
        String column,
        Object key,
        boolean optional,
        boolean toMany,
        int group) {
      this.alias = alias;
      this.name = name;
      this.parent = parent;
      this.parentColumn = parentColumn;
      this.column = column;
      this.key = key;
      this.optional = optional;
      this.toMany = toMany;
      this.group = group;
    }

    /** Whether its columns can be null because there is no row. */
    boolean mayBeMissing() {
      return parent != null && (parent.mayBeMissing() || (optional && !required));
    }

    /** No row of the result lacks it. */
    void require() {
      for (Table t = this; t != null; t = t.parent) {
        t.required = true;
      }
    }
  }

  /** A column of a table. */
  record Place(Table table, String column, FieldMeta field) {}

  private record Key(Hop hop, String part) {}

  private final Operations operations;
  private final Aliases aliases;
  private final Function<String, Fragment> conditions;
  private final List<Table> joined = new ArrayList<>();
  private final Table root;

  /** {@code conditions} compiles the condition of a relation that has a name of its own. */
  JoinTree(
      ModelMeta<?> model,
      Operations operations,
      Aliases aliases,
      Function<String, Fragment> conditions) {
    this.conditions = conditions;
    this.operations = operations;
    this.aliases = aliases;
    this.root = new Table(aliases.next(), model.table(), null, "", "", model, false, false, ANY);
  }

  Table root() {
    return root;
  }

  boolean isEmpty() {
    return joined.isEmpty();
  }

  /** The column at the end of a path, with the tables that lead there. */
  Place place(PathResolver.Path path, int group) {
    Table table = root;
    List<Hop> hops = path.hops();
    for (int i = 0; i < hops.size(); i++) {
      Hop hop = hops.get(i);
      boolean keyOfPairs =
          i == hops.size() - 1
              && hop.relation().isManyToMany()
              && hop.target().softDelete().isEmpty()
              && path.field() == hop.target().primaryKey();
      if (keyOfPairs) {
        Table pairs = pairs(table, hop, group);
        RelationMeta r = hop.relation();
        return new Place(
            pairs, hop.reverse() ? r.joinSourceColumn() : r.joinTargetColumn(), path.field());
      }
      table = follow(table, hop, group);
    }
    return new Place(table, path.field().column(), path.field());
  }

  /** The table that a relation leads to. */
  Table follow(Table from, Hop hop, int group) {
    RelationMeta r = hop.relation();
    if (r.isManyToMany()) {
      Table pairs = pairs(from, hop, group);
      String column = hop.reverse() ? r.joinSourceColumn() : r.joinTargetColumn();
      return unmarked(
          hop.target(),
          join(
              pairs,
              hop.target().table(),
              column,
              hop.target().primaryKey().column(),
              new Key(hop, "row"),
              hop.target().softDelete().isPresent(),
              false,
              group));
    }
    if (hop.reverse()) {
      return unmarked(
          r.model(),
          join(
              from,
              r.model().table(),
              r.target().primaryKey().column(),
              r.field().column(),
              new Key(hop, "row"),
              true,
              hop.isToMany(),
              group));
    }
    return join(
        from,
        r.target().table(),
        r.field().column(),
        r.target().primaryKey().column(),
        new Key(hop, "row"),
        r.field().nullable() || !r.constraint(),
        false,
        group);
  }

  /** Rows that are marked as deleted are not among many. */
  private static Table unmarked(ModelMeta<?> model, Table table) {
    table.mark = model.softDelete().map(FieldMeta::column).orElse("");
    return table;
  }

  private Table pairs(Table from, Hop hop, int group) {
    RelationMeta r = hop.relation();
    ModelMeta<?> here = hop.reverse() ? r.target() : r.model();
    String column = hop.reverse() ? r.joinTargetColumn() : r.joinSourceColumn();
    return join(
        from,
        r.joinTable(),
        here.primaryKey().column(),
        column,
        new Key(hop, "pairs"),
        true,
        true,
        group);
  }

  /** Whether a path leads through tables that one call of filter has joined. */
  boolean isJoined(PathResolver.Path path, int group) {
    Table table = root;
    for (Hop hop : path.hops()) {
      Table next = joined(table, new Key(hop, "row"), group);
      if (next == null && hop.relation().isManyToMany()) {
        Table pairs = joined(table, new Key(hop, "pairs"), group);
        next = pairs == null ? null : joined(pairs, new Key(hop, "row"), group);
      }
      if (next == null) {
        return false;
      }
      table = next;
    }
    return true;
  }

  private @Nullable Table joined(Table parent, Key key, int group) {
    for (Table t : joined) {
      if (t.parent == parent && t.key.equals(key) && (!t.toMany || t.group == group)) {
        return t;
      }
    }
    return null;
  }

  private Table join(
      Table parent,
      String name,
      String parentColumn,
      String column,
      Key key,
      boolean optional,
      boolean toMany,
      int group) {
    for (Table t : joined) {
      boolean usable = group == ANY || !t.toMany || t.group == group || !key.hop().name().isEmpty();
      if (t.parent == parent && t.key.equals(key) && usable) {
        return t;
      }
    }
    Table table =
        new Table(aliases.next(), name, parent, parentColumn, column, key, optional, toMany, group);
    joined.add(table);
    if (key.part().equals("row") && !key.hop().name().isEmpty()) {
      table.condition = conditions.apply(key.hop().name());
    }
    return table;
  }

  /** The pairs of a many-to-many relation whose rows are the root, always joined. */
  Table ownerPairs(RelationMeta relation, boolean reverse, ModelMeta<?> model) {
    String column = reverse ? relation.joinSourceColumn() : relation.joinTargetColumn();
    Table table =
        new Table(
            aliases.next(),
            relation.joinTable(),
            root,
            model.primaryKey().column(),
            column,
            new Object(),
            false,
            true,
            ANY);
    joined.add(table);
    return table;
  }

  String column(Table table, String column) {
    return table.alias + "." + operations.quote(column);
  }

  /** The FROM clause. */
  Sql from() {
    Sql out = new Sql().add(operations.quote(root.name) + " " + root.alias);
    for (Table t : joined) {
      Table parent = Objects.requireNonNull(t.parent);
      out.add(t.mayBeMissing() ? " LEFT JOIN " : " INNER JOIN ")
          .add(operations.quote(t.name) + " " + t.alias + " ON ")
          .add(column(t, t.column) + " = " + column(parent, t.parentColumn));
      if (!t.mark.isEmpty()) {
        out.add(" AND " + column(t, t.mark) + " IS NULL");
      }
      if (!t.condition.text().isEmpty()) {
        out.add(" AND (").add(t.condition).add(")");
      }
    }
    return out;
  }
}
