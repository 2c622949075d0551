package io.quintet.orm.internal.schema;

import static io.quintet.orm.internal.schema.Words.create;
import static io.quintet.orm.internal.schema.Words.id;
import static io.quintet.orm.internal.schema.Words.integer;
import static io.quintet.orm.internal.schema.Words.key;
import static io.quintet.orm.internal.schema.Words.many;
import static io.quintet.orm.internal.schema.Words.of;
import static io.quintet.orm.internal.schema.Words.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.orm.migrations.ColumnState.Flag;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ColumnType.Simple;
import io.quintet.orm.migrations.ConstraintState;
import io.quintet.orm.migrations.FieldOperation;
import io.quintet.orm.migrations.IndexOperation;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.ModelOperation;
import io.quintet.orm.migrations.Operation;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each operation, forward and backward, over a table with rows. */
class SchemaChangesTest {
  private static final Operation AUTHOR = create("Author", id(), varchar("name", 100));
  private static final Operation POST =
      create(
              "Post",
              id(),
              varchar("title", 100),
              integer("pages").nullable(),
              key("author", "blog.Author"))
          .unique("post_title_author", "title", "author")
          .index("post_title_pages", "title", "-pages");

  @ParameterizedTest
  @EnumSource
  void aNewColumnFillsTheRowsThatExist(Vendor vendor) {
    withPosts(
        vendor,
        (history, db) -> {
          history.then(new FieldOperation.AddField("Post", integer("views"), 7)).migrate();
          assertThat(db.rows("SELECT title, views FROM blog_post ORDER BY id"))
              .containsExactly(List.of("One", "7"), List.of("Two", "7"));
          assertThatThrownBy(
                  () -> db.run("INSERT INTO blog_post (title, author_id) VALUES ('Three', 1)"))
              .hasMessageContaining("views");
          history.back();
          assertThat(db.rows("SELECT * FROM blog_post ORDER BY id"))
              .containsExactly(List.of("1", "One", "10", "1"), List.of("2", "Two", "null", "1"));
          stillGuarded(db);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aColumnThatDoesNotAllowNullNeedsAValueForRowsThatExist(Vendor vendor) {
    withPosts(
        vendor,
        (history, db) -> {
          history.then(new FieldOperation.AddField("Post", integer("views"), null));
          assertThatThrownBy(history::migrate)
              .isInstanceOf(MigrationException.class)
              .hasMessage(
                  "Migration blog.0002_step failed at \"Add field views to Post\": Field 'views' of blog.Post does not allow"
                      + " null, and the table has rows. Say what they get: addField(...).existingRows(value).\n"
                      + (vendor == Vendor.MARIADB
                          ? "MariaDB commits at each change of a table: what it did before this step is kept,"
                              + " and migrate goes on here."
                          : "Nothing of it was kept; migrations before it are."));
          assertThat(db.column("SELECT title FROM blog_post ORDER BY id"))
              .containsExactly("One", "Two");
          assertThat(db.column("SELECT name FROM quintet_migrations")).containsExactly("0001_step");
        });
  }

  @ParameterizedTest
  @EnumSource
  void aDatabaseDefaultStays(Vendor vendor) {
    withPosts(
        vendor,
        (history, db) -> {
          history
              .then(
                  new FieldOperation.AddField("Post", integer("views").databaseDefault("3"), null))
              .migrate();
          db.run("INSERT INTO blog_post (title, author_id) VALUES ('Three', 1)");
          assertThat(db.column("SELECT views FROM blog_post ORDER BY id"))
              .containsExactly("3", "3", "3");
        });
  }

  @ParameterizedTest
  @EnumSource
  void aUniqueColumnDoesNotFillRowsWithOneDefault(Vendor vendor) {
    withPosts(
        vendor,
        (history, db) -> {
          history
              .then(
                  new FieldOperation.AddField(
                      "Post", integer("rank").unique().nullable().databaseDefault("3"), null))
              .migrate();
          db.run("INSERT INTO blog_post (title, author_id) VALUES ('Three', 1)");
          assertThat(db.column("SELECT coalesce(\"rank\", 0) FROM blog_post ORDER BY id"))
              .containsExactly("0", "0", "3");
        });
  }

  @ParameterizedTest
  @EnumSource
  void aMandatoryUniqueColumnCannotGiveSeveralRowsOneValue(Vendor vendor) {
    withPosts(
        vendor,
        (history, db) -> {
          history.then(new FieldOperation.AddField("Post", integer("place").unique(), 1));
          assertThatThrownBy(history::migrate)
              .isInstanceOf(MigrationException.class)
              .hasMessageContaining(
                  "Field 'place' of blog.Post is unique, and the rows that the table has would all get the same"
                      + " value. Add it nullable() first, fill it in a step of Java, then make it mandatory.");
        });
  }

  @ParameterizedTest
  @EnumSource
  void aNullableColumnBecomesMandatoryAndBack(Vendor vendor) {
    withPosts(
        vendor,
        (history, db) -> {
          history.then(new FieldOperation.AlterField("Post", integer("pages"), 0)).migrate();
          assertThat(db.column("SELECT pages FROM blog_post ORDER BY id"))
              .containsExactly("10", "0");
          assertThatThrownBy(
                  () -> db.run("INSERT INTO blog_post (title, author_id) VALUES ('Three', 1)"))
              .hasMessageContaining("pages");
          history.back();
          db.run("INSERT INTO blog_post (title, author_id) VALUES ('Three', 1)");
          stillGuarded(db);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aColumnChangesItsTypeAndKeepsItsValues(Vendor vendor) {
    withPosts(
        vendor,
        (history, db) -> {
          history
              .then(
                  new FieldOperation.AlterField("Post", of("pages", Simple.TEXT).nullable(), null),
                  new FieldOperation.AlterField("Post", varchar("title", 300), null))
              .migrate();
          db.run("UPDATE blog_post SET pages = 'many' WHERE id = 2");
          assertThat(db.column("SELECT pages FROM blog_post ORDER BY id"))
              .containsExactly("10", "many");
          db.run("UPDATE blog_post SET pages = '20' WHERE id = 2");
          history.back();
          assertThat(db.column("SELECT pages + 1 FROM blog_post ORDER BY id"))
              .containsExactly("11", "21");
          stillGuarded(db);
        });
  }

  @ParameterizedTest
  @EnumSource
  void uniqueAndIndexComeAndGo(Vendor vendor) {
    withPosts(
        vendor,
        (history, db) -> {
          history
              .then(new FieldOperation.AlterField("Post", varchar("title", 100).unique(), null))
              .migrate();
          assertThatThrownBy(
                  () -> db.run("INSERT INTO blog_post (title, author_id) VALUES ('One', 2)"))
              .hasMessageContaining(vendor == Vendor.SQLITE ? "UNIQUE" : "blog_post_title_key");
          history
              .then(new FieldOperation.AlterField("Post", varchar("title", 100).indexed(), null))
              .migrate();
          assertThat(indexes(db)).contains("blog_post_title_" + hash(db, "blog_post_title_"));
          db.run("INSERT INTO blog_post (title, author_id) VALUES ('One', 2)");
          db.run("DELETE FROM blog_post WHERE author_id = 2");
          history.back();
          assertThatThrownBy(
                  () -> db.run("INSERT INTO blog_post (title, author_id) VALUES ('One', 2)"))
              .hasMessageContaining("title");
        });
  }

  @ParameterizedTest
  @EnumSource
  void aRenamedFieldKeepsValuesIndexesAndConstraints(Vendor vendor) {
    withPosts(
        vendor,
        (history, db) -> {
          history
              .then(
                  new FieldOperation.RenameField("Post", "title", "headline"),
                  new FieldOperation.RenameField("Post", "author", "writer"),
                  new FieldOperation.AddField("Post", varchar("title", 10).indexed(), ""))
              .migrate();
          assertThat(db.rows("SELECT headline, writer_id, title FROM blog_post ORDER BY id"))
              .containsExactly(List.of("One", "1", ""), List.of("Two", "1", ""));
          assertThat(indexes(db))
              .contains("post_title_pages")
              .anyMatch(name -> name.startsWith("blog_post_writer_id_"));
          assertThatThrownBy(() ->
                  db.run(
                      "INSERT INTO blog_post (headline, writer_id, title) VALUES ('One', 1, '')"))
              .hasMessageContaining(vendor == Vendor.SQLITE ? "headline" : "post_title_author");
          history.back();
          assertThat(indexes(db)).anyMatch(name -> name.startsWith("blog_post_author_id_"));
          stillGuarded(db);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aRenamedModelTakesItsTableAndItsReferencesAlong(Vendor vendor) {
    withPosts(
        vendor,
        (history, db) -> {
          history
              .then(new FieldOperation.AddField("Post", many("friends", "blog.Author"), null))
              .migrate();
          db.run("INSERT INTO blog_post_friends (post_id, author_id) VALUES (1, 2)");
          history
              .then(
                  new ModelOperation.RenameModel("Author", "Writer"),
                  new ModelOperation.RenameModel("Post", "Article"),
                  create("Author", id(), varchar("name", 10).unique()))
              .migrate();
          assertThat(
                  db.rows(
                      "SELECT a.title, w.name FROM blog_article a JOIN blog_writer w ON w.id = a.author_id ORDER BY a.id"))
              .containsExactly(List.of("One", "Ann"), List.of("Two", "Ann"));
          assertThat(db.rows("SELECT article_id, writer_id FROM blog_article_friends"))
              .containsExactly(List.of("1", "2"));
          assertThatThrownBy(
                  () -> db.run("INSERT INTO blog_article (title, author_id) VALUES ('Lost', 99)"))
              .hasMessageContaining(
                  vendor == Vendor.SQLITE ? "FOREIGN KEY" : "blog_article_author_id_");
          history.back();
          assertThat(db.rows("SELECT post_id, author_id FROM blog_post_friends"))
              .containsExactly(List.of("1", "2"));
          stillGuarded(db);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aRemovedColumnTakesNothingElseAlong(Vendor vendor) {
    withPosts(
        vendor,
        (history, db) -> {
          history
              .then(
                  new IndexOperation.RemoveIndex("Post", "post_title_pages"),
                  new FieldOperation.RemoveField("Post", "pages"))
              .migrate();
          assertThat(db.rows("SELECT * FROM blog_post ORDER BY id"))
              .containsExactly(List.of("1", "One", "1"), List.of("2", "Two", "1"));
          history.back();
          assertThat(db.column("SELECT pages FROM blog_post")).containsExactly("null", "null");
          assertThat(indexes(db)).contains("post_title_pages");
          stillGuarded(db);
        });
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MARIADB") // it has no such constraints
  void checksAndConditionalConstraintsAreEnforcedAndSurviveARename(Vendor vendor) {
    withPosts(
        vendor,
        (history, db) -> {
          history
              .then(
                  new IndexOperation.AddConstraint(
                      "Post", new ConstraintState.Check("pages_positive", "pages >= 0")),
                  new IndexOperation.AddConstraint(
                      "Post",
                      new ConstraintState.Unique("long_titles", List.of("title"), "pages > 100")),
                  new FieldOperation.RenameField("Post", "pages", "length"),
                  new FieldOperation.AddField("Post", integer("other"), 1))
              .migrate();
          assertThatThrownBy(() -> db.run("UPDATE blog_post SET length = -1"))
              .hasMessageContaining("pages_positive");
          db.run(
              "INSERT INTO blog_post (title, author_id, length, other) VALUES ('Long', 1, 200, 1)");
          assertThatThrownBy(() ->
                  db.run(
                      "INSERT INTO blog_post (title, author_id, length, other) VALUES ('Long', 2, 300, 1)"))
              .hasMessageContaining(vendor == Vendor.SQLITE ? "UNIQUE" : "long_titles");
          history.back();
          db.run("UPDATE blog_post SET pages = -1");
          stillGuarded(db);
        });
  }

  @ParameterizedTest
  @EnumSource
  void anotherTableNameMovesTheTable(Vendor vendor) {
    withPosts(
        vendor,
        (history, db) -> {
          history.then(new ModelOperation.AlterTable("Author", "people")).migrate();
          assertThat(db.column("SELECT name FROM people ORDER BY id"))
              .containsExactly("Ann", "Bob");
          history.back();
          stillGuarded(db);
        });
  }

  @ParameterizedTest
  @EnumSource
  void modelsThatNeedEachOtherAreMadeAndDropped(Vendor vendor) {
    withDatabase(
        vendor,
        (history, db) -> {
          history
              .then(
                  create("Team", id(), varchar("name", 10)),
                  create("Player", id(), key("team", "blog.Team")),
                  new FieldOperation.AddField(
                      "Team", key("captain", "blog.Player").nullable(), null))
              .migrate();
          db.run("INSERT INTO blog_team (name) VALUES ('A')");
          db.run("INSERT INTO blog_player (team_id) VALUES (1)");
          db.run("UPDATE blog_team SET captain_id = 1");
          assertThatThrownBy(() -> db.run("UPDATE blog_team SET captain_id = 9"))
              .isInstanceOf(MigrationException.class);
          history
              .then(
                  new FieldOperation.RemoveField("Team", "captain"),
                  new ModelOperation.DeleteModel("Player"),
                  new ModelOperation.DeleteModel("Team"))
              .migrate()
              .back();
          assertThat(db.column("SELECT count(*) FROM blog_team")).containsExactly("0");
          history.then().back();
        });
  }

  @ParameterizedTest
  @EnumSource
  void manyToManyMakesATableOfPairsWithoutDoubles(Vendor vendor) {
    withPosts(
        vendor,
        (history, db) -> {
          history
              .then(
                  create("Tag", id(), varchar("name", 10)),
                  new FieldOperation.AddField("Post", many("tags", "blog.Tag"), null),
                  new FieldOperation.AddField("Post", many("relatedPosts", "blog.Post"), null))
              .migrate();
          db.run("INSERT INTO blog_tag (name) VALUES ('java')");
          db.run("INSERT INTO blog_post_tags (post_id, tag_id) VALUES (1, 1)");
          db.run("INSERT INTO blog_post_related_posts (from_post_id, to_post_id) VALUES (1, 2)");
          assertThatThrownBy(
                  () -> db.run("INSERT INTO blog_post_tags (post_id, tag_id) VALUES (1, 1)"))
              .hasMessageContaining(vendor == Vendor.SQLITE ? "UNIQUE" : "_uniq");
          history.then(new FieldOperation.RenameField("Post", "tags", "labels")).migrate();
          assertThat(db.rows("SELECT post_id, tag_id FROM blog_post_labels"))
              .containsExactly(List.of("1", "1"));
          history
              .then(new FieldOperation.AlterField("Post", varchar("title", 101), null))
              .migrate();
          assertThat(db.rows("SELECT post_id, tag_id FROM blog_post_labels"))
              .containsExactly(List.of("1", "1"));
        });
  }

  @ParameterizedTest
  @EnumSource
  void aKeyThatChangesItsTypeTakesTheColumnsThatReferToItAlong(Vendor vendor) {
    withDatabase(
        vendor,
        (history, db) -> {
          history
              .then(
                  create("Country", varchar("code", 2).primaryKey()),
                  create("City", id(), key("country", "blog.Country")))
              .migrate();
          db.run("INSERT INTO blog_country (code) VALUES ('FR')");
          db.run("INSERT INTO blog_city (country_id) VALUES ('FR')");
          history
              .then(new FieldOperation.AlterField("Country", varchar("code", 3).primaryKey(), null))
              .migrate();
          db.run("INSERT INTO blog_country (code) VALUES ('DEU')");
          db.run("INSERT INTO blog_city (country_id) VALUES ('DEU')");
          assertThatThrownBy(() -> db.run("INSERT INTO blog_city (country_id) VALUES ('XXX')"))
              .isInstanceOf(MigrationException.class);
        });
  }

  @ParameterizedTest
  @EnumSource
  void everyColumnTypeIsStored(Vendor vendor) {
    withDatabase(
        vendor,
        (history, db) -> {
          history
              .then(
                  create(
                      "Sample",
                      id(),
                      of("small", Simple.SMALL_INTEGER),
                      of("big", Simple.BIG_INTEGER),
                      of("flag", Simple.BOOLEAN),
                      of("price", new ColumnType.Decimal(8, 2)),
                      of("ratio", Simple.REAL),
                      of("day", Simple.DATE),
                      of("hour", Simple.TIME),
                      of("moment", Simple.TIMESTAMP),
                      of("local", Simple.LOCAL_TIMESTAMP),
                      of("span", Simple.DURATION),
                      of("uuid", Simple.UUID),
                      of("data", Simple.JSON),
                      of("bytes", Simple.BINARY).with(Flag.NULLABLE, true)))
              .migrate();
          assertThat(db.column("SELECT count(*) FROM blog_sample")).containsExactly("0");
        });
  }

  @ParameterizedTest
  @EnumSource(names = "SQLITE")
  void aRebuiltTableKeepsItsCounterTriggersAndForeignIndexes(Vendor vendor) {
    withPosts(
        vendor,
        (history, db) -> {
          db.run("CREATE INDEX made_by_hand ON blog_post (pages, title)");
          db.run(
              "CREATE TRIGGER watch AFTER INSERT ON blog_post BEGIN UPDATE blog_author SET name = 'seen'; END");
          db.run("DELETE FROM blog_post WHERE id = 2");
          history.then(new FieldOperation.AlterField("Post", varchar("title", 50), null)).migrate();
          db.run("INSERT INTO blog_post (title, author_id) VALUES ('Three', 1)");
          assertThat(db.column("SELECT id FROM blog_post ORDER BY id")).containsExactly("1", "3");
          assertThat(db.column("SELECT DISTINCT name FROM blog_author")).containsExactly("seen");
          assertThat(indexes(db)).contains("made_by_hand", "post_title_pages");
        });
  }

  private static void withPosts(Vendor vendor, Work work) {
    withDatabase(
        vendor,
        (history, db) -> {
          history.then(AUTHOR, POST).migrate();
          db.run("INSERT INTO blog_author (name) VALUES ('Ann'), ('Bob')");
          db.run(
              "INSERT INTO blog_post (title, pages, author_id) VALUES ('One', 10, 1), ('Two', NULL, 1)");
          work.with(history, db);
        });
  }

  private static void withDatabase(Vendor vendor, Work work) {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      work.with(new History(db), db);
    }
  }

  @FunctionalInterface
  private interface Work {
    void with(History history, TestDatabase db);
  }

  /**
   * The foreign key and the unique constraint of the posts are enforced, and the indexes are there.
   */
  private static void stillGuarded(TestDatabase db) {
    boolean lite = db.vendor() == Vendor.SQLITE;
    Consumer<String> refused =
        sql -> assertThatThrownBy(() -> db.run(sql)).isInstanceOf(MigrationException.class);
    refused.accept("INSERT INTO blog_post (title, author_id) VALUES ('Lost', 99)");
    assertThatThrownBy(() -> db.run("INSERT INTO blog_post (title, author_id) VALUES ('One', 1)"))
        .hasMessageContaining(lite ? "UNIQUE" : "post_title_author");
    assertThat(indexes(db))
        .contains("post_title_pages")
        .anyMatch(name -> name.startsWith("blog_post_author_id_"));
  }

  private static List<String> indexes(TestDatabase db) {
    return db.column(
        switch (db.vendor()) {
          case SQLITE -> "SELECT name FROM sqlite_master WHERE type = 'index'";
          case POSTGRESQL -> "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema()";
          case MARIADB ->
              "SELECT DISTINCT index_name FROM information_schema.statistics WHERE table_schema = DATABASE()";
        });
  }

  private static String hash(TestDatabase db, String prefix) {
    return indexes(db).stream()
        .filter(name -> name.matches(prefix + "[0-9a-f]{8}"))
        .findFirst()
        .map(name -> name.substring(prefix.length()))
        .orElse("missing");
  }
}
