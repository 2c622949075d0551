package io.quintet.orm.internal.sql;

import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.RelationMeta;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a relation: those that belong to some owners, known by their keys. */
final class Owners {
  private Owners() {}

  /**
   * Joins the pairs or compares the foreign key by which rows belong to owners; the columns with
   * the key of the owner, or null when the query is about no owners.
   */
  static @Nullable List<Fragment> take(SelectCompiler select) {
    Query.Owned owned = select.query().owned();
    if (owned == null) {
      return null;
    }
    JoinTree joins = select.joins();
    RelationMeta r = owned.relation();
    FieldMeta key = key(owned);
    JoinTree.Table table;
    List<String> names;
    if (r.isManyToMany()) {
      table = joins.ownerPairs(r, owned.reverse(), select.query().model());
      names = owned.reverse() ? r.joinTargetColumns() : r.joinSourceColumns();
    } else {
      table = joins.holding(joins.root(), r.field(), JoinTree.ANY);
      names = r.field().columns();
    }
    KeyColumns columns =
        KeyColumns.of(names.stream().map(n -> joins.column(table, n)).toList(), key);
    select.where().add(columns.among(owned.keys(), select.operations()));
    return columns.fragments();
  }

  private static FieldMeta key(Query.Owned owned) {
    RelationMeta r = owned.relation();
    return r.isManyToMany() ? (owned.reverse() ? r.target() : r.model()).primaryKey() : r.field();
  }

  /** The type of the keys of owners. */
  static FieldType type(Query.Owned owned) {
    return key(owned).columnType();
  }
}
