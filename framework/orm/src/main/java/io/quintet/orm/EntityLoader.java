package io.quintet.orm;

import io.quintet.orm.internal.db.Database;
import io.quintet.orm.internal.db.Runner;
import io.quintet.orm.internal.db.Values;
import io.quintet.orm.internal.sql.Compiler;
import io.quintet.orm.meta.ColumnReader;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

  @SuppressWarnings("unchecked") // the peers of the root are its rows
  Loaded<M> loadAll(Database database) {
    Chunk chunk = new Chunk();
    if (select.owner() == 0) {
      Runner.forEach(database, select.statement(), chunk::read);
      return new Loaded<>((List<M>) chunk.peers.rows, List.of());
    }
    List<Object> owners = new ArrayList<>();
    Runner.forEach(
        database,
        select.statement(),
        row -> {
          chunk.read(row);
          owners.add(Objects.requireNonNull(Values.read(row, select.owner(), select.ownerType())));
        });
    return new Loaded<>((List<M>) chunk.peers.rows, owners);
  }

  /** Rows that share what is fetched later. */
  final class Chunk {
    private final Peers peers = new Peers(mode);
    private final List<Follower> followers = followers();

    /** Where the row of each related model goes: the root first, then as they are selected. */
    private final @Nullable Entity[] row = new @Nullable Entity[1 + followers.size()];

    M read(ColumnReader columns) throws SQLException {
      M entity = meta.create();
      meta.read(columns, 1, entity);
      remember(meta, entity, alias, peers);
      entity.state().deferred = select.deferred();
      if (!followers.isEmpty()) {
        row[0] = entity;
        for (int i = 0; i < followers.size(); i++) {
          row[i + 1] = follow(followers.get(i), columns);
        }
      }
      for (Compiler.Extra extra : select.extras()) {
        entity
            .state()
            .annotations()
            .put(extra.name(), Values.read(columns, extra.position(), extra.type()));
      }
      return entity;
    }

    private @Nullable Entity follow(Follower follower, ColumnReader columns) throws SQLException {
      Entity parent = row[follower.parent()];
      if (parent == null) {
        return null;
      }
      Entity found =
          follower.isMissing(columns) ? null : read(follower.related().model(), follower, columns);
      RelationFetch.put(parent, follower.related(), found);
      if (found != null) {
        found.state().deferred = follower.related().deferred();
      }
      return found;
    }

    private <E extends Entity> E read(ModelMeta<E> model, Follower follower, ColumnReader columns)
        throws SQLException {
      E entity = model.create();
      model.read(columns, follower.related().first(), entity);
      remember(model, entity, alias, follower.peers());
      return entity;
    }
  }

  /**
   * A related model in the same row.
   *
   * @param parent the place in the row of the entity that has the relation
   * @param key the column of its primary key
   */
  private record Follower(
      Compiler.Related related, int parent, int key, boolean numbered, Peers peers) {
    boolean isMissing(ColumnReader columns) throws SQLException {
      return numbered ? columns.longAt(key) == 0 && columns.nullAt(key) : columns.nullAt(key);
    }
  }

  private List<Follower> followers() {
    List<Follower> found = new ArrayList<>(select.related().size());
    for (Compiler.Related related : select.related()) {
      FieldMeta key = related.model().primaryKey();
      found.add(
          new Follower(
              related,
              placeOf(related.path().subList(0, related.path().size() - 1)),
              related.first() + key.index(),
              key.type() instanceof FieldType.Identity,
              new Peers(mode)));
    }
    return found;
  }

  private int placeOf(List<String> path) {
    for (int i = 0; i < select.related().size(); i++) {
      if (select.related().get(i).path().equals(path)) {
        return i + 1;
      }
    }
    return 0;
  }

  /** Notes what the row holds, where it came from, and with which others. */
  static <E extends Entity> void remember(
      ModelMeta<E> model, E entity, String alias, @Nullable Peers peers) {
    EntityState state = entity.state();
    state.snapshot = model.snapshot(entity);
    state.alias = alias;
    state.peers = peers;
    if (peers != null) {
      peers.rows.add(entity);
    }
  }
}
