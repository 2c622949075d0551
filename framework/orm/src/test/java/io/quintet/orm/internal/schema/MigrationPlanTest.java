package io.quintet.orm.internal.schema;

import static io.quintet.orm.internal.schema.Words.create;
import static io.quintet.orm.internal.schema.Words.id;
import static io.quintet.orm.internal.schema.Words.index;
import static io.quintet.orm.internal.schema.Words.integer;
import static io.quintet.orm.internal.schema.Words.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.orm.migrations.FieldOperation;
import io.quintet.orm.migrations.IndexOperation;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code migrate --plan} shows of a table with rows. */
class MigrationPlanTest {
  @Test
  void onPostgresqlEachStatementHasItsLock() {
    assertThat(plan(Vendor.POSTGRESQL, "ANALYZE blog_post").text())
        .isEqualTo(
            """
            What 'migrate' would do:
              apply blog.0002_step
                Create index by_title on title of Post
                Alter field views of Post
                  CREATE INDEX "by_title" ON "blog_post" ("title")
                    lock SHARE, writers wait, reads about 3 rows (less than 1 s)
                  UPDATE "blog_post" SET "views" = 7 WHERE "views" IS NULL
                    lock ROW EXCLUSIVE, nobody waits, reads about 3 rows (less than 1 s)
                  ALTER TABLE "blog_post" ALTER COLUMN "views" SET NOT NULL
                    lock ACCESS EXCLUSIVE, everybody waits, reads about 3 rows (less than 1 s)\
            """);
  }

  @Test
  void onMariaDbItHasItsAlgorithm() {
    assertThat(plan(Vendor.MARIADB, "ANALYZE TABLE blog_post").text())
        .isEqualTo(
            """
            What 'migrate' would do:
              apply blog.0002_step
                Create index by_title on title of Post
                Alter field views of Post
                  CREATE INDEX "by_title" ON "blog_post" ("title")
                    NOCOPY, LOCK=NONE, nobody waits, reads about 3 rows (less than 1 s)
                  UPDATE "blog_post" SET "views" = 7 WHERE "views" IS NULL
                    lock the rows that change, nobody waits, reads about 3 rows (less than 1 s)
                  ALTER TABLE "blog_post" MODIFY COLUMN "views" integer NOT NULL
                    COPY, LOCK=SHARED, writers wait, rewrites about 3 rows (less than 1 s)\
            """);
  }

  @Test
  void onSqliteTheWholeDatabaseIsLockedForWriting() {
    assertThat(plan(Vendor.SQLITE, "ANALYZE").text())
        .contains(
            "      CREATE INDEX \"by_title\" ON \"blog_post\" (\"title\")\n"
                + "        lock the database, for writing, writers wait, reads about 3 rows (less than 1 s)\n")
        .contains("rewrites about 3 rows (less than 1 s)");
  }

  @Test
  void toolsReadTheSameAsJson() {
    assertThat(plan(Vendor.MARIADB, "ANALYZE TABLE blog_post").json())
        .contains(
            "{\"sql\":\"CREATE INDEX \\\"by_title\\\" ON \\\"blog_post\\\" (\\\"title\\\")\","
                + "\"lock\":\"NOCOPY, LOCK=NONE\",\"blocks\":\"nobody\",\"rewrites\":false,\"rows\":3}");
  }

  private static MigrationPlan plan(Vendor vendor, String statistics) {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      History history =
          new History(db)
              .then(create("Post", id(), varchar("title", 20), integer("views").nullable()))
              .migrate();
      db.run("INSERT INTO blog_post (title) VALUES ('a'), ('b'), ('c')");
      try (var statement = db.connection().createStatement()) {
        statement.execute(statistics);
      }
      history.then(
          new IndexOperation.AddIndex("Post", index("by_title", "title")),
          new FieldOperation.AlterField("Post", integer("views"), 7));
      Executor executor = history.executor();
      return MigrationPlan.of(executor, executor.planAll(List.of("blog")), db.connection());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
