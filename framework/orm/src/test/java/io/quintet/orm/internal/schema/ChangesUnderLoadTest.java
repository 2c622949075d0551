package io.quintet.orm.internal.schema;

import static io.quintet.orm.internal.schema.Words.create;
import static io.quintet.orm.internal.schema.Words.id;
import static io.quintet.orm.internal.schema.Words.index;
import static io.quintet.orm.internal.schema.Words.integer;
import static io.quintet.orm.internal.schema.Words.key;
import static io.quintet.orm.internal.schema.Words.unique;
import static io.quintet.orm.internal.schema.Words.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.orm.annotation.OnDelete;
import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.FieldOperation;
import io.quintet.orm.migrations.IndexOperation;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A table of PostgreSQL that is read and written while it changes, the safe way beside the plain
 * one. With figures: {@code -Dquintet.migrations.rows=1000000
 * -Dquintet.migrations.lock-timeout=200} (milliseconds).
 */
class ChangesUnderLoadTest {
  private static final int ROWS = Integer.getInteger("quintet.migrations.rows", 20_000);
  private static final boolean MEASURED = System.getProperty("quintet.migrations.rows") != null;
  private static final Duration LOCK_TIMEOUT =
      Duration.ofMillis(Integer.getInteger("quintet.migrations.lock-timeout", 3_000));
  private static final List<String> REPORT = new ArrayList<>();

  enum Change {
    COLUMN_WITH_DEFAULT(new FieldOperation.AddField("Post", integer("stars"), 0)),
    INDEX(new IndexOperation.AddIndex("Post", index("by_title", "title"))),
    NOT_NULL(new FieldOperation.AlterField("Post", integer("views"), 7)),
    FOREIGN_KEY(new FieldOperation.AlterField("Post", key("author", "blog.Author"), null)),
    UNIQUE(new IndexOperation.AddConstraint("Post", unique("once", "title")));

    private final Operation operation;

    Change(Operation operation) {
      this.operation = operation;
    }
  }

  @ParameterizedTest
  @EnumSource
  void nobodyWaitsForAChangeThatReadsAllRows(Change change) throws Exception {
    StringBuilder line = new StringBuilder("%-20s".formatted(change));
    for (boolean unsafe : new boolean[] {false, true}) {
      try (TestDatabase db = TestDatabase.open(Vendor.POSTGRESQL)) {
        Executor executor =
            filled(db).then(change.operation).executor().unsafe(unsafe).lockTimeout(LOCK_TIMEOUT);
        boolean holdsOthersUp =
            StatementCost.of(
                    DatabaseVersion.of(db.connection()),
                    executor.statements(executor.planAll(List.of("blog"))).getLast())
                .stream()
                .anyMatch(StatementCost::holdsOthersUp);
        assertThat(holdsOthersUp)
            .as("%s, unsafe: %s", change, unsafe)
            .isEqualTo(unsafe && readsAllRowsUnderALock(change));
        long begin = System.nanoTime();
        Loops loops = Loops.on(db, ROWS, LOCK_TIMEOUT);
        try (loops) {
          executor.run(() -> executor.planAll(List.of("blog")), false, Executor.SILENT);
        }
        if (!unsafe) {
          assertThat(loops.reader.blocked()).as("reader").isZero();
          assertThat(loops.writer.blocked()).as("writer").isZero();
        }
        line.append(" | ").append(figures(loops, Duration.ofNanos(System.nanoTime() - begin)));
      }
    }
    REPORT.add(line.toString());
  }

  /** Since PostgreSQL 11 a column with a constant is no more than a note. */
  private static boolean readsAllRowsUnderALock(Change change) {
    return change != Change.COLUMN_WITH_DEFAULT;
  }

