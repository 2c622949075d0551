package io.quintet.orm;

import io.quintet.orm.internal.db.Database;
import io.quintet.orm.internal.db.ReadScope;
import io.quintet.orm.internal.db.Runner;
import io.quintet.orm.internal.db.StatementLog;
import io.quintet.orm.internal.sql.Statement;
import io.quintet.orm.meta.ColumnReader;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads entities chunk by chunk from an open result. */
final class EntityStream<M extends Entity> implements Iterator<M>, AutoCloseable {
  static final int CHUNK = 500;

  private final Database database;
  private final EntityLoader<M> loader;
  private final Consumer<List<M>> prefetch;
  private final Database.Lease lease;
  private final boolean endTransaction;
  private final PreparedStatement prepared;
  private final ResultSet result;
  private Iterator<M> current = List.<M>of().iterator();
  private final int chunkSize;
  private boolean finished;
  private boolean closed;

  private EntityStream(
      Database database, EntityLoader<M> loader, int chunkSize, Consumer<List<M>> prefetch)
      throws SQLException {
    this.database = ReadScope.source(database);
    this.loader = loader;
    this.chunkSize = chunkSize;
    this.prefetch = prefetch;
    this.lease = this.database.lease();
    // PostgreSQL sends rows in portions only inside a transaction.
    this.endTransaction = lease.own() && database.dialect().features().selectForUpdate();
    boolean open = false;
    try {
      if (endTransaction) {
        lease.connection().setAutoCommit(false);
      }
      Statement statement = loader.select().statement();
      StatementLog.note(statement.sql());
      this.prepared = lease.connection().prepareStatement(statement.sql());
      prepared.setFetchSize(chunkSize);
      Runner.bind(database, prepared, statement);
      this.result = prepared.executeQuery();
      open = true;
    } finally {
      if (!open) {
        giveBack();
      }
    }
  }

  private void giveBack() throws SQLException {
    try (lease) {
      if (endTransaction && !lease.connection().isClosed()) {
        lease.connection().rollback();
        lease.connection().setAutoCommit(true);
      }
    }
  }

  static <M extends Entity> Stream<M> open(
      Database database, EntityLoader<M> loader, int chunkSize, Consumer<List<M>> prefetch) {
    if (chunkSize < 1) {
      throw new IllegalArgumentException(
          "stream(%d): at least one row comes at a time.".formatted(chunkSize));
    }
    try {
      EntityStream<M> rows = new EntityStream<>(database, loader, chunkSize, prefetch);
      int features = Spliterator.ORDERED | Spliterator.NONNULL;
      return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, features), false)
          .onClose(rows::close);
    } catch (SQLException e) {
      throw DbException.of(e, database);
    }
  }

  @Override
  public boolean hasNext() {
    if (!current.hasNext() && !finished) {
      readChunk();
    }
    return current.hasNext();
  }

  @Override
  public M next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return current.next();
  }

  private void readChunk() {
    try {
      EntityLoader<M>.Chunk chunk = loader.new Chunk();
      ColumnReader row = database.dialect().reader(result);
      List<M> rows = new ArrayList<>();
      while (rows.size() < chunkSize && !finished) {
        if (result.next()) {
          rows.add(chunk.read(row));
        } else {
          finished = true;
        }
      }
      prefetch.accept(rows);
      current = rows.iterator();
      if (finished) {
        close();
      }
    } catch (SQLException e) {
      throw DbException.of(e, database);
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    finished = true;
    try {
      result.close();
      prepared.close();
    } catch (SQLException e) {
      throw DbException.of(e, database);
    } finally {
      endQuietly();
    }
  }

  private void endQuietly() {
    try {
      giveBack();
    } catch (SQLException e) {
      throw DbException.of(e, database);
    }
  }
}
