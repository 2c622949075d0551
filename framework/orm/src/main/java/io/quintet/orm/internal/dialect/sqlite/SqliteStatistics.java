package io.quintet.orm.internal.dialect.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.Function;

/** Adds aggregates of statistics to a connection. */
final class SqliteStatistics {
  private SqliteStatistics() {}

  static void install(Connection connection) throws SQLException {
    Function.create(connection, "quintet_var_pop", new Deviation(false, false));
    Function.create(connection, "quintet_var_samp", new Deviation(true, false));
    Function.create(connection, "quintet_stddev_pop", new Deviation(false, true));
    Function.create(connection, "quintet_stddev_samp", new Deviation(true, true));
  }

  /** Variance in one pass, by the method of Welford (1962), which does not lose digits. */
  private static final class Deviation extends Function.Aggregate {
    private final boolean sample;
    private final boolean root;
    private long count;
    private double mean;
    private double squares;

    Deviation(boolean sample, boolean root) {
      this.sample = sample;
      this.root = root;
    }

    @Override
    protected void xStep() throws SQLException {
      if (value_text(0) == null) {
        return;
      }
      double value = value_double(0);
      count++;
      double delta = value - mean;
      mean += delta / count;
      squares += delta * (value - mean);
    }

    @Override
    protected void xFinal() throws SQLException {
      long divisor = sample ? count - 1 : count;
      if (divisor <= 0) {
        result();
        return;
      }
      double variance = squares / divisor;
      result(root ? Math.sqrt(variance) : variance);
    }
  }
}