  @Test
  void othersAreLetPastWhileALongReaderHoldsTheTable() throws Exception {
    try (TestDatabase db = TestDatabase.open(Vendor.POSTGRESQL);
        Connection reader = db.another();
        Connection other = db.another()) {
      Executor executor = filled(db).then(Change.COLUMN_WITH_DEFAULT.operation).executor();
      reader.setAutoCommit(false);
      use(reader, "SELECT count(*) FROM blog_post");
      use(other, "SET lock_timeout = 2000");
      List<String> notices = new ArrayList<>();
      Patience patience =
          new Patience(
              Duration.ofMillis(50),
              5,
              _ -> {
                use(other, "SELECT title FROM blog_post WHERE id = 1");
                use(other, "UPDATE blog_post SET likes = 1 WHERE id = 1");
                if (notices.size() == 2) {
                  use(reader, "ROLLBACK");
                }
              });
      executor
          .patience(patience)
          .run(() -> executor.planAll(List.of("blog")), false, Notices.into(notices));
      assertThat(notices)
          .hasSize(2)
          .allMatch(notice ->
              notice.contains("blog_post is in use by process")
                  && notice.contains("SELECT count(*) FROM blog_post. Trying again in "));
      assertThat(db.column("SELECT stars FROM blog_post WHERE id = 1")).containsExactly("0");
    }
  }

  @Test
  void behindAPlainChangeThatWaitsAllOthersQueueUp() throws Exception {
    try (TestDatabase db = TestDatabase.open(Vendor.POSTGRESQL);
        Connection reader = db.another();
        Connection other = db.another();
        Connection changing = db.another()) {
      filled(db);
      reader.setAutoCommit(false);
      use(reader, "SELECT count(*) FROM blog_post");
      Thread change =
          Thread.ofPlatform()
              .start(() -> use(changing, "ALTER TABLE blog_post ADD COLUMN stars int DEFAULT 0"));
      while (db.rows(
              "SELECT 1 FROM pg_locks WHERE relation = 'blog_post'::regclass AND NOT granted")
          .isEmpty()) {
        LockSupport.parkNanos(1_000_000);
      }
      use(other, "SET lock_timeout = 50");
      assertThatThrownBy(() -> use(other, "SELECT title FROM blog_post WHERE id = 1"))
          .hasMessageContaining("canceling statement due to lock timeout");
      use(reader, "ROLLBACK");
      change.join();
      use(other, "SELECT stars FROM blog_post WHERE id = 1");
    }
  }

  @AfterAll
  static void report() {
    if (MEASURED) {
      System.out.printf(
          "%n%,d rows; longest wait of reader and writer in lock time-outs of %d ms, and how long it took%n%-20s | %-26s | plain%n",
          ROWS, LOCK_TIMEOUT.toMillis(), "", "safe");
      REPORT.forEach(System.out::println);
    }
  }

  private static String figures(Loops loops, Duration all) {
    return "%6.2f %6.2f %9.1f s"
        .formatted(
            ratio(loops.reader.longest()), ratio(loops.writer.longest()), all.toMillis() / 1e3);
  }

  private static double ratio(Duration wait) {
    return (double) wait.toNanos() / LOCK_TIMEOUT.toNanos();
  }

  private static History filled(TestDatabase db) {
    ColumnState author =
        ColumnState.of(
                "author",
                new ColumnType.ForeignKey(ModelName.parse("blog.Author"), OnDelete.CASCADE, false))
            .column("author_id");
    History history =
        new History(db)
            .then(
                create("Author", id()),
                create(
                    "Post",
                    id(),
                    varchar("title", 100),
                    integer("views").nullable(),
                    integer("likes"),
                    author))
            .migrate();
    db.run("INSERT INTO blog_author DEFAULT VALUES");
    db.run(
        "INSERT INTO blog_post (title, views, likes, author_id) SELECT 'a title of some length ' || i,"
            + " nullif(i %% 3, 0), 0, 1 FROM generate_series(1, %d) i".formatted(ROWS));
    db.run("ANALYZE blog_post");
    return history;
  }

  private static void use(Connection connection, String sql) {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
