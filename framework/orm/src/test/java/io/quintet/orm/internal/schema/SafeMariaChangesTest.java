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
import io.quintet.orm.migrations.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes of a table of MariaDB that is too large to be copied while others wait. */
class SafeMariaChangesTest {
  private static final String T = "ALTER TABLE \"blog_post\" ";
  private static final String ONLINE = ", LOCK=NONE";

  private TestDatabase db;
  private History history;
  private final List<String> notices = new ArrayList<>();

  @BeforeEach
  void makeALargeTable() {
    db = TestDatabase.open(Vendor.MARIADB);
    history =
        new History(db)
            .then(
                create("Author", id()),
                create("Post", id(), varchar("title", 50), integer("views").nullable()))
            .migrate();
    db.run("INSERT INTO blog_author VALUES ()");
    db.run(
        "INSERT INTO blog_post (title, views) SELECT concat('a title of some length ', seq), nullif(seq % 3, 0) FROM seq_1_to_20000");
    db.rows("ANALYZE TABLE blog_post");
  }

  @AfterEach
  void close() {
    db.close();
  }

  @Test
  void statementsCarryWhatTheyMayTake() {
    history.then(
        new FieldOperation.AddField("Post", integer("likes").indexed(), 0),
        new FieldOperation.AlterField("Post", varchar("title", 60), null),
        new FieldOperation.AlterField("Post", integer("views"), 7),
        new IndexOperation.AddIndex("Post", index("by_title", "title")),
        new IndexOperation.AddConstraint("Post", unique("once", "title")));
    assertThat(statements())
        .containsExactly(
            T + "ADD COLUMN \"likes\" integer NOT NULL DEFAULT 0, ALGORITHM=INSTANT" + ONLINE,
            T + "MODIFY COLUMN \"likes\" integer NOT NULL, ALGORITHM=INSTANT" + ONLINE,
            "CREATE INDEX \"blog_post_likes_e1161b15\" ON \"blog_post\" (\"likes\") ALGORITHM=NOCOPY LOCK=NONE",
            T + "MODIFY COLUMN \"title\" varchar(60) NOT NULL, ALGORITHM=INSTANT" + ONLINE,
            "UPDATE \"blog_post\" SET \"views\" = 7 WHERE \"views\" IS NULL",
            T + "MODIFY COLUMN \"views\" integer NOT NULL, ALGORITHM=INPLACE" + ONLINE,
            "CREATE INDEX \"by_title\" ON \"blog_post\" (\"title\") ALGORITHM=NOCOPY LOCK=NONE",
            T + "ADD CONSTRAINT \"once\" UNIQUE (\"title\"), ALGORITHM=NOCOPY" + ONLINE);
    history.migrate();
    assertThat(db.column("SELECT count(*) FROM blog_post WHERE views = 7 AND likes = 0"))
        .containsExactly("6666");
  }

  @Test
  void aForeignKeyIsMadeFirstAndTheRowsAreLookedAtWithoutALock() {
    history.then(new FieldOperation.AddField("Post", key("author", "blog.Author"), 1));
    assertThat(statements())
        .anyMatch(sql -> sql.contains("FOREIGN KEY") && sql.endsWith("ALGORITHM=NOCOPY" + ONLINE))
        .anyMatch(sql -> sql.startsWith("SELECT a.\"author_id\" FROM \"blog_post\" a LEFT JOIN"));
    history.migrate();
    assertThat(
            Catalogue.readTable(Vendor.MARIADB, new SqlRunner.Live(db.connection()), "blog_post")
                .orElseThrow()
                .foreignKeys())
        .hasSize(1);
    assertThat(db.column("SELECT @@foreign_key_checks")).containsExactly("1");
  }

  @Test
  void aKeyOverRowsThatPointNowhereIsTakenBack() {
    history.then(new FieldOperation.AddField("Post", key("author", "blog.Author"), 99));
    assertThatThrownBy(history::migrate)
        .hasMessageContaining(
            "Rows of blog_post point by author_id to rows of blog_author that do not exist,"
                + " for example to 99. Mend or delete them first.");
    assertThat(
            Catalogue.readTable(Vendor.MARIADB, new SqlRunner.Live(db.connection()), "blog_post")
                .orElseThrow()
                .foreignKeys())
        .isEmpty();
    db.run("UPDATE blog_post SET author_id = 1");
    history.migrate();
    assertThat(
            Catalogue.readTable(Vendor.MARIADB, new SqlRunner.Live(db.connection()), "blog_post")
                .orElseThrow()
                .foreignKeys())
        .hasSize(1);
  }

