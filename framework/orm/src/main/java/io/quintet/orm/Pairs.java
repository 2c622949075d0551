package io.quintet.orm;

import io.quintet.orm.internal.db.Database;
import io.quintet.orm.internal.db.Runner;
import io.quintet.orm.internal.db.Values;
import io.quintet.orm.internal.dialect.Operations;
import io.quintet.orm.internal.sql.Param;
import io.quintet.orm.internal.sql.Statement;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.RelationMeta;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The table of pairs of a many-to-many relation, seen from one entity. */
final class Pairs {
  private final RelationMeta relation;
  private final Database database;
  private final Operations operations;
  private final String own;
  private final String other;
  private final Param key;
  private final FieldType otherType;
  private final ModelMeta<?> ownModel;
  private final boolean reverse;

  Pairs(Entity owner, RelationMeta relation, boolean reverse, String alias) {
    this(relation, reverse, Objects.requireNonNull(owner.key()), alias);
  }

  Pairs(RelationMeta relation, boolean reverse, Object ownKey, String alias) {
    this.relation = relation;
    this.reverse = reverse;
    this.database = Db.database(alias);
    this.operations = database.dialect().operations();
    this.own = reverse ? relation.joinTargetColumn() : relation.joinSourceColumn();
    this.other = reverse ? relation.joinSourceColumn() : relation.joinTargetColumn();
    this.ownModel = reverse ? relation.target() : relation.model();
    this.key = new Param(ownKey, ownModel.primaryKey().columnType());
    this.otherType = (reverse ? relation.model() : relation.target()).primaryKey().columnType();
  }

  private String table() {
    return operations.quote(relation.joinTable());
  }

  Set<Object> present(List<Object> keys) {
    Set<Object> found = new HashSet<>();
    RelationFetch.chunks(keys)
        .forEach(chunk ->
            found.addAll(
                Runner.rows(
                    database,
                    statement(
                        "SELECT " + operations.quote(other) + " FROM " + table() + where(chunk),
                        chunk),
                    row -> Objects.requireNonNull(Values.read(row, 1, otherType)))));
    return found;
  }

  private String where(List<Object> chunk) {
    return " WHERE "
        + operations.quote(own)
        + " = ? AND "
        + operations.quote(other)
        + " IN ("
        + String.join(", ", chunk.stream().map(k -> "?").toList())
        + ")";
  }

  private Statement statement(String sql, List<Object> chunk) {
    List<Param> params = new ArrayList<>();
    params.add(key);
    chunk.forEach(k -> params.add(new Param(k, otherType)));
    return new Statement(sql, params);
  }

  /** The keys of all rows that belong to the owner. */
  Set<Object> all() {
    String sql =
        "SELECT %s FROM %s WHERE %s = ?"
            .formatted(operations.quote(other), table(), operations.quote(own));
    return new HashSet<>(
        Runner.rows(
            database,
            new Statement(sql, List.of(key)),
            row -> Objects.requireNonNull(Values.read(row, 1, otherType))));
  }

  /** Adds pairs; {@code defaults} sets fields of the model of the pairs by name. */
  void insert(List<Object> keys, Map<String, ?> defaults) {
    if (relation.through().isPresent()) {
      insertThrough(relation.through().get(), keys, defaults);
      return;
    }
    RelationFetch.chunks(keys).forEach(chunk -> insertChunk(chunk, own, other));
    if (relation.symmetrical()) {
      RelationFetch.chunks(keys).forEach(chunk -> insertChunk(chunk, other, own));
    }
  }

  private void insertChunk(List<Object> chunk, String first, String second) {
    List<Param> params = new ArrayList<>();
    for (Object k : chunk) {
      params.add(key);
      params.add(new Param(k, otherType));
    }
    String sql =
        "INSERT INTO %s (%s, %s) VALUES %s%s"
            .formatted(
                table(),
                operations.quote(first),
                operations.quote(second),
                String.join(", ", chunk.stream().map(k -> "(?, ?)").toList()),
                operations.onConflict(List.of(), List.of(), operations.quote(first)));
    Runner.update(database, new Statement(sql, params));
  }

  /**
   * Pairs with columns of their own are entities; what else they need comes from their defaults.
   */
  private <P extends Entity> void insertThrough(
      ModelMeta<P> pairs, List<Object> keys, Map<String, ?> defaults) {
    RelationMeta ownSide = reverse ? relation.throughTarget() : relation.throughSource();
    RelationMeta otherSide = reverse ? relation.throughSource() : relation.throughTarget();
    List<P> made = new ArrayList<>();
    for (Object k : keys) {
      P pair = pairs.create();
      ownSide.field().set(pair, key.value());
      otherSide.field().set(pair, k);
      FieldValues.set(pair, defaults);
      made.add(pair);
    }
    BulkInsert.run(pairs, made, database.alias(), false);
  }

  void delete(List<Object> keys) {
    RelationFetch.chunks(keys).forEach(this::deleteChunk);
  }

  private void deleteChunk(List<Object> chunk) {
    String marks = String.join(", ", chunk.stream().map(k -> "?").toList());
    String pair = "(%s = ? AND %s IN (" + marks + "))";
    String sql = "DELETE FROM " + table() + " WHERE ";
    String there = pair.formatted(operations.quote(own), operations.quote(other));
    if (!relation.symmetrical()) {
      Runner.update(database, statement(sql + there, chunk));
      return;
    }
    String back = pair.formatted(operations.quote(other), operations.quote(own));
    List<Param> params = new ArrayList<>(statement("", chunk).params());
    params.addAll(List.copyOf(params));
    Runner.update(database, new Statement(sql + there + " OR " + back, params));
  }

  Statement deleteAll() {
    String sql = "DELETE FROM " + table() + " WHERE " + operations.quote(own) + " = ?";
    if (relation.symmetrical()) {
      return new Statement(sql + " OR " + operations.quote(other) + " = ?", List.of(key, key));
    }
    return new Statement(sql, List.of(key));
  }
}
