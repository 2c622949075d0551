package io.quintet.orm.internal.schema;

import static io.quintet.orm.internal.schema.Words.create;
import static io.quintet.orm.internal.schema.Words.id;
import static io.quintet.orm.internal.schema.Words.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever waits for a long statement is told how far it is. */
class StatementWatchTest {
  @Test
  void anIndexThatIsBuiltTellsItsPhase() throws Exception {
    assertThat(
            watched(Vendor.POSTGRESQL, "CREATE INDEX CONCURRENTLY by_title ON blog_post (title)"))
        .matches(
            "CREATE INDEX CONCURRENTLY by_title ON blog_post \\(title\\) \\.\\.\\."
                + " waiting for writers before build, \\d+ s");
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MARIADB"})
  void anyOtherTellsHowLongItHasTaken(Vendor vendor) throws Exception {
    assertThat(watched(vendor, "UPDATE blog_post SET title = 'z'"))
        .matches("UPDATE blog_post SET title = 'z' \\.\\.\\. .*\\d+ s");
  }

  /** The first that is told of a statement, which another transaction holds up until then. */
  private String watched(Vendor vendor, String sql) throws SQLException {
    try (TestDatabase db = TestDatabase.open(vendor);
        Connection holding = db.another()) {
      new History(db).then(create("Post", id(), varchar("title", 20))).migrate();
      db.run("INSERT INTO blog_post (title) VALUES ('a')");
      holding.setAutoCommit(false);
      new SqlRunner.Live(holding).run("UPDATE blog_post SET title = 'b'");
      CompletableFuture<String> first = new CompletableFuture<>();
      try (var _ =
          StatementWatch.of(
              db.connection(),
              work -> elsewhere(db, work),
              Duration.ofMillis(5),
              new Telling(text -> release(text, first, holding)))) {
        db.run(sql);
      }
      return first.join();
    }
  }

  private static void release(String text, CompletableFuture<String> first, Connection holding) {
    boolean known = text.startsWith("UPDATE") || text.contains("waiting for writers");
    if (known && first.complete(text)) {
      try {
        holding.rollback();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static void elsewhere(TestDatabase db, Consumer<Connection> work) {
    try (Connection other = db.another()) {
      work.accept(other);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void howFarItIsStandsInPerCentWhereTheDatabaseTells() {
    assertThat(StatementWatch.text(List.of("CREATE INDEX\n  i", "12", "building index", "43")))
        .isEqualTo("CREATE INDEX i ... building index, 43 %, 12 s");
    assertThat(StatementWatch.text(List.of("ALTER TABLE t", "3", "", "-1")))
        .isEqualTo("ALTER TABLE t ... 3 s");
  }

  private record Telling(Consumer<String> told) implements Executor.Listener {
    @Override
    public void begins(Executor.Step step) {}

    @Override
    public void done(Executor.Step step) {}

    @Override
    public void notice(String text) {
      throw new AssertionError(text);
    }

    @Override
    public void progress(String text) {
      told.accept(text);
    }
  }
}
