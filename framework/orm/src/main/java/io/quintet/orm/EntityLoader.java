package io.quintet.orm;

import io.quintet.orm.internal.db.Database;
import io.quintet.orm.internal.db.Runner;
import io.quintet.orm.internal.db.Values;
import io.quintet.orm.internal.sql.Compiler;
import io.quintet.orm.meta.ColumnReader;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.ModelMeta;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes entities of the rows of a SELECT. */
final class EntityLoader<M extends Entity> {
  /** Entities, and for each the key of its owner when several were asked for. */
  record Loaded<M extends Entity>(List<M> entities, List<Object> owners) {}

  private final ModelMeta<M> meta;
  private final String alias;
  private final FetchMode mode;
  private final Compiler.Entities select;

  EntityLoader(ModelMeta<M> meta, String alias, FetchMode mode, Compiler.Entities select) {
    this.meta = meta;
    this.alias = alias;
    this.mode = mode;
    this.select = select;
  }

  Compiler.Entities select() {
    return select;
  }

  Loaded<M> loadAll(Database database) {
    Chunk chunk = new Chunk();
    List<Object> owners = new ArrayList<>();
    List<M> entities =
        Runner.rows(
            database,
            select.statement(),
            row -> {
              M entity = chunk.read(row);
              if (select.owner() > 0) {
                owners.add(
                    java.util.Objects.requireNonNull(
                        Values.read(row, select.owner(), select.ownerType())));
              }
              return entity;
            });
    return new Loaded<>(entities, owners);
  }

  /** Rows that share what is fetched later. */
  final class Chunk {
    private final Peers peers = new Peers(mode);
    private final Map<List<String>, Peers> relatedPeers = new HashMap<>();

    M read(ColumnReader row) throws SQLException {
      M entity = meta.create();
      meta.read(row, 1, entity);
      remember(meta, entity, alias, peers);
      entity.state().deferred = select.deferred();
      if (!select.related().isEmpty()) {
        readRelated(row, entity);
      }
      for (Compiler.Extra extra : select.extras()) {
        entity
            .state()
            .annotations()
            .put(extra.name(), Values.read(row, extra.position(), extra.type()));
      }
      return entity;
    }

    private void readRelated(ColumnReader row, M root) throws SQLException {
      Map<List<String>, Entity> byPath = new HashMap<>();
      byPath.put(List.of(), root);
      for (Compiler.Related related : select.related()) {
        Entity parent = byPath.get(related.path().subList(0, related.path().size() - 1));
        if (parent == null) {
          continue;
        }
        Entity found = readOne(related, row);
        if (found != null) {
          byPath.put(related.path(), found);
        }
        RelationFetch.put(parent, related, found);
      }
    }

    private @Nullable Entity readOne(Compiler.Related related, ColumnReader row)
        throws SQLException {
      if (row.nullAt(related.first() + related.model().primaryKey().index())) {
        return null;
      }
      Peers shared = relatedPeers.computeIfAbsent(related.path(), p -> new Peers(mode));
      Entity found = readRow(related.model(), row, related.first(), shared);
      found.state().deferred = related.deferred();
      return found;
    }

    private <E extends Entity> E readRow(
        ModelMeta<E> model, ColumnReader row, int first, Peers shared) throws SQLException {
      E entity = model.create();
      model.read(row, first, entity);
      remember(model, entity, alias, shared);
      return entity;
    }
  }

  /** Notes what the row holds, where it came from, and with which others. */
  static <E extends Entity> void remember(
      ModelMeta<E> model, E entity, String alias, @Nullable Peers peers) {
    EntityState state = entity.state();
    state.snapshot = snapshot(model, entity);
    state.alias = alias;
    state.peers = peers;
    if (peers != null) {
      peers.rows.add(entity);
    }
  }

  static <E extends Entity> @Nullable Object[] snapshot(ModelMeta<E> model, E entity) {
    List<FieldMeta> fields = model.fields();
    @Nullable Object[] values = new @Nullable Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = model.get(entity, i);
    }
    return values;
  }
}
