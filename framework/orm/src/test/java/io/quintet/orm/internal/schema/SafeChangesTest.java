package io.quintet.orm.internal.schema;

import static io.quintet.orm.internal.schema.Words.create;
import static io.quintet.orm.internal.schema.Words.id;
import static io.quintet.orm.internal.schema.Words.index;
import static io.quintet.orm.internal.schema.Words.integer;
import static io.quintet.orm.internal.schema.Words.key;
import static io.quintet.orm.internal.schema.Words.of;
import static io.quintet.orm.internal.schema.Words.unique;
import static io.quintet.orm.internal.schema.Words.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.orm.migrations.ColumnType.Simple;
import io.quintet.orm.migrations.ConstraintState;
import io.quintet.orm.migrations.FieldOperation;
import io.quintet.orm.migrations.IndexOperation;
import io.quintet.orm.migrations.Migration;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes of a table of PostgreSQL that is too large to be locked while its rows are read. */
class SafeChangesTest {
  private static final int ROWS = 30_000;

  private TestDatabase db;
  private History history;
  private final List<String> notices = new ArrayList<>();

  @BeforeEach
  void makeALargeTable() {
    db = TestDatabase.open(Vendor.POSTGRESQL);
    history =
        new History(db)
            .then(
                create("Author", id()),
                create("Post", id(), varchar("title", 100), integer("views").nullable()))
            .migrate();
    db.run("INSERT INTO blog_author DEFAULT VALUES");
    db.run(
        "INSERT INTO blog_post (title, views) SELECT 'a title of some length ' || i, nullif(i %% 3, 0) FROM generate_series(1, %d) i"
            .formatted(ROWS));
    db.run("ANALYZE blog_post");
  }

  @AfterEach
  void close() {
    db.close();
  }

  @Test
  void anIndexIsMadeConcurrently() {
    history.then(new IndexOperation.AddIndex("Post", index("by_title", "title")));
    assertThat(statements())
        .containsExactly("CREATE INDEX CONCURRENTLY \"by_title\" ON \"blog_post\" (\"title\")");
    history.migrate();
    assertThat(post().indexes()).singleElement().matches(Catalogue.Index::valid);
  }

  @Test
  void anIndexThatWasBrokenOffIsMadeAnew() throws SQLException {
    try (Connection other = db.another();
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("UPDATE blog_post SET views = 1 WHERE id = 1");
      db.run("SET statement_timeout = 300");
      assertThatThrownBy(() -> db.run("CREATE INDEX CONCURRENTLY by_title ON blog_post (title)"))
          .hasMessageContaining("statement timeout");
      db.run("RESET statement_timeout");
      other.rollback();
    }
    assertThat(post().indexes()).singleElement().matches(i -> !i.valid());
    history.then(new IndexOperation.AddIndex("Post", index("by_title", "title"))).migrate();
    assertThat(post().indexes()).singleElement().matches(Catalogue.Index::valid);
  }

  @Test
  void constraintsAreMadeWithoutReadingRowsUnderALock() {
    history.then(
        new IndexOperation.AddConstraint("Post", new ConstraintState.Check("some", "views >= 0")),
        new IndexOperation.AddConstraint("Post", unique("once", "title")));
    assertThat(statements())
        .containsExactly(
            "ALTER TABLE \"blog_post\" ADD CONSTRAINT \"some\" CHECK (views >= 0) NOT VALID",
            "ALTER TABLE \"blog_post\" VALIDATE CONSTRAINT \"some\"",
            "CREATE UNIQUE INDEX CONCURRENTLY \"once\" ON \"blog_post\" (\"title\")",
            "ALTER TABLE \"blog_post\" ADD CONSTRAINT \"once\" UNIQUE USING INDEX \"once\"");
    history.migrate();
    assertThat(post().checks()).singleElement().matches(Catalogue.Check::valid);
    assertThat(post().uniques()).containsExactly(new Catalogue.Unique("once", List.of("title")));
    history.back();
    assertThat(post().uniques()).isEmpty();
  }

  @Test
  void aColumnBecomesMandatoryByAValidatedCheck() {
    history.then(new FieldOperation.AlterField("Post", integer("views"), 7));
    assertThat(statements())
        .containsExactly(
            "UPDATE \"blog_post\" SET \"views\" = 7 WHERE \"views\" IS NULL",
            "ALTER TABLE \"blog_post\" ADD CONSTRAINT \"blog_post_views_notnull\" CHECK (\"views\" IS NOT NULL) NOT VALID",
            "ALTER TABLE \"blog_post\" VALIDATE CONSTRAINT \"blog_post_views_notnull\"",
            "ALTER TABLE \"blog_post\" ALTER COLUMN \"views\" SET NOT NULL",
            "ALTER TABLE \"blog_post\" DROP CONSTRAINT IF EXISTS \"blog_post_views_notnull\"");
    history.migrate();
    assertThat(post().column("views")).hasValueSatisfying(c -> assertThat(c.nullable()).isFalse());
    assertThat(post().checks()).isEmpty();
    assertThat(db.column("SELECT count(*) FROM blog_post WHERE views = 7"))
        .containsExactly("10000");
  }

  @Test
  void aColumnWithADefaultAKeyAndAnIndexComesInParts() {
    history.then(
        new FieldOperation.AddField("Post", integer("likes").indexed(), 0),
        new FieldOperation.AddField("Post", key("author", "blog.Author"), 1));
    assertThat(statements())
        .contains(
            "ALTER TABLE \"blog_post\" ADD COLUMN \"likes\" integer DEFAULT 0 NOT NULL",
            "ALTER TABLE \"blog_post\" ADD COLUMN \"author_id\" bigint DEFAULT 1 NOT NULL")
        .anyMatch(sql -> sql.contains("FOREIGN KEY") && sql.endsWith("NOT VALID"))
        .noneMatch(sql -> sql.startsWith("CREATE INDEX \""));
    history.migrate();
    assertThat(post().foreignKeys()).hasSize(1);
    assertThat(post().indexes()).hasSize(2);
    history.back();
    assertThat(post().columns()).hasSize(3);
  }

