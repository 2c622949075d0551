package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs statements in transactions that end at each boundary. A part whose lock is not to be had in
 * time is rolled back, so that others go on, and tried again.
 */
final class StagedSql implements SqlRunner {
  private final Connection connection;
  private final Live live;
  private final Patience patience;
  private final Executor.Listener listener;
  private final List<String> part = new ArrayList<>();

  StagedSql(Connection connection, Patience patience, Executor.Listener listener) {
    this.connection = connection;
    this.live = new Live(connection);
    this.patience = patience;
    this.listener = listener;
  }

  @Override
  public void run(String sql) {
    part.add(sql);
    try {
      live.run(sql);
    } catch (MigrationException e) {
      if (!Patience.isLockTimeout(e)) {
        throw e;
      }
      again(e);
    }
  }

  private void again(MigrationException first) {
    MigrationException failure = first;
    for (int attempt = 1; ; attempt++) {
      rollBack();
      patience.waitAfter(attempt, failure, live, listener::notice);
      rollBack();
      try {
        part.forEach(live::run);
        return;
      } catch (MigrationException e) {
        if (!Patience.isLockTimeout(e)) {
          throw e;
        }
        failure = e;
      }
    }
  }

  @Override
  public void boundary() {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw new MigrationException("The commit failed: " + e.getMessage(), e);
    }
    part.clear();
  }

  void rollBack() {
    try {
      connection.rollback();
    } catch (SQLException e) {
      throw new MigrationException("The rollback failed: " + e.getMessage(), e);
    }
  }

  /** Waits as long as it takes: what such statements wait for holds nobody up. */
  @Override
  public void alone(String sql) {
    outside(() -> {
      live.run("SET lock_timeout = 0");
      try {
        live.run(sql);
      } finally {
        live.run(patience.statement(Vendor.POSTGRESQL));
      }
    });
  }

  @Override
  public void fill(BatchedFill fill) {
    outside(() -> fill.run(connection, patience.lockTimeout(), listener::progress));
  }

  private void outside(Runnable work) {
    boundary();
    try {
      connection.setAutoCommit(true);
      try {
        work.run();
      } finally {
        connection.setAutoCommit(false);
      }
    } catch (SQLException e) {
      throw new MigrationException("The connection failed: " + e.getMessage(), e);
    }
  }

  @Override
  public List<List<String>> ask(String sql) {
    return live.ask(sql);
  }
}
