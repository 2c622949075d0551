package io.quintet.orm.internal.schema;

import static io.quintet.orm.internal.schema.Words.id;
import static io.quintet.orm.internal.schema.Words.index;
import static io.quintet.orm.internal.schema.Words.integer;
import static io.quintet.orm.internal.schema.Words.key;
import static io.quintet.orm.internal.schema.Words.many;
import static io.quintet.orm.internal.schema.Words.model;
import static io.quintet.orm.internal.schema.Words.unique;
import static io.quintet.orm.internal.schema.Words.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ConstraintState;
import io.quintet.orm.migrations.FieldOperation;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.Migration;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.MigrationId;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelOptions;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.Operation;
import io.quintet.orm.migrations.ProjectState;
import io.quintet.orm.migrations.Questioner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AutodetectorTest {
  private static final ModelState AUTHOR = model("shop.Author", id(), varchar("name", 100));
  private static final ModelState BOOK =
      model("shop.Book", id(), varchar("title", 100), key("author", "shop.Author"));

  @Test
  void equalStatesNeedNoMigration() {
    assertThat(from(AUTHOR, BOOK).to(BOOK, AUTHOR)).isEmpty();
  }

  @Test
  void aModelIsCreatedAfterTheOneItRefersTo() {
    assertThat(from().to(BOOK, AUTHOR))
        .containsExactly("shop 0001_initial []: Create model Author; Create model Book");
  }

  @Test
  void inACircleOneKeyIsAddedAfterwards() {
    assertThat(
            from()
                .to(
                    model("shop.A", id(), key("b", "shop.B")),
                    model("shop.B", id(), key("a", "shop.A"))))
        .containsExactly("shop 0001_initial []: Create model A; Create model B; Add field b to A");
  }

  @Test
  void aConstraintOverAFieldAddedAfterwardsWaitsForIt() {
    ModelState a =
        model("shop.A", id(), varchar("n", 5), key("b", "shop.B"))
            .withConstraints(
                List.of(unique("n_b", "n", "b"), new ConstraintState.Check("c", "b_id > 0")))
            .withIndexes(List.of(index("i", "-b"), index("j", "n")));
    assertThat(from().to(a, model("shop.B", id(), key("a", "shop.A"))))
        .containsExactly(
            "shop 0001_initial []: Create model A; Create model B; Add field b to A; Create index i on -b of A;"
                + " Create index j on n of A; Create constraint n_b on A; Create constraint c on A");
  }

  @Test
  void aRelationThroughAModelIsAddedWhenThatModelExists() {
    ModelState book =
        model("shop.Book", id(), many("authors", "shop.Author").through("shop.Credit"));
    ModelState credit =
        model("shop.Credit", id(), key("book", "shop.Book"), key("author", "shop.Author"));
    assertThat(from().to(AUTHOR, book, credit))
        .containsExactly(
            "shop 0001_initial []: Create model Author; Create model Book; Create model Credit; Add field authors to Book");
  }

  @Test
  void aKeyIntoAnotherAppMakesADependency() {
    ModelState user = model("people.User", id());
    ModelState order = model("shop.Order", id(), key("user", "people.User"));
    assertThat(from().to(order, user))
        .containsExactly(
            "people 0001_initial []: Create model User",
            "shop 0001_initial [people.0001_initial]: Create model Order");
    assertThat(
            from(user, model("shop.Order", id()))
                .to(user, model("shop.Order", id(), key("user", "people.User").nullable())))
        .containsExactly(
            "shop 0002_order_user [shop.0001_initial, people.0001_initial]: Add field user to Order");
  }

  @Test
  void appsThatNeedEachOtherGetASecondMigration() {
    assertThat(
            from()
                .to(
                    model("people.User", id(), key("last", "shop.Order").nullable()),
                    model("shop.Order", id(), key("user", "people.User"))))
        .containsExactly(
            "people 0001_initial []: Create model User",
            "shop 0001_initial [people.0001_initial]: Create model Order",
            "people 0002_initial [people.0001_initial, shop.0001_initial]: Add field last to User");
  }

  @Test
  void deletionsFollowTheRemovalOfWhatRefersToThem() {
    assertThat(from(AUTHOR, BOOK).to())
        .containsExactly(
            "shop 0002_remove_book_author_delete_author_delete_book [shop.0001_initial]:"
                + " Remove field author from Book; Delete model Author; Delete model Book");
    assertThat(from(AUTHOR, BOOK).to(model("shop.Book", id(), varchar("title", 100))))
        .containsExactly(
            "shop 0002_remove_book_author_delete_author [shop.0001_initial]: Remove field author from Book; Delete model Author");
    assertThat(
            from(
                    model("shop.A", id(), key("b", "shop.B")),
                    model("shop.B", id(), key("a", "shop.A")))
                .to())
        .containsExactly(
            "shop 0002_remove_b_a_delete_a_delete_b [shop.0001_initial]: Remove field a from B; Delete model A; Delete model B");
  }

  @Test
  void fieldsAreAddedRemovedAndAltered() {
    assertThat(
            from(model("shop.Book", id(), varchar("title", 100), integer("pages")))
                .to(model("shop.Book", id(), varchar("title", 200), varchar("sub", 10).nullable())))
        .containsExactly(
            "shop 0002_remove_book_pages_book_sub_alter_book_title [shop.0001_initial]:"
                + " Remove field pages from Book; Add field sub to Book; Alter field title of Book");
  }

  @Test
  void aColumnThatOneFieldGivesUpIsTakenByAnotherAfterwards() {
    assertThat(
            from(model("shop.Book", id(), varchar("code", 20).column("sku")))
                .to(
                    model(
                        "shop.Book",
                        id(),
                        varchar("code", 50),
                        integer("article").nullable().column("sku"))))
        .containsExactly(
            "shop 0002_alter_book_code_book_article [shop.0001_initial]:"
                + " Alter field code of Book; Add field article to Book");
  }

  @Test
  void aRuleOverAColumnWaitsUntilTheColumnIsThere() {
    ModelState after =
        model("shop.Book", id(), integer("pages").column("leaves"))
            .withConstraints(List.of(new ConstraintState.Check("some", "leaves > 0")));
    assertThat(from(model("shop.Book", id(), many("pages", "shop.Book"))).to(after))
        .containsExactly(
            "shop 0002_remove_book_pages_book_pages_book_some [shop.0001_initial]:"
                + " Remove field pages from Book; Add field pages to Book; Create constraint some on Book");
  }

  @Test
  void indexesConstraintsAndOptionsAreCompared() {
    ModelState before =
        AUTHOR
            .withIndexes(List.of(index("old", "name")))
            .withConstraints(List.of(unique("u", "name")));
    ModelState after =
        AUTHOR
            .plus(integer("age").nullable())
            .withIndexes(List.of(index("new", "name", "-age")))
            .withConstraints(List.of(new ConstraintState.Check("c", "age > 0")))
            .withOptions(ModelOptions.USUAL.ordering("-age"));
    assertThat(from(before).to(after))
        .containsExactly(
            "shop 0002_alter_author_options_remove_author_u_and_more [shop.0001_initial]:"
                + " Change options of Author; Remove constraint u from Author; Remove index old from Author;"
                + " Add field age to Author; Create index new on name, -age of Author; Create constraint c on Author");
  }

  @Test
  void aKeyThatBecomesManyToManyIsRemovedAndAdded() {
    assertThat(
            from(AUTHOR, BOOK)
                .to(
                    AUTHOR,
                    model("shop.Book", id(), varchar("title", 100), many("author", "shop.Author"))))
        .containsExactly(
            "shop 0002_remove_book_author_book_author [shop.0001_initial]:"
                + " Remove field author from Book; Add field author to Book");
  }

  @Nested
  class Questions {
    @Test
    void aRenamedModelIsAskedForAndKeepsItsRows() {
      ModelState writer = AUTHOR.withName(ModelName.parse("shop.Writer"));
      ModelState book =
          model("shop.Book", id(), varchar("title", 100), key("author", "shop.Writer"));
      Scenario scenario = from(AUTHOR, BOOK);
      assertThat(scenario.to(writer, book))
          .containsExactly(
              "shop 0002_rename_author_writer [shop.0001_initial]: Rename model Author to Writer");
      assertThat(scenario.questions).containsExactly("model shop.Author shop.Writer");
      scenario.renamed = false;
      assertThat(scenario.to(writer, book))
          .containsExactly(
              "shop 0002_writer_alter_book_author_delete_author [shop.0001_initial]:"
                  + " Create model Writer; Alter field author of Book; Delete model Author");
    }

    @Test
    void aRenameComesAfterWhatReferredToTheModelAndIsDeletedNow() {
      ModelState loan = model("zoo.Loan", id(), key("author", "shop.Author"));
      ModelState stays = model("zoo.Pen", id());
      assertThat(
              from(AUTHOR, loan, stays).to(AUTHOR.withName(ModelName.parse("shop.Writer")), stays))
          .containsExactly(
              "zoo 0002_delete_loan [zoo.0001_initial]: Delete model Loan",
              "shop 0002_rename_author_writer [shop.0001_initial, zoo.0002_delete_loan]: Rename model Author to Writer");
    }

    @Test
    void aRenamedFieldIsAskedForAndItsConstraintsAreMadeAnew() {
      ModelState before = AUTHOR.withConstraints(List.of(unique("u", "name")));
      ModelState after =
          model("shop.Author", id(), varchar("title", 100))
              .withConstraints(List.of(unique("u", "title")));
      Scenario scenario = from(before);
      assertThat(scenario.to(after))
          .containsExactly(
              "shop 0002_remove_author_u_rename_name_author_title_author_u [shop.0001_initial]:"
                  + " Remove constraint u from Author; Rename field name of Author to title; Create constraint u on Author");
      assertThat(scenario.questions).containsExactly("field shop.Author name title");
    }

    @Test
    void aFieldOfAnotherKindIsNoRename() {
      Scenario scenario = from(AUTHOR);
      scenario.to(model("shop.Author", id(), integer("age").nullable()));
      assertThat(scenario.questions).isEmpty();
    }

    @Test
    void aMandatoryFieldIsFilledFromANewEntityOrAskedFor() {
      Scenario scenario = from(AUTHOR);
      scenario.newValue = new NewValue.Constant(5L);
      assertThat(scenario.operations(AUTHOR.plus(integer("age"))))
          .containsExactly(new FieldOperation.AddField("Author", integer("age"), 5));
      assertThat(scenario.questions).isEmpty();
      scenario.newValue = new NewValue.Unknown();
      scenario.answer = 7L;
      assertThat(scenario.operations(AUTHOR.plus(integer("age"))))
          .containsExactly(new FieldOperation.AddField("Author", integer("age"), 7));
      assertThat(scenario.questions).containsExactly("rows shop.Author age");
    }

    @Test
    void aFieldThatBecomesMandatoryIsAskedForAndMayBeLeft() {
      Scenario scenario = from(AUTHOR.plus(integer("age").nullable()));
      assertThat(scenario.operations(AUTHOR.plus(integer("age"))))
          .containsExactly(new FieldOperation.AlterField("Author", integer("age"), null));
      assertThat(scenario.questions).containsExactly("nulls shop.Author age");
    }

    @Test
    void withNobodyToAskNothingIsLost() {
      ModelState after = model("shop.Author", id(), varchar("title", 100));
      assertThatThrownBy(() ->
              Autodetector.changes(
                  ProjectState.of(List.of(AUTHOR)),
                  ProjectState.of(List.of(after)),
                  Questioner.refusing(),
                  (_, _) -> new NewValue.Unknown()))
          .isInstanceOf(MigrationException.class)
          .hasMessage(
              "Field shop.Author.name is gone and shop.Author.title is new, of the same kind. Was it renamed, or are its"
                  + " values to be deleted? Run makemigrations on a terminal to be asked, or say --renames yes or --renames no.");
    }
  }

  private static Scenario from(ModelState... models) {
    return new Scenario(ProjectState.of(Arrays.asList(models)));
  }

  /**
   * The apps of the first state have one migration each, 0001_initial. Applying the changes must
   * give the second state.
   */
  private static final class Scenario implements Questioner {
    private final ProjectState from;
    private final List<String> questions = new ArrayList<>();
    private boolean renamed = true;
    private boolean moved = true;
    private NewValue newValue = new NewValue.Unknown();
    private Object answer;

    Scenario(ProjectState from) {
      this.from = from;
    }

    List<Operation> operations(ModelState... models) {
      return changes(models).stream()
          .flatMap(migration -> migration.operations().stream())
          .toList();
    }

    List<String> to(ModelState... models) {
      return changes(models).stream()
          .map(m ->
              "%s %s %s: %s"
                  .formatted(
                      m.id().app(),
                      m.id().name(),
                      m.dependencies(),
                      String.join("; ", m.operations().stream().map(Operation::describe).toList())))
          .toList();
    }

    private List<PlannedMigration> changes(ModelState... models) {
      List<Migration> initial = new ArrayList<>();
      ModelState[] all = from.models().toArray(ModelState[]::new);
      for (PlannedMigration planned :
          all.length == 0
              ? List.<PlannedMigration>of()
              : new Scenario(ProjectState.EMPTY).changes(all)) {
        initial.add(migration(planned.id(), planned.dependencies(), planned.operations()));
      }
      MigrationGraph graph = MigrationGraph.of(initial);
      ProjectState to = ProjectState.of(Arrays.asList(models));
      List<PlannedMigration> found = ChangeFinder.find(graph, to, this, (_, _) -> newValue, null);
      ProjectState reached = from;
      for (PlannedMigration planned : found) {
        reached = migration(planned.id(), List.of(), planned.operations()).apply(reached);
      }
      assertThat(shape(reached)).isEqualTo(shape(to));
      return found;
    }

    /** Fields come in another order when they were added later. */
    private static List<String> shape(ProjectState state) {
      TreeSet<String> shape = new TreeSet<>();
      for (ModelState model : state.models()) {
        model.fields().forEach(field -> shape.add(model.name() + " " + field));
        shape.add(
            model.name()
                + " "
                + new TreeSet<>(model.indexes().stream().map(Object::toString).toList()));
        shape.add(
            model.name()
                + " "
                + new TreeSet<>(model.constraints().stream().map(Object::toString).toList()));
        shape.add(model.name() + " " + model.options());
      }
      return List.copyOf(shape);
    }

    private static Migration migration(
        MigrationId id, List<MigrationId> needed, List<Operation> operations) {
      return new Migration(id.app(), id.name()) {
        {
          needed.forEach(other -> dependsOn(other.app(), other.name()));
          operations(operations.toArray(Operation[]::new));
        }
      };
    }

    @Override
    public boolean wasRenamed(ModelName from, ModelName to) {
      questions.add("model " + from + " " + to);
      return renamed;
    }

    @Override
    public boolean wasMoved(ModelName from, ModelName to) {
      questions.add("move " + from + " " + to);
      return moved;
    }

    @Override
    public boolean wasRenamed(ModelName model, FieldState from, FieldState to) {
      questions.add("field " + model + " " + from.name() + " " + to.name());
      return renamed;
    }

    @Override
    public Object valueForExistingRows(ModelName model, ColumnState field) {
      questions.add("rows " + model + " " + field.name());
      return answer;
    }

    @Override
    public Object momentForExistingRows(ModelName model, ColumnState field, Object now) {
      questions.add("moment " + model + " " + field.name());
      return now;
    }

    @Override
    public void confirmOneValueForUnique(ModelName model, ColumnState field) {
      questions.add("unique " + model + " " + field.name());
    }

    @Override
    public Optional<Object> valueForNulls(ModelName model, ColumnState field) {
      questions.add("nulls " + model + " " + field.name());
      return Optional.ofNullable(answer);
    }
  }
}