  @Test
  void aRewriteIsRefusedWithAPlanUnlessItIsMeant() {
    history.then(new FieldOperation.AlterField("Post", of("views", Simple.TEXT).nullable(), null));
    assertThatThrownBy(history::migrate)
        .isInstanceOf(MigrationException.class)
        .hasMessageStartingWith(
            "Migration blog.0002_step is not begun, because of \"Alter field views of Post\":"
                + " Changing column views of blog_post from integer to text rewrites the whole table while nobody can read it."
                + " In two steps nobody waits:\n  1. Add a new field")
        .hasMessageEndingWith("If the table may stand still that long, say migrate --unsafe.");
    Executor executor = history.executor().unsafe(true);
    executor.run(() -> executor.planAll(List.of("blog")), false, Executor.SILENT);
    assertThat(post().column("views"))
        .hasValueSatisfying(c -> assertThat(c.type()).isEqualTo("text"));
  }

  @Test
  void textThatMayBeLongerIsNoRewrite() {
    history.then(new FieldOperation.AlterField("Post", varchar("title", 200), null)).migrate();
    assertThat(post().column("title"))
        .hasValueSatisfying(c -> assertThat(c.type()).isEqualTo("character varying(200)"));
  }

  @Test
  void whoHoldsTheTableIsNamedAndLetPast() throws SQLException {
    history.then(new FieldOperation.AddField("Post", integer("likes").nullable(), null));
    try (Connection reader = db.another();
        var statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("SELECT count(*) FROM blog_post");
      migrate(() -> rollBack(reader), 3);
    }
    assertThat(notices)
        .singleElement()
        .asString()
        .matches(
            "(?s)Table \\S*blog_post is in use by process \\d+ \\(for \\d+ s\\): SELECT count.*blog_post\\. Trying again in 1 s \\(attempt 1 of 3\\)\\.");
    assertThat(post().column("likes")).isPresent();
  }

  @Test
  void afterAllAttemptsThePersonIsToldWhatToDo() throws SQLException {
    history.then(new FieldOperation.AddField("Post", integer("likes").nullable(), null));
    try (Connection reader = db.another();
        var statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("SELECT count(*) FROM blog_post");
      assertThatThrownBy(() -> migrate(() -> {}, 2))
          .hasMessageContaining("No lock within 50 ms, tried 2 times. Table")
          .hasMessageContaining("End what holds it, or run migrate again at a quieter time.");
      reader.rollback();
    }
    assertThat(post().column("likes")).isEmpty();
  }

  @Test
  void whileAnotherProcessMigratesOneCanLeave() throws SQLException {
    try (Connection other = db.another()) {
      new Transactions(other)
          .exclusively(
              _ -> {},
              true,
              () -> {
                Executor executor = history.executor().waits(false);
                assertThatThrownBy(() ->
                        executor.run(
                            () -> executor.planAll(List.of("blog")), false, Executor.SILENT))
                    .hasMessage(
                        "Another process is migrating this database; nothing was done here."
                            + " Without --no-wait it is waited for.");
              });
    }
  }

  @Test
  void aMigrationThatFailsInTheMiddleGoesOnThere() {
    Operation likes = new FieldOperation.AddField("Post", integer("likes"), 0);
    Operation once = new IndexOperation.AddConstraint("Post", unique("once", "views"));
    history.then(likes, once);
    assertThatThrownBy(history::migrate)
        .hasMessageContaining("It is done in parts, as a table is large");
    assertThat(post().column("likes")).isPresent();
    db.run("UPDATE blog_post SET views = id");
    history.migrate();
    assertThat(post().uniques()).containsExactly(new Catalogue.Unique("once", List.of("views")));
    assertThat(db.rows("SELECT * FROM " + BrokenOff.TABLE)).isEmpty();
  }

  @Test
  void whatWasBrokenOffMustBeEndedFirst() {
    history.then(
        new FieldOperation.AddField("Post", integer("likes"), 0),
        new IndexOperation.AddConstraint("Post", unique("once", "views")));
    assertThatThrownBy(history::migrate).isInstanceOf(MigrationException.class);
    Migration first = history.graph().ordered().getFirst();
    Executor executor = history.executor();
    assertThatThrownBy(() ->
            executor.run(
                () -> executor.planZero(first.migrationId().app()), false, Executor.SILENT))
        .hasMessage(
            "Migration blog.0002_step was broken off while it was applied, after 1 of its steps."
                + " First end that: migrate blog 0002_step.");
  }

  private List<String> statements() {
    Executor executor = history.executor();
    return executor.statements(executor.planAll(List.of("blog"))).getLast().stream()
        .filter(sql -> !sql.startsWith("-- ") && !sql.endsWith("DROP DEFAULT"))
        .toList();
  }

  private Catalogue.Table post() {
    return Catalogue.read(Vendor.POSTGRESQL, new SqlRunner.Live(db.connection()))
        .table("blog_post")
        .orElseThrow();
  }

  private void migrate(Runnable pause, int attempts) {
    Executor executor =
        history
            .executor()
            .patience(new Patience(Duration.ofMillis(50), attempts, _ -> pause.run()));
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
            notices.add(text);
          }
        });
  }

  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
