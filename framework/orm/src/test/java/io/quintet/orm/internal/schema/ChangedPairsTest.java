package io.quintet.orm.internal.schema;

import static io.quintet.orm.internal.schema.Words.id;
import static io.quintet.orm.internal.schema.Words.integer;
import static io.quintet.orm.internal.schema.Words.key;
import static io.quintet.orm.internal.schema.Words.many;
import static io.quintet.orm.internal.schema.Words.model;
import static io.quintet.orm.internal.schema.Words.unique;
import static io.quintet.orm.internal.schema.Words.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.orm.migrations.ModelState;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pairs of a many-to-many field become a model, or the other way, and are kept. */
class ChangedPairsTest {
  private static final ModelState AUTHOR = model("shop.Author", id(), varchar("name", 20));
  private static final ModelState PLAIN = model("shop.Book", id(), many("authors", "shop.Author"));
  private static final ModelState THROUGH =
      model("shop.Book", id(), many("authors", "shop.Author").through("shop.Credit"));
  private static final ModelState CREDIT =
      model("shop.Credit", id(), key("work", "shop.Book"), key("author", "shop.Author"));

  private static void on(Vendor vendor, Consumer<Project> test) {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      test.accept(new Project(db));
    }
  }

  private static void fill(TestDatabase db) {
    db.run("INSERT INTO shop_author (id, name) VALUES (3, 'Ann')");
    db.run("INSERT INTO shop_book (id) VALUES (7)");
  }

  @ParameterizedTest
  @EnumSource
  void pairsBecomeRowsOfAModelWithMoreFields(Vendor vendor) {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      Project project = new Project(db).value("shop.Credit.share", 50L);
      project.becomes(AUTHOR, PLAIN);
      fill(db);
      db.run("INSERT INTO shop_book_authors (id, book_id, author_id) VALUES (9, 7, 3)");
      List<String> before = project.catalogue();
      ModelState[] after = {AUTHOR, THROUGH, CREDIT.plus(integer("share"))};
      assertThat(project.becomes(after))
          .containsExactly(
              "shop.0002_book_authors_to_credit_and_more [shop.0001_initial]:"
                  + " Make the pairs of authors of Book the model Credit;"
                  + " Remove constraint shop_book_authors_book_id_author_id_31940169_uniq from Credit;"
                  + " Add field share to Credit; Alter field work of Credit;"
                  + " Rename table of Credit to the usual name");
      assertThat(db.rows("SELECT id, work_id, author_id, share FROM shop_credit"))
          .containsExactly(List.of("9", "7", "3", "50"));
      assertThat(project.catalogue()).isEqualTo(project.fresh(after));
      project.to("shop", "0001_initial");
      assertThat(project.catalogue()).isEqualTo(before);
      assertThat(db.rows("SELECT book_id, author_id FROM shop_book_authors"))
          .containsExactly(List.of("7", "3"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void rowsOfAModelBecomePairsAndWhatElseTheyHadIsSaidToGo(Vendor vendor) {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      Project project = new Project(db);
      project.becomes(
          AUTHOR,
          THROUGH,
          CREDIT
              .plus(integer("share").nullable())
              .withIndexes(List.of(Words.index("by_share", "share", "-work")))
              .withConstraints(List.of(unique("once", "share", "author"))));
      fill(db);
      db.run("INSERT INTO shop_credit (id, work_id, author_id) VALUES (9, 7, 3)");
      ModelState[] after = {AUTHOR, PLAIN};
      assertThat(project.find(after).getFirst().losses())
          .containsExactly("the values of shop.Credit.share");
      assertThat(project.becomes(after).getFirst())
          .endsWith("; Make model Credit the pairs of authors of Book");
      assertThat(db.rows("SELECT id, book_id, author_id FROM shop_book_authors"))
          .containsExactly(List.of("9", "7", "3"));
      assertThat(project.catalogue()).isEqualTo(project.fresh(after));
      project.to("shop", "0001_initial");
      assertThat(db.rows("SELECT id, work_id, author_id FROM shop_credit"))
          .containsExactly(List.of("9", "7", "3"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRelationToItselfKeepsItsDirection(Vendor vendor) {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      Project project = new Project(db);
      ModelState plain = model("shop.Book", id(), many("sequels", "shop.Book"));
      project.becomes(plain);
      db.run("INSERT INTO shop_book (id) VALUES (1)");
      db.run("INSERT INTO shop_book (id) VALUES (2)");
      db.run("INSERT INTO shop_book_sequels (id, from_book_id, to_book_id) VALUES (1, 1, 2)");
      ModelState through =
          model("shop.Book", id(), many("sequels", "shop.Book").through("shop.Sequel"));
      ModelState sequel =
          model("shop.Sequel", id(), key("first", "shop.Book"), key("second", "shop.Book"));
      project.becomes(through, sequel);
      assertThat(db.rows("SELECT first_id, second_id FROM shop_sequel"))
          .containsExactly(List.of("1", "2"));
      project.becomes(plain);
      assertThat(db.rows("SELECT from_book_id, to_book_id FROM shop_book_sequels"))
          .containsExactly(List.of("1", "2"));
      assertThat(project.catalogue()).isEqualTo(project.fresh(plain));
    }
  }

  @ParameterizedTest
  @EnumSource
  void modelsOfOneNameInTwoAppsHaveTwoColumns(Vendor vendor) {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      Project project = new Project(db);
      project.becomes(AUTHOR, model("blog.Author", id(), many("others", "shop.Author")));
      db.run("INSERT INTO shop_author (id, name) VALUES (3, 'Ann')");
      db.run("INSERT INTO blog_author (id) VALUES (1)");
      db.run("INSERT INTO blog_author_others (id, from_author_id, to_author_id) VALUES (1, 1, 3)");
      assertThat(db.column("SELECT to_author_id FROM blog_author_others")).containsExactly("3");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherModelOfPairsNeedsNothingOfTheDatabase(Vendor vendor) {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      Project project = new Project(db);
      ModelState other = CREDIT.withName(io.quintet.orm.migrations.ModelName.parse("shop.Deed"));
      project.becomes(AUTHOR, THROUGH, CREDIT, other);
      ModelState[] after = {
        AUTHOR,
        model("shop.Book", id(), many("authors", "shop.Author").through("shop.Deed")),
        CREDIT,
        other
      };
      assertThat(project.becomes(after))
          .containsExactly(
              "shop.0002_alter_book_authors [shop.0001_initial]: Alter field authors of Book");
      assertThat(project.catalogue()).isEqualTo(project.fresh(after));
    }
  }

  @Test
  void aSquashMakesTheModelAtOnce() {
    on(
        Vendor.SQLITE,
        project -> {
          project.value("shop.Credit.share", 5L);
          project.becomes(AUTHOR, PLAIN);
          ModelState[] after = {AUTHOR, THROUGH, CREDIT.plus(integer("share"))};
          project.becomes(after);
          List<PlannedMigration> squashed =
              new Squash(project.graph(), "shop")
                  .of("", project.graph().last("shop").orElseThrow().name());
          assertThat(squashed)
              .extracting(Project::told)
              .containsExactly(
                  "shop.0001_squashed_0002_book_authors_to_credit_and_more []: Create model Author;"
                      + " Create model Book; Create model Credit");
          try (TestDatabase other = TestDatabase.open(Vendor.SQLITE)) {
            Project again = new Project(other);
            again.history().add(Project.migration(squashed.getFirst()));
            assertThat(again.migrate().catalogue()).isEqualTo(project.catalogue());
          }
        });
  }

  @Test
  void itIsWrittenInTheWordsOfModels() {
    on(
        Vendor.SQLITE,
        project -> {
          project.becomes(AUTHOR, PLAIN);
          MigrationWriter writer = new MigrationWriter("shop.migrations");
          assertThat(writer.source(project.find(AUTHOR, THROUGH, CREDIT).getFirst()))
              .contains("pairsToModel(\"Book\", \"authors\", \"Credit\", \"work\", \"author\"),");
          project.becomes(AUTHOR, THROUGH, CREDIT);
          assertThat(writer.source(project.find(AUTHOR, PLAIN).getFirst()))
              .contains(
                  "modelToPairs(\"Credit\", \"Book\", manyToMany(\"authors\", \"shop.Author\"))");
        });
  }

  @Nested
  class Refused {
    private static final String WAY =
        " Nothing is lost in three steps: add a second field with the new kind of pairs beside it and run"
            + " makemigrations; copy the pairs in a step of Java; then remove the old field and rename the new one.";

    private void refused(ModelState[] from, String why, ModelState... to) {
      on(
          Vendor.SQLITE,
          project -> {
            project.becomes(from);
            assertThatThrownBy(() -> project.find(to)).hasMessage(why + WAY);
          });
    }

    @Test
    void whenTheModelHasRowsOfItsOwn() {
      refused(
          new ModelState[] {AUTHOR, PLAIN, CREDIT},
          "Field shop.Book.authors goes through shop.Credit now, and its pairs cannot become rows of that model by themselves,"
              + " as shop.Credit exists already.",
          AUTHOR,
          THROUGH,
          CREDIT);
    }

    @Test
    void whenTheModelStays() {
      refused(
          new ModelState[] {AUTHOR, THROUGH, CREDIT},
          "Field shop.Book.authors no longer goes through shop.Credit, and the rows of that model cannot become its pairs"
              + " by themselves, as shop.Credit stays.",
          AUTHOR,
          PLAIN,
          CREDIT);
    }

    @Test
    void whenTheModelIsOfAnotherApp() {
      refused(
          new ModelState[] {AUTHOR, PLAIN},
          "Field shop.Book.authors goes through lab.Credit now, and its pairs cannot become rows of that model by themselves,"
              + " as they are of two apps.",
          AUTHOR,
          model("shop.Book", id(), many("authors", "shop.Author").through("lab.Credit")),
          model("lab.Credit", id(), key("work", "shop.Book"), key("author", "shop.Author")));
    }
  }
}
