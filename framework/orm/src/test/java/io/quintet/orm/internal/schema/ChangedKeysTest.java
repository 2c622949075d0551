package io.quintet.orm.internal.schema;

import static io.quintet.orm.internal.schema.Words.id;
import static io.quintet.orm.internal.schema.Words.integer;
import static io.quintet.orm.internal.schema.Words.key;
import static io.quintet.orm.internal.schema.Words.many;
import static io.quintet.orm.internal.schema.Words.model;
import static io.quintet.orm.internal.schema.Words.of;
import static io.quintet.orm.internal.schema.Words.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnType.Simple;
import io.quintet.orm.migrations.ModelState;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A primary key that changes takes along what points to it, or is refused with the way to go. */
class ChangedKeysTest {
  private static final ModelState BOOK =
      model("shop.Book", id(), key("author", "shop.Author"), many("readers", "shop.Author"));

  /** Its key is that of an author, and something points to it in turn. */
  private static final ModelState CARD =
      model("zoo.Card", key("author", "shop.Author").primaryKey().unindexed(), integer("n"));

  private static final ModelState STAMP = model("zoo.Stamp", id(), key("card", "zoo.Card"));

  private static ModelState author(ColumnState key) {
    return model("shop.Author", key, varchar("name", 20), key("rival", "shop.Author").nullable());
  }

