package io.quintet.orm.internal.schema;

import static io.quintet.orm.internal.schema.Words.create;
import static io.quintet.orm.internal.schema.Words.id;
import static io.quintet.orm.internal.schema.Words.integer;
import static io.quintet.orm.internal.schema.Words.of;
import static io.quintet.orm.internal.schema.Words.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ColumnType.Simple;
import io.quintet.orm.migrations.FieldOperation;
import io.quintet.orm.migrations.HistoricalModel;
import io.quintet.orm.migrations.HistoricalRow;
import io.quintet.orm.migrations.Migration;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.MigrationId;
import io.quintet.orm.migrations.Operation;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExecutorTest {
  private static final Operation POST = create("Post", id(), varchar("title", 100));

  @ParameterizedTest
  @EnumSource
  void migrationsAreAppliedOnceAndRecorded(Vendor vendor) {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      History history = new History(db).then(POST).migrate().migrate();
      assertThat(db.rows("SELECT app, name FROM quintet_migrations"))
          .containsExactly(List.of("blog", "0001_step"));
      assertThat(history.executor().applied().values()).containsExactly(History.CLOCK.instant());
      history.back();
      assertThat(db.column("SELECT name FROM quintet_migrations")).isEmpty();
      assertThatThrownBy(() -> db.rows("SELECT * FROM blog_post"))
          .isInstanceOf(MigrationException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStepInJavaFillsRowsAndIsTakenBack(Vendor vendor) {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      History history = new History(db).then(POST).migrate();
      db.run("INSERT INTO blog_post (title) VALUES ('Über Java'), ('SQL')");
      history
          .then(
              new FieldOperation.AddField("Post", varchar("slug", 50).nullable(), null),
              new Operation.RunJava(
                      "Fill the slugs",
                      context ->
                          context
                              .model("Post")
                              .forEach(post ->
                                  post.set(
                                          "slug",
                                          post.text("title")
                                              .toLowerCase(Locale.ROOT)
                                              .replace(' ', '-'))
                                      .save()),
                      null)
                  .reverseNothing(),
              new FieldOperation.AlterField("Post", varchar("slug", 50).unique(), null))
          .migrate();
      assertThat(db.column("SELECT slug FROM blog_post ORDER BY id"))
          .containsExactly("über-java", "sql");
      history.back();
      assertThat(db.rows("SELECT * FROM blog_post ORDER BY id"))
          .containsExactly(List.of("1", "Über Java"), List.of("2", "SQL"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void historicalRowsHoldEveryType(Vendor vendor) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("big", 5_000_000_000L);
    values.put("flag", true);
    values.put("price", new BigDecimal("12.50"));
    values.put("ratio", 1.5);
    values.put("day", LocalDate.parse("2024-02-29"));
    values.put("hour", LocalTime.parse("05:07:11.5"));
    values.put("moment", Instant.parse("2024-02-29T12:00:00.25Z"));
    values.put("local", LocalDateTime.parse("2024-02-29T12:00:00"));
    values.put("span", Duration.ofHours(30).plusMillis(5));
    values.put("code", new UUID(1, 2));
    values.put("data", "{\"a\": 1}");
    values.put("note", null);
    try (TestDatabase db = TestDatabase.open(vendor)) {
      new History(db)
          .then(
              create(
                  "Sample",
                  id(),
                  of("big", Simple.BIG_INTEGER),
                  of("flag", Simple.BOOLEAN),
                  of("price", new ColumnType.Decimal(8, 2)),
                  of("ratio", Simple.REAL),
                  of("day", Simple.DATE),
                  of("hour", Simple.TIME),
                  of("moment", Simple.TIMESTAMP),
                  of("local", Simple.LOCAL_TIMESTAMP),
                  of("span", Simple.DURATION),
                  of("code", Simple.UUID),
                  of("data", Simple.JSON),
                  of("note", Simple.TEXT).nullable()),
              new Operation.RunJava(
                  "Try the rows",
                  context -> {
                    HistoricalModel samples = context.model("Sample");
                    HistoricalRow inserted = samples.insert(values);
                    HistoricalRow read = samples.all().getFirst();
                    values.forEach(
                        (field, value) -> assertThat(read.get(field)).as(field).isEqualTo(value));
                    assertThat(read.number("id")).isEqualTo(inserted.number("id"));
                    assertThat(samples.where("code", new UUID(1, 2))).hasSize(1);
                    assertThat(samples.where("note", null)).hasSize(1);
                    read.set("note", "seen").save();
                    assertThat(samples.where("note", "seen")).hasSize(1);
                    read.delete();
                    assertThat(samples.count()).isZero();
                    assertThatThrownBy(() -> read.get("nothing"))
                        .hasMessageStartingWith(
                            "Model blog.Sample has no field 'nothing' at this point of the history.");
                  },
                  null))
          .migrate();
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MARIADB") // see the next test
  void aMigrationThatFailsLeavesNothingBehind(Vendor vendor) {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      History history =
          new History(db)
              .then(POST)
              .then(
                  new FieldOperation.AddField("Post", integer("pages"), 1),
                  new Operation.RunSql(List.of("SELECT broken"), null));
      assertThatThrownBy(history::migrate)
          .isInstanceOf(MigrationException.class)
          .hasMessageStartingWith("Migration blog.0002_step failed at \"Run SQL\": ")
          .hasMessageEndingWith("\nNothing of it was kept; migrations before it are.");
      assertThat(db.rows("SELECT * FROM blog_post")).isEmpty();
      assertThatThrownBy(() -> db.rows("SELECT pages FROM blog_post"))
          .hasMessageContaining("pages");
      assertThat(db.column("SELECT name FROM quintet_migrations")).containsExactly("0001_step");
    }
  }

  /** MariaDB commits at each change of a table. */
  @Test
  void onMariaDbAMigrationThatFailsGoesOnWhereItStopped() {
    try (TestDatabase db = TestDatabase.open(Vendor.MARIADB)) {
      Operation add = new FieldOperation.AddField("Post", integer("pages"), 1);
      History broken =
          new History(db)
              .then(POST)
              .then(add, new Operation.RunSql(List.of("SELECT broken"), null));
      assertThatThrownBy(broken::migrate)
          .isInstanceOf(MigrationException.class)
          .hasMessageStartingWith("Migration blog.0002_step failed at \"Run SQL\": ")
          .hasMessageEndingWith("what it did before this step is kept, and migrate goes on here.");
      assertThat(db.rows("SELECT pages FROM blog_post")).isEmpty();
      new History(db)
          .then(POST)
          .then(add, new Operation.RunSql(List.of("SELECT 1"), null))
          .migrate();
      assertThat(db.column("SELECT name FROM quintet_migrations ORDER BY name"))
          .containsExactly("0001_step", "0002_step");
    }
  }

  @ParameterizedTest
  @EnumSource
  void rowsThatPointNowhereAreFoundBeforeTheCommit(Vendor vendor) {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      History history =
          new History(db)
              .then(POST, create("Comment", id(), Words.key("post", "blog.Post")))
              .then(
                  new Operation.RunSql(
                      List.of("INSERT INTO blog_comment (post_id) VALUES (42)"), null));
      assertThatThrownBy(history::migrate)
          .hasMessageContaining(
              vendor == Vendor.SQLITE
                  ? "1 rows point to rows that do not exist; the first is row 1 of blog_comment, which points into blog_post."
                  : "blog_comment_post_id_");
      assertThat(db.column("SELECT count(*) FROM blog_comment")).containsExactly("0");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStepWithoutReverseIsNotTakenBack(Vendor vendor) {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      History history =
          new History(db)
              .then(POST)
              .then(new Operation.RunJava("Count the posts", _ -> {}, null))
              .migrate();
      assertThatThrownBy(history::back)
          .hasMessage(
              "Migration blog.0002_step cannot be taken back: its step \"Count the posts\" says no reverse."
                  + " Add .reverse(...) to it. Nothing was changed.");
      assertThat(db.column("SELECT name FROM quintet_migrations ORDER BY id"))
          .containsExactly("0001_step", "0002_step");
    }
  }

  @ParameterizedTest
  @EnumSource
  void twoProcessesMigrateOneAfterTheOther(Vendor vendor) throws Exception {
    try (TestDatabase db = TestDatabase.open(vendor);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CountDownLatch inside = new CountDownLatch(1);
      CountDownLatch waiting = new CountDownLatch(1);
      History history =
          new History(db)
              .then(POST)
              .then(
                  new Operation.RunJava(
                      "Wait for the other",
                      _ -> {
                        inside.countDown();
                        assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();
                      },
                      null))
              .then(new FieldOperation.AddField("Post", integer("pages"), 1));
      Future<?> first = threads.submit(history::migrate);
      assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();
      Future<?> second = threads.submit(() -> migrateToo(db, history, waiting));
      if (vendor == Vendor.SQLITE) {
        waiting.countDown();
      }
      first.get(20, TimeUnit.SECONDS);
      second.get(20, TimeUnit.SECONDS);
      assertThat(db.column("SELECT name FROM quintet_migrations ORDER BY id"))
          .containsExactly("0001_step", "0002_step", "0003_step");
    }
  }

  private static void migrateToo(TestDatabase db, History history, CountDownLatch waiting) {
    try (Connection connection = db.another()) {
      Executor executor = new Executor(history.graph(), connection, History.CLOCK);
      executor.run(
          () -> executor.planAll(List.of("blog")),
          false,
          new Executor.Listener() {
            @Override
            public void begins(Executor.Step step) {}

            @Override
            public void done(Executor.Step step) {}

            @Override
            public void notice(String text) {
              assertThat(text)
                  .isEqualTo(
                      "Another process is migrating this database; waiting for it to finish.");
              waiting.countDown();
            }
          });
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theConnectionIsGivenBackAsItWas(Vendor vendor) throws SQLException {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      new History(db).then(POST).migrate();
      assertThat(db.connection().getAutoCommit()).isTrue();
      if (vendor == Vendor.SQLITE) {
        assertThat(db.column("PRAGMA foreign_keys")).containsExactly("1");
      }
    }
  }

  @Test
  void theStatementsOfAMigrationCanBeReadBeforehand() {
    History history =
        new History(null)
            .then(POST)
            .then(
                new FieldOperation.AddField("Post", integer("pages"), 1),
                new Operation.RunJava("Count the posts", _ -> {}, _ -> {}));
    Migration last = history.graph().get(new MigrationId("blog", "0002_step"));
    assertThat(Executor.sql(history.graph(), Vendor.POSTGRESQL, new Executor.Step(last, false)))
        .containsExactly(
            "-- Add field pages to Post",
            "ALTER TABLE \"blog_post\" ADD COLUMN \"pages\" integer DEFAULT 1 NOT NULL",
            "ALTER TABLE \"blog_post\" ALTER COLUMN \"pages\" DROP DEFAULT",
            "-- Count the posts",
            "-- A step in Java runs here: Count the posts.");
    assertThat(Executor.sql(history.graph(), Vendor.POSTGRESQL, new Executor.Step(last, true)))
        .endsWith(
            "-- Add field pages to Post",
            "ALTER TABLE \"blog_post\" DROP COLUMN \"pages\" CASCADE");
  }

  @Test
  void aHistoryWithAHoleIsRefusedUntilItIsMended() {
    try (TestDatabase db = TestDatabase.open(Vendor.SQLITE)) {
      History history =
          new History(db)
              .then(POST)
              .then(new FieldOperation.AddField("Post", integer("a").nullable(), null))
              .migrate();
      db.run("DELETE FROM quintet_migrations WHERE name = '0001_step'");
      assertThatThrownBy(history::migrate)
          .hasMessage(
              "The history of this database is not consistent: blog.0002_step is applied, but blog.0001_step, which it"
                  + " needs, is not. If the tables are there, record it: migrate blog 0001_step --fake.");
      Executor executor = history.executor();
      executor.run(
          () -> executor.planTo(new MigrationId("blog", "0001_step")), true, Executor.SILENT);
      history.migrate();
      assertThat(db.column("SELECT name FROM quintet_migrations ORDER BY name"))
          .containsExactly("0001_step", "0002_step");
    }
  }

  @Test
  void planningGoesForwardWithWhatIsNeededAndBackWithWhatFollows() {
    try (TestDatabase db = TestDatabase.open(Vendor.SQLITE)) {
      History history =
          new History(db)
              .then(POST)
              .then(new FieldOperation.AddField("Post", integer("a").nullable(), null))
              .add(
                  new Migration("shop", "0001_initial") {
                    {
                      dependsOn("blog", "0001_step");
                      operations(create("Item", id(), Words.key("post", "blog.Post")));
                    }
                  });
      Executor executor = history.executor();
      assertThat(names(executor.planAll(List.of("shop"))))
          .containsExactly("blog.0001_step", "shop.0001_initial");
      executor.run(() -> executor.planAll(List.of("blog", "shop")), false, Executor.SILENT);
      assertThat(names(executor.planTo(new MigrationId("blog", "0001_step"))))
          .containsExactly("blog.0002_step");
      assertThat(names(executor.planZero("blog")))
          .containsExactly("shop.0001_initial", "blog.0002_step", "blog.0001_step");
    }
  }

  private static List<String> names(List<Executor.Step> plan) {
    return plan.stream().map(step -> step.migration().toString()).toList();
  }
}