  @Test
  void aCopyIsRefusedWithAPlanUnlessItIsMeant() {
    history.then(new FieldOperation.AlterField("Post", of("views", Simple.TEXT).nullable(), null));
    assertThatThrownBy(history::migrate)
        .hasMessageStartingWith(
            "Migration blog.0002_step is not begun, because of \"Alter field views of Post\":"
                + " Changing column views of blog_post from integer to longtext copies the whole table while nobody"
                + " can write to it (MariaDB can write meanwhile from 11.2 on). In two steps nobody waits:\n"
                + "  1. Add a new field")
        .hasMessageEndingWith("If the table may stand still that long, say migrate --unsafe.");
    Executor executor = history.executor().unsafe(true);
    executor.run(() -> executor.planAll(List.of("blog")), false, Executor.SILENT);
    assertThat(db.column("SELECT views FROM blog_post WHERE id = 1")).containsExactly("1");
  }

  @Test
  void aCheckIsRefusedWithAPlan() {
    history.then(
        new IndexOperation.AddConstraint("Post", new ConstraintState.Check("some", "views >= 0")));
    assertThatThrownBy(history::migrate)
        .hasMessageContaining(
            "ADD CONSTRAINT \"some\" CHECK (views >= 0) on blog_post copies the whole table")
        .hasMessageContaining("can stay a validator of the model instead.\nIf the table may");
  }

  @Test
  void aSmallTableIsChangedWhateverItTakes() {
    db.run("DELETE FROM blog_post WHERE id > 10");
    db.run("OPTIMIZE TABLE blog_post");
    history.then(new FieldOperation.AlterField("Post", of("views", Simple.TEXT).nullable(), null));
    assertThat(statements()).containsExactly(T + "MODIFY COLUMN \"views\" longtext NULL");
    history.migrate();
  }

  @Test
  void whoHoldsTheTableIsNamedAndLetPast() throws SQLException {
    Operation likes = new FieldOperation.AddField("Post", integer("likes").nullable(), null);
    Executor executor = history.then(likes).executor();
    try (Connection reader = db.another();
        Connection other = db.another();
        var statement = reader.createStatement();
        var others = other.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("SELECT count(*) FROM blog_post");
      Patience patience =
          new Patience(
              Duration.ofMillis(500),
              3,
              _ -> {
                try {
                  others.execute("SELECT title FROM blog_post WHERE id = 1");
                  others.execute("UPDATE blog_post SET views = 4 WHERE id = 1");
                  reader.rollback();
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                }
              });
      executor
          .patience(patience)
          .run(() -> executor.planAll(List.of("blog")), false, Notices.into(notices));
    }
    assertThat(notices)
        .singleElement()
        .asString()
        .matches(
            "A transaction is open in connection \\d+ \\(for \\d+ s\\), which does nothing now\\."
                + " Trying again in 1 s \\(attempt 1 of 3\\)\\.");
    assertThat(db.column("SELECT views FROM blog_post WHERE likes IS NULL AND id = 1"))
        .containsExactly("4");
    assertThat(db.column("SELECT @@lock_wait_timeout = @@global.lock_wait_timeout"))
        .containsExactly("1");
  }

  @Test
  void whatTheModelDoesNotSayOfAColumnStays() {
    db.run(
        "ALTER TABLE blog_post MODIFY COLUMN title varchar(50) COLLATE utf8mb4_general_ci NOT NULL COMMENT 'the author''s'"
            + " CHECK (title <> ''), ADD COLUMN seen datetime(6) NULL ON UPDATE current_timestamp(6)");
    History seen =
        history.then(
            new FieldOperation.AlterField(
                "Post", varchar("title", 60).databaseDefault("'x'"), null));
    seen.migrate();
    assertThat(
            db.column(
                "SELECT column_comment FROM information_schema.columns WHERE table_schema = DATABASE() AND column_name = 'title'"))
        .containsExactly("the author's");
    assertThat(
            db.column(
                "SELECT collation_name FROM information_schema.columns WHERE table_schema = DATABASE() AND column_name = 'title'"))
        .containsExactly("utf8mb4_general_ci");
    assertThatThrownBy(() -> db.run("INSERT INTO blog_post (title) VALUES ('')"))
        .hasMessageContaining("CONSTRAINT");
    MariaAttributes kept =
        MariaAttributes.of(new SqlRunner.Live(db.connection()), "blog_post", "seen", "datetime(6)");
    assertThat(kept.others()).isEqualTo(" ON UPDATE current_timestamp(6)");
  }

  private List<String> statements() {
    Executor executor = history.executor();
    return executor.statements(executor.planAll(List.of("blog"))).getLast().stream()
        .filter(sql -> !sql.startsWith("-- "))
        .toList();
  }
}
