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
    final @Nullable ModelMeta<?> model;
    final @Nullable Table parent;
    final Key key;
    final boolean optional;
    final int group;
    boolean required;
    Fragment condition = Fragment.of("");

    /** Whether rows that are marked as deleted do not count. */
    boolean unmarked;

    /** {@code model} is null for a table of pairs. */
    Table(
        String alias,
        String name,
        @Nullable ModelMeta<?> model,
        @Nullable Table parent,
        Key key,
        boolean optional,
        int group) {
      this.alias = alias;
      this.name = name;
      this.model = model;
      this.parent = parent;
      this.key = key;
      this.optional = optional;
      this.group = group;
    }

    boolean toMany() {
      return key.toMany();
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

  /**
   * How a table is joined to another.
   *
   * @param hop the relation that leads there, or null
   * @param part which of the tables of the relation
   * @param from the columns of the table that it is joined to
   * @param to those of its own that are equal to them
   */
  private record Key(
      @Nullable Hop hop, String part, List<String> from, List<String> to, boolean toMany) {
    boolean isNamed() {
      return hop != null && !hop.name().isEmpty();
    }
  }

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
    Key none = new Key(null, "root", List.of(), List.of(), false);
    this.root = new Table(aliases.next(), model.table(), model, null, none, false, ANY);
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
    return place(table, path.field(), group);
  }

  /** The place of a column of the row in a table. */
  Place place(Table table, FieldMeta field, int group) {
    if (table.model != null && isKeyOf(table.model, field)) {
      return new Place(table, table.model.primaryKey().column(), field);
    }
    return new Place(holding(table, field, group), field.column(), field);
  }

  /** Whether a column holds the key of a model: its own, or that of a model that it extends. */
  private static boolean isKeyOf(ModelMeta<?> model, FieldMeta field) {
    return field.primaryKey() && model.parent().isPresent();
  }

  /**
   * The table in which a column of a row stands: that of its model, or of one that this extends,
   * which is joined then.
   */
  Table holding(Table table, FieldMeta field, int group) {
    Table at = table;
    while (isAbove(at, field)) {
      at = above(at, group);
    }
    return at;
  }

  private static boolean isAbove(Table table, FieldMeta field) {
    return table.model != null
        && table.model.parent().isPresent()
        && !table.name.equals(field.model().table());
  }

  private Table above(Table table, int group) {
    ModelMeta<?> model = Objects.requireNonNull(table.model);
    ModelMeta<?> parent = model.parent().orElseThrow();
    return join(table, parent.table(), parent, toParent(model, parent), false, group);
  }

  /** The tables with the other parts of a row that are joined. */
  List<Table> aboves(Table table) {
    List<Table> found = new ArrayList<>();
    Table at = table;
    while (at != null && at.model != null && at.model.parent().isPresent()) {
      at = joined(at, toParent(at.model, at.model.parent().get()), ANY);
      if (at != null) {
        found.add(at);
      }
    }
    return found;
  }

  private static Key toParent(ModelMeta<?> model, ModelMeta<?> parent) {
    return new Key(null, "parent", keys(model), keys(parent), false);
  }

  /** The columns with the key of a table. */
  List<Fragment> key(Table table) {
    FieldMeta key = Objects.requireNonNull(table.model).primaryKey();
    return KeyColumns.of(key.columns().stream().map(c -> column(table, c)).toList(), key)
        .fragments();
  }

  private static List<String> keys(ModelMeta<?> model) {
    return model.primaryKey().columns();
  }

  /** The table that a relation leads to. */
  Table follow(Table from, Hop hop, int group) {
    RelationMeta r = hop.relation();
    ModelMeta<?> target = hop.target();
    if (r.isManyToMany()) {
      Table pairs = pairs(from, hop, group);
      boolean optional = target.softDelete().isPresent();
      return unmarked(join(pairs, target.table(), target, row(hop), optional, group));
    }
    if (hop.reverse()) {
      return unmarked(join(from, target.table(), target, row(hop, from), true, group));
    }
    Table holder = holding(from, r.field(), group);
    if (r.isParentLink() && hop.name().isEmpty()) {
      return above(holder, group);
    }
    boolean optional = r.field().nullable() || !r.constraint();
    return join(holder, target.table(), target, row(hop), optional, group);
  }

  private static Key row(Hop hop) {
    RelationMeta r = hop.relation();
    if (!r.isManyToMany()) {
      return new Key(hop, "row", r.field().columns(), keys(r.target()), false);
    }
    List<String> columns = hop.reverse() ? r.joinSourceColumns() : r.joinTargetColumns();
    return new Key(hop, "row", columns, keys(hop.target()), false);
  }

  /** Rows that point to a table. */
  private static Key row(Hop hop, Table from) {
    ModelMeta<?> here = Objects.requireNonNull(from.model);
    return new Key(hop, "row", keys(here), hop.relation().field().columns(), hop.isToMany());
  }

  /** Rows that are marked as deleted are not among many. */
  private static Table unmarked(Table table) {
    table.unmarked = true;
    return table;
  }

  private Table pairs(Table from, Hop hop, int group) {
    return join(from, hop.relation().joinTable(), null, pairsOf(hop, from), true, group);
  }

  private static Key pairsOf(Hop hop, Table from) {
    RelationMeta r = hop.relation();
    List<String> columns = hop.reverse() ? r.joinTargetColumns() : r.joinSourceColumns();
    return new Key(hop, "pairs", keys(Objects.requireNonNull(from.model)), columns, true);
  }

  /** Whether a path leads through tables that one call of filter has joined. */
  boolean isJoined(PathResolver.Path path, int group) {
    Table table = root;
    for (Hop hop : path.hops()) {
      Table next = joined(table, hop, group);
      if (next == null) {
        return false;
      }
      table = next;
    }
    return true;
  }

  private @Nullable Table joined(Table from, Hop hop, int group) {
    RelationMeta r = hop.relation();
    if (r.isManyToMany()) {
      Table pairs = joined(from, pairsOf(hop, from), group);
      return pairs == null ? null : joined(pairs, row(hop), group);
    }
    if (hop.reverse()) {
      return joined(from, row(hop, from), group);
    }
    Table holder = from;
    while (holder != null && isAbove(holder, r.field())) {
      ModelMeta<?> model = Objects.requireNonNull(holder.model);
      holder = joined(holder, toParent(model, model.parent().orElseThrow()), group);
    }
    if (holder != null && r.isParentLink() && hop.name().isEmpty()) {
      return joined(holder, toParent(r.model(), r.target()), group);
    }
    return holder == null ? null : joined(holder, row(hop), group);
  }

  private @Nullable Table joined(Table parent, Key key, int group) {
    for (Table t : joined) {
      if (t.parent == parent && t.key.equals(key) && (!t.toMany() || t.group == group)) {
        return t;
      }
    }
    return null;
  }

  private Table join(
      Table parent,
      String name,
      @Nullable ModelMeta<?> model,
      Key key,
      boolean optional,
      int group) {
    for (Table t : joined) {
      boolean usable = group == ANY || !t.toMany() || t.group == group || key.isNamed();
      if (t.parent == parent && t.key.equals(key) && usable) {
        return t;
      }
    }
    Table table = new Table(aliases.next(), name, model, parent, key, optional, group);
    joined.add(table);
    if (key.part().equals("row") && key.isNamed()) {
      table.condition = conditions.apply(Objects.requireNonNull(key.hop()).name());
    }
    return table;
  }

  /** The pairs of a many-to-many relation whose rows are the root, always joined. */
  Table ownerPairs(RelationMeta relation, boolean reverse, ModelMeta<?> model) {
    List<String> columns = reverse ? relation.joinSourceColumns() : relation.joinTargetColumns();
    Key key = new Key(null, "owner", keys(model), columns, true);
    Table table = new Table(aliases.next(), relation.joinTable(), null, root, key, false, ANY);
    joined.add(table);
    return table;
  }

  String column(Table table, String column) {
    return table.alias + "." + operations.quote(column);
  }

  /** A column in an expression. */
  Fragment fragment(Place place) {
    return new Fragment(
        column(place.table(), place.column()),
        List.of(),
        place.field().columnType(),
        place.field().nullable() || place.table().mayBeMissing());
  }

  /** The FROM clause. */
  Sql from() {
    Sql out = new Sql().add(operations.quote(root.name) + " " + root.alias);
    for (Table t : joined) {
      out.add(t.mayBeMissing() ? " LEFT JOIN " : " INNER JOIN ")
          .add(operations.quote(t.name) + " " + t.alias + " ON " + equal(t))
          .add(mark(t));
      if (!t.condition.text().isEmpty()) {
        out.add(" AND (").add(t.condition).add(")");
      }
    }
    return out;
  }

  private String equal(Table table) {
    Table parent = Objects.requireNonNull(table.parent);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < table.key.from().size(); i++) {
      out.append(i == 0 ? "" : " AND ")
          .append(column(table, table.key.to().get(i)))
          .append(" = ")
          .append(column(parent, table.key.from().get(i)));
    }
    return out.toString();
  }

  /** The condition by which a row that is marked as deleted is not joined. */
  private String mark(Table table) {
    if (!table.unmarked || table.model == null) {
      return "";
    }
    FieldMeta mark = table.model.softDelete().orElse(null);
    if (mark == null) {
      return "";
    }
    if (!isAbove(table, mark)) {
      return " AND " + column(table, mark.column()) + " IS NULL";
    }
    Table above =
        new Table(
            aliases.next(),
            mark.model().table(),
            mark.model(),
            table,
            toParent(table.model, mark.model()),
            true,
            ANY);
    return " AND NOT EXISTS (SELECT 1 FROM "
        + operations.quote(above.name)
        + " "
        + above.alias
        + " WHERE "
        + equal(above)
        + " AND "
        + column(above, mark.column())
        + " IS NOT NULL)";
  }
}
