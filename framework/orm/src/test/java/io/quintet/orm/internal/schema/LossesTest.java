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

import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ColumnType.Simple;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.ModelOptions;
import io.quintet.orm.migrations.ModelState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody loses rows unawares: what a migration deletes is said in words. */
class LossesTest {
  private static final ModelState AUTHOR = model("shop.Author", id(), varchar("name", 100));
  private static final ModelState CREDIT =
      model("shop.Credit", id(), key("book", "shop.Book"), key("author", "shop.Author"));
  private static final ModelState BOOK =
      model(
          "shop.Book",
          id(),
          key("author", "shop.Author"),
          many("readers", "shop.Author"),
          many("makers", "shop.Author").through("shop.Credit"));

  private static List<PlannedMigration> change(ModelState[] from, ModelState... to) {
    try (TestDatabase db = TestDatabase.open(Vendor.SQLITE)) {
      Project project = new Project(db);
      project.becomes(from);
      return project.find(to);
    }
  }

  private static List<String> losses(ModelState[] from, ModelState... to) {
    return change(from, to).stream().flatMap(one -> one.losses().stream()).toList();
  }

  private static ModelState[] all(ModelState... models) {
    return models;
  }

  @Test
  void rowsOfADeletedModelAndValuesOfRemovedFields() {
    assertThat(losses(all(AUTHOR, BOOK, CREDIT), AUTHOR.minus("name")))
        .containsExactly(
            "the values of shop.Author.name", "all rows of shop.Book", "all rows of shop.Credit");
  }

  @Test
  void thePairsOfARelationButNotThoseInAModel() {
    assertThat(
            losses(
                all(AUTHOR, BOOK, CREDIT),
                AUTHOR,
                BOOK.minus("makers").minus("readers").minus("author"),
                CREDIT))
        .containsExactly("the values of shop.Book.author", "the pairs of shop.Book.readers");
  }

  @Test
  void aFieldThatBecomesAnotherKindOfFieldAndHowToKeepIt() {
    ModelState key = model("shop.Book", id(), key("author", "shop.Author"));
    ModelState pairs = model("shop.Book", id(), many("author", "shop.Author"));
    String keep =
        " (to keep them, add the new field beside it, copy them in a step of Java, then remove the old one)";
    assertThat(losses(all(AUTHOR, key), AUTHOR, pairs))
        .containsExactly("the values of shop.Book.author" + keep);
    assertThat(
            losses(
                all(AUTHOR, pairs), AUTHOR, key.replace(key("author", "shop.Author").nullable())))
        .containsExactly("the pairs of shop.Book.author" + keep);
  }

  @Test
  void aTableOfSomeoneElseLosesNothing() {
    ModelState view = AUTHOR.withOptions(ModelOptions.USUAL.unmanaged());
    assertThat(
            losses(
                all(view, BOOK.minus("makers").minus("readers").minus("author")),
                BOOK.minus("makers").minus("readers").minus("author")))
        .isEmpty();
  }

  @Test
  void whatAnotherTypeHasNoRoomFor() {
    ModelState before =
        model(
            "shop.Book",
            id(),
            of("price", new ColumnType.Decimal(8, 2)),
            of("weight", Simple.REAL),
            of("made", Simple.TIMESTAMP),
            varchar("title", 50),
            integer("pages"));
    ModelState after =
        model(
            "shop.Book",
            id(),
            of("price", new ColumnType.Decimal(8, 1)),
            integer("weight"),
            of("made", Simple.DATE),
            varchar("title", 20),
            of("pages", Simple.BIG_INTEGER));
    assertThat(losses(all(before), after))
        .containsExactly(
            "the time of day of shop.Book.made",
            "digits after the point of shop.Book.price",
            "digits after the point of shop.Book.weight");
  }

  @Test
  void theMigrationSaysSoWhereItIsRead() {
    PlannedMigration planned = change(all(AUTHOR, BOOK.minus("makers")), AUTHOR).getFirst();
    assertThat(new MigrationWriter("shop.migrations").source(planned))
        .contains(
            """

            /**
             * Delete model Book.
             *
             * <p>Deletes data for good:
             *
             * <ul>
             *   <li>all rows of shop.Book
             * </ul>
             */
            public final class\
            """);
  }

  @Test
  void soDoesThePlanAlsoOfWhatIsTakenBack() {
    try (TestDatabase db = TestDatabase.open(Vendor.SQLITE)) {
      Project project = new Project(db);
      project.becomes(AUTHOR);
      project.becomes(AUTHOR.plus(integer("age").nullable()), BOOK.minus("makers"));
      Executor executor = new Executor(project.graph(), db.connection(), History.CLOCK);
      assertThat(executor.losses(executor.planZero("shop")))
          .containsExactly(
              List.of("the values of shop.Author.age", "all rows of shop.Book"),
              List.of("all rows of shop.Author"));
    }
  }

  /** SQLite keeps text of any length in any column. */
  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MARIADB"})
  void textThatIsTooLongIsRefusedRatherThanCut(Vendor vendor) {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      Project project = new Project(db);
      project.becomes(AUTHOR);
      db.run("INSERT INTO shop_author (id, name) VALUES (1, 'a rather long name')");
      ModelState shorter = model("shop.Author", id(), varchar("name", 5));
      assertThatThrownBy(() -> project.becomes(shorter)).isInstanceOf(MigrationException.class);
      assertThat(db.column("SELECT name FROM shop_author")).containsExactly("a rather long name");
    }
  }
}