  private static void changes(Vendor vendor, ColumnState from, ColumnState to, String one) {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      Project project = new Project(db);
      project.becomes(author(from), BOOK, CARD, STAMP);
      db.run(
          "INSERT INTO shop_author (id, name, rival_id) VALUES (%1$s, 'A', %1$s)".formatted(one));
      db.run("INSERT INTO shop_book (id, author_id) VALUES (1, " + one + ")");
      db.run("INSERT INTO shop_book_readers (id, book_id, author_id) VALUES (1, 1, " + one + ")");
      db.run("INSERT INTO zoo_card (author_id, n) VALUES (" + one + ", 7)");
      db.run("INSERT INTO zoo_stamp (id, card_id) VALUES (1, " + one + ")");
      List<String> before = project.catalogue();
      ModelState[] after = {author(to), BOOK, CARD, STAMP};
      assertThat(project.becomes(after))
          .containsExactly(
              "shop.0002_alter_author_id [shop.0001_initial]: Alter field id of Author");
      assertThat(project.catalogue()).isEqualTo(project.fresh(after));
      assertThat(joined(db)).isEqualTo(1);
      project.to("shop", "0001_initial");
      assertThat(project.catalogue()).isEqualTo(before);
      assertThat(joined(db)).isEqualTo(1);
    }
  }

  private static int joined(TestDatabase db) {
    return db.rows(
            """
            SELECT 1 FROM shop_author a JOIN shop_book b ON b.author_id = a.id
            JOIN shop_book_readers r ON r.author_id = a.rival_id JOIN zoo_card c ON c.author_id = a.id
            JOIN zoo_stamp s ON s.card_id = a.id WHERE a.rival_id = a.id AND c.n = 7\
            """)
        .size();
  }

  @ParameterizedTest
  @EnumSource
  void aCountedKeyGetsNarrowerAndWiderAgain(Vendor vendor) {
    changes(vendor, id(), of("id", Simple.AUTO).primaryKey(), "7");
  }

  @ParameterizedTest
  @EnumSource
  void aKeyIsNoLongerCounted(Vendor vendor) {
    changes(vendor, id(), of("id", Simple.BIG_INTEGER).primaryKey(), "7");
  }

  @ParameterizedTest
  @EnumSource
  void aTextGetsLonger(Vendor vendor) {
    changes(vendor, varchar("id", 10).primaryKey(), varchar("id", 20).primaryKey(), "'x'");
  }

  @ParameterizedTest
  @EnumSource
  void aNumberBecomesText(Vendor vendor) {
    changes(vendor, integer("id").primaryKey(), varchar("id", 20).primaryKey(), "7");
  }

  @ParameterizedTest
  @EnumSource
  void aUniqueRuleOverTheKeyOfAChildEnds(Vendor vendor) {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      Project project = new Project(db);
      project.becomes(author(id()), CARD.withOptions(CARD.options().uniqueTogether("author", "n")));
      project.becomes(author(id()), CARD);
      assertThat(project.catalogue()).isEqualTo(project.fresh(author(id()), CARD));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aKeyIsRenamed(Vendor vendor) {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      Project project = new Project(db);
      project.becomes(author(id()), BOOK);
      db.run("INSERT INTO shop_author (id, name) VALUES (4, 'a')");
      db.run("INSERT INTO shop_book (id, author_id) VALUES (1, 4)");
      ModelState[] after = {author(of("number", Simple.BIG_AUTO).primaryKey()), BOOK};
      assertThat(project.becomes(after).getFirst())
          .endsWith(": Rename field id of Author to number");
      assertThat(project.catalogue()).isEqualTo(project.fresh(after));
      assertThat(
              db.column(
                  "SELECT a.number FROM shop_author a JOIN shop_book b ON b.author_id = a.number"))
          .containsExactly("4");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherFieldBecomesTheKeyAndACountedOneAgain(Vendor vendor) {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      Project project = new Project(db);
      ModelState counted = model("shop.Author", id(), varchar("code", 20).unique());
      ModelState named = model("shop.Author", varchar("code", 20).primaryKey());
      project.becomes(counted);
      db.run("INSERT INTO shop_author (id, code) VALUES (4, 'a')");
      db.run("INSERT INTO shop_author (id, code) VALUES (5, 'b')");
      List<String> before = project.catalogue();
      assertThat(project.becomes(named).getFirst())
          .endsWith(": Remove field id from Author; Alter field code of Author");
      assertThat(project.catalogue()).isEqualTo(project.fresh(named));
      project.to("shop", "0001_initial");
      assertThat(project.catalogue()).isEqualTo(before);
      project.migrate();
      project.becomes(counted);
      assertThat(project.catalogue()).isEqualTo(before);
      assertThat(db.column("SELECT code FROM shop_author ORDER BY id")).containsExactly("a", "b");
    }
  }

  @Nested
  class Refused {
    private static final String KEPT =
        " In these steps, with makemigrations after each, all rows are kept:\n  1. Keep the old key. Add the new one as a field"
            + " beside it, nullable; fill it in a step of Java; make it mandatory and unique.\n  ";

    private void refused(String why, ModelState from, ModelState to, ModelState... others) {
      try (TestDatabase db = TestDatabase.open(Vendor.SQLITE)) {
        Project project = new Project(db);
        project.becomes(with(from, others));
        assertThatThrownBy(() -> project.find(with(to, others))).hasMessage(why);
      }
    }

    private static ModelState[] with(ModelState one, ModelState... others) {
      List<ModelState> all = new java.util.ArrayList<>(List.of(others));
      all.add(one);
      return all.toArray(ModelState[]::new);
    }

    @Test
    void aNumberThatBecomesSomethingElse() {
      refused(
          "The primary key shop.Author.id becomes uuid, which no database makes of what it is now (a number)."
              + KEPT
              + "2. Make the new field the primary key and remove the old one.",
          model("shop.Author", id()),
          model("shop.Author", of("id", Simple.UUID).primaryKey()));
    }

    @Test
    void aKeyThatIsReplacedWhileOthersPointToIt() {
      refused(
          "The primary key of shop.Author becomes code in place of id, while shop.Book.author, shop.Book.readers point to it:"
              + " the values there cannot be turned into the new key by themselves."
              + KEPT
              + "2. Beside each relation to the model (shop.Book.author, shop.Book.readers) add a field of the type of the new key,"
              + " nullable; fill it in a step of Java from the row that the relation points to.\n"
              + "  3. Remove these relations.\n"
              + "  4. Make the new field the primary key and remove the old one.\n"
              + "  5. Make the fields that stood beside relations the relations, under their names; then rename them.",
          model("shop.Author", id(), varchar("code", 20).unique()),
          model("shop.Author", varchar("code", 20).primaryKey()),
          BOOK);
    }

    @Test
    void aNewFieldThatRowsHaveNoValueFor() {
      refused(
          "The primary key of shop.Author becomes the new field key in place of id, and the rows that exist have no value for it."
              + KEPT
              + "2. Make the new field the primary key and remove the old one.",
          model("shop.Author", id(), varchar("code", 20)),
          model("shop.Author", of("key", Simple.UUID).primaryKey(), varchar("code", 20)));
    }
  }

  /** The steps that the refusal names. */
  @ParameterizedTest
  @EnumSource
  void theStepsKeepAllRows(Vendor vendor) {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      Project project = new Project(db);
      ColumnState key = of("key", Simple.UUID);
      ColumnState author = of("authorKey", Simple.UUID);
      project.becomes(
          model("shop.Author", id()), model("shop.Book", id(), key("author", "shop.Author")));
      db.run("INSERT INTO shop_author (id) VALUES (4)");
      db.run("INSERT INTO shop_book (id, author_id) VALUES (1, 4)");
      project.becomes(
          model("shop.Author", id(), key.nullable()),
          model("shop.Book", id(), key("author", "shop.Author"), author.nullable()));
      String uuid = Literals.sql(vendor, new java.util.UUID(7, 7));
      db.run("UPDATE shop_author SET \"key\" = " + uuid);
      db.run(
          "UPDATE shop_book SET author_key = (SELECT a.\"key\" FROM shop_author a WHERE a.id = author_id)");
      project.becomes(
          model("shop.Author", id(), key.unique()),
          model("shop.Book", id(), key("author", "shop.Author"), author));
      project.becomes(model("shop.Author", id(), key.unique()), model("shop.Book", id(), author));
      project.becomes(model("shop.Author", key.primaryKey()), model("shop.Book", id(), author));
      project.becomes(
          model("shop.Author", key.primaryKey()),
          model("shop.Book", id(), key("authorKey", "shop.Author")));
      ModelState[] after = {
        model("shop.Author", key.primaryKey()),
        model("shop.Book", id(), key("author", "shop.Author"))
      };
      project.becomes(after);
      assertThat(project.catalogue()).isEqualTo(project.fresh(after));
      assertThat(
              db.column(
                  "SELECT b.id FROM shop_book b JOIN shop_author a ON a.\"key\" = b.author_id"))
          .containsExactly("1");
    }
  }
}
