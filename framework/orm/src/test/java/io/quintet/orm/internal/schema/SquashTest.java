package io.quintet.orm.internal.schema;

import static io.quintet.orm.internal.schema.Words.create;
import static io.quintet.orm.internal.schema.Words.id;
import static io.quintet.orm.internal.schema.Words.integer;
import static io.quintet.orm.internal.schema.Words.key;
import static io.quintet.orm.internal.schema.Words.model;
import static io.quintet.orm.internal.schema.Words.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.orm.migrations.FieldOperation;
import io.quintet.orm.migrations.IndexOperation;
import io.quintet.orm.migrations.Migration;
import io.quintet.orm.migrations.MigrationId;
import io.quintet.orm.migrations.ModelOperation;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.Operation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SquashTest {
  private static Migration made(String app, String name, List<String> needs, Operation... inOrder) {
    return new Migration(app, name) {
      {
        needs.forEach(need -> dependsOn(need.split("\\.", -1)[0], need.split("\\.", -1)[1]));
        operations(inOrder);
      }
    };
  }

  private static Migration made(PlannedMigration planned) {
    return new Migration(planned.id().app(), planned.id().name()) {
      {
        planned.dependencies().forEach(id -> dependsOn(id.app(), id.name()));
        planned.replaced().forEach(id -> replaces(id.app(), id.name()));
        operations(planned.operations().toArray(Operation[]::new));
      }
    };
  }

  private static final List<Migration> SHOP =
      List.of(
          made("shop", "0001_initial", List.of(), create("Book", id(), varchar("name", 50))),
          made(
              "shop",
              "0002_pages",
              List.of("shop.0001_initial"),
              new FieldOperation.AddField("Book", integer("pages"), 0),
              new FieldOperation.RenameField("Book", "name", "title")),
          made(
              "shop",
              "0003_work",
              List.of("shop.0002_pages"),
              new ModelOperation.RenameModel("Book", "Work"),
              new FieldOperation.RemoveField("Work", "pages")));

  @Test
  void manyMigrationsBecomeOneWithTheSameState() {
    MigrationGraph graph = MigrationGraph.of(SHOP);
    List<PlannedMigration> squashed = new Squash(graph, "shop").of("", "0003_work");
    assertThat(squashed)
        .singleElement()
        .satisfies(one -> {
          assertThat(one.id().name()).isEqualTo("0001_squashed_0003_work");
          assertThat(one.operations()).containsExactly(create("Work", id(), varchar("title", 50)));
          assertThat(one.replaced()).hasSize(3);
        });
  }

  @Test
  void anotherAppBetweenTwoOfThemCutsThemThere() {
    List<Migration> all =
        List.of(
            made("people", "0001_initial", List.of(), create("User", id())),
            made(
                "people",
                "0002_name",
                List.of("people.0001_initial"),
                new FieldOperation.AddField("User", varchar("name", 5), "")),
            made(
                "shop",
                "0001_initial",
                List.of("people.0001_initial"),
                create("Order", id(), key("user", "people.User"))),
            made(
                "people",
                "0003_last",
                List.of("people.0002_name", "shop.0001_initial"),
                new FieldOperation.AddField("User", key("last", "shop.Order").nullable(), null)),
            made(
                "people",
                "0004_age",
                List.of("people.0003_last"),
                new FieldOperation.AddField("User", integer("age"), 0)));
    List<PlannedMigration> squashed =
        new Squash(MigrationGraph.of(all), "people").of("", "0004_age");
    assertThat(squashed)
        .extracting(one -> one.id().name())
        .containsExactly("0001_squashed_0002_name", "0003_squashed_0004_age");
    List<Migration> with = new ArrayList<>(all);
    squashed.forEach(one -> with.add(made(one)));
    MigrationGraph graph = MigrationGraph.of(with);
    assertThat(graph.ordered())
        .extracting(migration -> migration.migrationId().toString())
        .containsExactly(
            "people.0001_squashed_0002_name", "shop.0001_initial", "people.0003_squashed_0004_age");
    assertThat(graph.state(_ -> true).models())
        .containsExactlyInAnyOrderElementsOf(MigrationGraph.of(all).state(_ -> true).models());
  }

  @ParameterizedTest
  @EnumSource
  void bothAppsOfACircleAreSquashed(Vendor vendor) {
    try (TestDatabase db = TestDatabase.open(vendor);
        TestDatabase half = TestDatabase.open(vendor);
        TestDatabase fresh = TestDatabase.open(vendor)) {
      Project project = new Project(db).anyValue();
      ModelState user = model("people.User", id());
      ModelState order = model("shop.Order", id(), key("user", "people.User"));
      project.becomes(user, order);
      user = user.plus(key("last", "shop.Order").nullable());
      project.becomes(user, order);
      user = user.plus(integer("age"));
      order = order.plus(integer("pages"));
      project.becomes(user, order);
      order = order.plus(key("giver", "people.User").nullable());
      user = user.plus(varchar("name", 9));
      List<Migration> early = List.copyOf(project.history());
      project.becomes(user, order);
      List<Migration> all = new ArrayList<>(project.history());
      for (String app : List.of("people", "shop")) {
        MigrationGraph graph = MigrationGraph.of(all);
        new Squash(graph, app)
            .of("", graph.last(app).orElseThrow().name())
            .forEach(squashed -> all.add(made(squashed)));
      }
      assertThat(MigrationGraph.of(all).ordered())
          .extracting(migration -> migration.migrationId().toString())
          .containsExactly(
              "people.0001_initial",
              "shop.0001_squashed_0002_order_pages",
              "people.0002_squashed_0004_user_name",
              "shop.0003_order_giver");
      assertThat(migrate(db, all)).isEmpty();
      migrate(half, early);
      migrate(half, all);
      migrate(fresh, all);
      assertThat(tables(vendor, half)).isEqualTo(tables(vendor, db));
      assertThat(tables(vendor, fresh)).isEqualTo(tables(vendor, db));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDatabaseGoesOnWhereItIs(Vendor vendor) {
    PlannedMigration planned =
        new Squash(MigrationGraph.of(SHOP), "shop").of("", "0003_work").getFirst();
    List<Migration> with = new ArrayList<>(SHOP);
    with.add(made(planned));
    try (TestDatabase fresh = TestDatabase.open(vendor);
        TestDatabase half = TestDatabase.open(vendor);
        TestDatabase whole = TestDatabase.open(vendor)) {
      assertThat(migrate(fresh, with)).containsExactly("shop.0001_squashed_0003_work");
      assertThat(migrate(half, SHOP.subList(0, 1))).containsExactly("shop.0001_initial");
      assertThat(migrate(half, with)).containsExactly("shop.0002_pages", "shop.0003_work");
      migrate(whole, SHOP);
      assertThat(migrate(whole, with)).isEmpty();
      List<Migration> later =
          List.of(
              made(planned),
              made(
                  "shop",
                  "0004_index",
                  List.of("shop.0001_squashed_0003_work"),
                  new IndexOperation.AddIndex("Work", Words.index("by_title", "title"))));
      for (TestDatabase db : List.of(fresh, half, whole)) {
        List<Migration> all = new ArrayList<>(SHOP);
        all.addAll(later);
        assertThat(migrate(db, all)).containsExactly("shop.0004_index");
      }
    }
  }

  private static List<String> migrate(TestDatabase db, List<? extends Migration> migrations) {
    MigrationGraph graph = MigrationGraph.of(migrations);
    Executor executor = new Executor(graph, db.connection(), History.CLOCK);
    List<Executor.Step> plan = executor.planAll(graph.apps());
    executor.run(() -> plan, false, Executor.SILENT);
    return plan.stream().map(step -> step.migration().migrationId().toString()).toList();
  }

  @Test
  void branchesAreMerged() {
    List<Migration> branches =
        List.of(
            SHOP.getFirst(),
            made(
                "shop",
                "0002_pages",
                List.of("shop.0001_initial"),
                new FieldOperation.AddField("Book", integer("pages"), 0)),
            made(
                "shop",
                "0002_year",
                List.of("shop.0001_initial"),
                new FieldOperation.AddField("Book", integer("year"), 0)));
    MigrationGraph graph = MigrationGraph.of(branches);
    assertThatThrownBy(() -> graph.last("shop"))
        .hasMessage(
            "App 'shop' has 2 last migrations: 0002_pages, 0002_year. Run './manage makemigrations --merge', or let one of them depend on the other.");
    assertThat(new Merge(graph).of(List.of("shop"), null))
        .containsExactly(
            new PlannedMigration(
                new MigrationId("shop", "0003_merge_0002_pages_0002_year"),
                List.of(
                    new MigrationId("shop", "0002_pages"), new MigrationId("shop", "0002_year")),
                List.of()));
  }

  @Test
  void branchesThatChangeTheSameFieldAreNotMergedInSilence() {
    List<Migration> branches =
        List.of(
            SHOP.getFirst(),
            made(
                "shop",
                "0002_a",
                List.of("shop.0001_initial"),
                new FieldOperation.AlterField("Book", varchar("name", 90), null)),
            made(
                "shop",
                "0002_b",
                List.of("shop.0001_initial"),
                new FieldOperation.RemoveField("Book", "name")));
    assertThatThrownBy(() -> new Merge(MigrationGraph.of(branches)).of(List.of("shop"), null))
        .hasMessage(
            "The branches shop.0002_a and shop.0002_b change the same thing: \"Alter field name of Book\" and"
                + " \"Remove field name from Book\". Change one of them by hand, then merge.");
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyDatabaseIsMadeAtOnceFromTheLastState(Vendor vendor) {
    try (TestDatabase db = TestDatabase.open(vendor);
        TestDatabase step = TestDatabase.open(vendor)) {
      migrate(db, SHOP);
      for (int i = 1; i <= SHOP.size(); i++) {
        migrate(step, SHOP.subList(0, i));
      }
      assertThat(tables(vendor, db)).isEqualTo(tables(vendor, step));
      assertThat(db.column("SELECT name FROM quintet_migrations ORDER BY id"))
          .containsExactly("0001_initial", "0002_pages", "0003_work");
    }
  }

  @ParameterizedTest
  @EnumSource
  void tablesThatExistAreTakenOver(Vendor vendor) {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      db.run("CREATE TABLE shop_book (id bigint PRIMARY KEY, name varchar(50) NOT NULL)");
      db.run("INSERT INTO shop_book VALUES (1, 'kept')");
      MigrationGraph graph = MigrationGraph.of(SHOP.subList(0, 1));
      Executor executor = new Executor(graph, db.connection(), History.CLOCK).fakeInitial(true);
      executor.run(() -> executor.planAll(List.of("shop")), false, Executor.SILENT);
      assertThat(db.column("SELECT name FROM shop_book")).containsExactly("kept");
      assertThat(executor.applied()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void tablesThatExistInPartAreNotTakenOver(Vendor vendor) {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      db.run("CREATE TABLE shop_book (id bigint PRIMARY KEY)");
      MigrationGraph graph = MigrationGraph.of(SHOP.subList(0, 1));
      Executor executor = new Executor(graph, db.connection(), History.CLOCK).fakeInitial(true);
      assertThatThrownBy(
              () -> executor.run(() -> executor.planAll(List.of("shop")), false, Executor.SILENT))
          .hasMessage(
              "--fake-initial: some tables of shop.0001_initial exist, but these are missing: shop_book.name."
                  + " Make them or drop the others; nothing was recorded.");
    }
  }

  /** Without the table of migrations that are done in steps, which comes when the first one is. */
  private static List<String> tables(Vendor vendor, TestDatabase db) {
    return Catalogue.read(vendor, new SqlRunner.Live(db.connection())).lines().stream()
        .filter(line -> !line.startsWith(BrokenOff.TABLE))
        .toList();
  }
}
