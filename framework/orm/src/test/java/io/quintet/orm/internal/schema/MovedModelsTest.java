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

import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;
import io.quintet.orm.migrations.Questioner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A model goes to another app: its rows go with it, and whatever refers to it follows. */
class MovedModelsTest {
  private static final ModelState TAG = model("blog.Tag", id(), varchar("name", 50));
  private static final ModelState POST = post("blog");
  private static final ModelState COMMENT = comment("blog");
  private static final ModelState LIKE = like("blog");
  private static final ModelState GOODS = model("shop.Goods", id(), varchar("name", 20));

  private static ModelState post(String app) {
    return model(
            app + ".Post",
            id(),
            varchar("title", 100).unique(),
            integer("pages").indexed(),
            key("first", app + ".Post").nullable(),
            many("tags", "blog.Tag"),
            many("related", app + ".Post"))
        .withIndexes(List.of(index(app + "_post_idx", "-pages", "title")))
        .withConstraints(List.of(unique("post_once", "title", "pages")));
  }

  private static ModelState comment(String app) {
    return model("blog.Comment", id(), key("post", app + ".Post"), varchar("text", 20));
  }

  private static ModelState like(String app) {
    return model(
        "zoo.Like", id(), key("post", app + ".Post").unique(), many("posts", app + ".Post"));
  }

  private static void fill(TestDatabase db) {
    db.run("INSERT INTO blog_tag (id, name) VALUES (3, 'red')");
    db.run("INSERT INTO blog_post (id, title, pages, first_id) VALUES (7, 'one', 5, 7)");
    db.run("INSERT INTO blog_post_tags (id, post_id, tag_id) VALUES (1, 7, 3)");
    db.run("INSERT INTO blog_post_related (id, from_post_id, to_post_id) VALUES (1, 7, 7)");
    db.run("INSERT INTO blog_comment (id, post_id, text) VALUES (2, 7, 'good')");
    db.run("INSERT INTO zoo_like (id, post_id) VALUES (4, 7)");
    db.run("INSERT INTO zoo_like_posts (id, like_id, post_id) VALUES (1, 4, 7)");
  }

  @ParameterizedTest
  @EnumSource
  void theTableIsHandedOverWithAllThatRefersToIt(Vendor vendor) {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      Project project = new Project(db);
      project.becomes(TAG, POST, COMMENT, LIKE, GOODS);
      fill(db);
      List<String> before = project.catalogue();
      ModelState[] after = {TAG, post("shop"), comment("shop"), like("shop"), GOODS};
      assertThat(project.becomes(after))
          .containsExactly(
              "shop.0002_move_post_from_blog_and_more"
                  + " [shop.0001_initial, blog.0001_initial, zoo.0001_initial]:"
                  + " Move model Post from blog; Rename index blog_post_idx of Post to shop_post_idx",
              "blog.0002_post_moved_to_shop [blog.0001_initial,"
                  + " shop.0002_move_post_from_blog_and_more]:"
                  + " Model Post is shop.Post now");
      assertThat(project.catalogue()).isEqualTo(project.fresh(after));
      assertThat(
              db.rows(
                  "SELECT p.id, p.title, p.first_id, t.tag_id, r.to_post_id, c.text, l.like_id"
                      + " FROM shop_post p JOIN shop_post_tags t ON t.post_id = p.id"
                      + " JOIN shop_post_related r ON r.from_post_id = p.id"
                      + " JOIN blog_comment c ON c.post_id = p.id"
                      + " JOIN zoo_like_posts l ON l.post_id = p.id"))
          .containsExactly(List.of("7", "one", "7", "3", "7", "good", "4"));
      project.to("shop", "0001_initial");
      assertThat(project.catalogue()).isEqualTo(before);
      assertThat(db.column("SELECT title FROM blog_post")).containsExactly("one");
      project.migrate();
      assertThat(project.catalogue()).isEqualTo(project.fresh(after));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyDatabaseGetsTheSameTablesStepByStep(Vendor vendor) {
    try (TestDatabase db = TestDatabase.open(vendor);
        TestDatabase other = TestDatabase.open(vendor)) {
      ModelState[] after = {TAG, post("shop"), comment("shop"), like("shop"), GOODS};
      Project project = new Project(db);
      project.becomes(TAG, POST, COMMENT, LIKE, GOODS);
      project.becomes(after);
      Project again = new Project(other);
      again.history().addAll(project.history());
      again.to("blog", "0001_initial").to("shop", "0001_initial").migrate();
      assertThat(again.catalogue()).isEqualTo(project.catalogue());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTableWithANameOfItsOwnStaysWhereItIs(Vendor vendor) {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      ModelState owner = model("shop.Goods", id());
      ModelState before = model("blog.Post", id(), varchar("title", 9), many("tags", "blog.Tag"));
      ModelState after = before.withName(ModelName.parse("shop.Post"));
      Project project = new Project(db);
      project.becomes(TAG, before, owner);
      db.run("INSERT INTO blog_post (id, title) VALUES (7, 'one')");
      ModelState kept = after.withOptions(after.options().table("blog_post"));
      assertThat(project.becomes(TAG, kept, owner).getFirst())
          .isEqualTo(
              "shop.0002_move_post_from_blog [shop.0001_initial, blog.0001_initial]: Move model Post from blog");
      assertThat(db.column("SELECT title FROM blog_post")).containsExactly("one");
      assertThat(project.catalogue()).isEqualTo(project.fresh(TAG, kept, owner));
    }
  }

  @ParameterizedTest
  @EnumSource
  void itMayGetAnotherNameAndOtherFieldsAtOnce(Vendor vendor) {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      Project project = new Project(db).value("shop.Post.price", 5L);
      project.becomes(model("blog.Post", id(), varchar("title", 9)), GOODS);
      db.run("INSERT INTO blog_post (id, title) VALUES (7, 'one')");
      ModelState[] dearer = {
        model("shop.Post", id(), varchar("title", 30), integer("price")), GOODS
      };
      project.becomes(dearer);
      assertThat(db.rows("SELECT id, title, price FROM shop_post"))
          .containsExactly(List.of("7", "one", "5"));
      ModelState[] renamed = {
        model("lab.Paper", id(), varchar("title", 30), integer("price")), GOODS
      };
      assertThat(project.becomes(renamed))
          .containsExactly(
              "lab.0001_initial [shop.0002_move_post_from_blog_post_price_alter_post_title]:"
                  + " Move model Post from shop as Paper",
              "shop.0003_post_moved_to_lab"
                  + " [shop.0002_move_post_from_blog_post_price_alter_post_title, lab.0001_initial]:"
                  + " Model Post is lab.Paper now");
      assertThat(db.rows("SELECT id, title, price FROM lab_paper"))
          .containsExactly(List.of("7", "one", "5"));
      assertThat(project.catalogue()).isEqualTo(project.fresh(renamed));
    }
  }

  @ParameterizedTest
  @EnumSource
  void severalModelsThatReferToEachOtherGoTogether(Vendor vendor) {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      Project project = new Project(db);
      project.becomes(
          model("blog.A", id(), key("b", "blog.B").nullable()),
          model("blog.B", id(), integer("n"), key("a", "blog.A").nullable()),
          model("blog.C", id(), key("a", "blog.A")));
      db.run("INSERT INTO blog_a (id) VALUES (1)");
      db.run("INSERT INTO blog_b (id, n, a_id) VALUES (2, 5, 1)");
      db.run("UPDATE blog_a SET b_id = 2");
      ModelState[] after = {
        model("lab.A", id(), key("b", "lab.B").nullable()),
        model("lab.B", id(), integer("n"), key("a", "lab.A").nullable()),
        model("blog.C", id(), key("a", "lab.A"))
      };
      assertThat(project.becomes(after))
          .containsExactly(
              "lab.0001_initial [blog.0001_initial]: Move model A from blog; Move model B from blog",
              "blog.0002_a_moved_to_lab_b_moved_to_lab [blog.0001_initial, lab.0001_initial]:"
                  + " Model A is lab.A now; Model B is lab.B now");
      assertThat(db.rows("SELECT a.id, b.id FROM lab_a a JOIN lab_b b ON b.id = a.b_id"))
          .containsExactly(List.of("1", "2"));
      assertThat(project.catalogue()).isEqualTo(project.fresh(after));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theNameThatBecameFreeCanBeUsedAgain(Vendor vendor) {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      Project project = new Project(db);
      project.becomes(model("blog.Post", id(), varchar("title", 9)), GOODS, COMMENT);
      db.run("INSERT INTO blog_post (id, title) VALUES (7, 'one')");
      project.becomes(model("shop.Post", id(), varchar("title", 9)), GOODS, comment("shop"));
      ModelState[] after = {
        model("shop.Post", id(), varchar("title", 9)),
        model("blog.Post", id(), integer("n")),
        GOODS,
        comment("shop")
      };
      assertThat(project.becomes(after))
          .containsExactly("blog.0003_post [blog.0002_post_moved_to_shop]: Create model Post");
      assertThat(db.column("SELECT title FROM shop_post")).containsExactly("one");
      try (TestDatabase other = TestDatabase.open(vendor)) {
        Project again = new Project(other);
        again.history().addAll(project.history());
        again.to("blog", "0001_initial").migrate();
        assertThat(again.catalogue()).isEqualTo(project.catalogue());
      }
    }
  }

  @Test
  void aSquashIsCutBeforeAndAfterTheMove() {
    try (TestDatabase db = TestDatabase.open(Vendor.SQLITE)) {
      Project project = new Project(db).value("blog.Comment.n", 0L).value("shop.Post.n", 0L);
      ModelState post = model("blog.Post", id(), varchar("title", 9));
      project.becomes(post);
      project.becomes(post, COMMENT);
      ModelState[] moved = {post.withName(ModelName.parse("shop.Post")), comment("shop")};
      project.becomes(moved);
      project.becomes(moved[0], moved[1].plus(integer("n")));
      project.becomes(moved[0].plus(integer("n")), moved[1].plus(integer("n")));
      List<String> catalogue = project.catalogue();
      List<PlannedMigration> squashed = new ArrayList<>();
      squashed.addAll(
          new Squash(project.graph(), "blog")
              .of("", project.graph().last("blog").orElseThrow().name()));
      squashed.addAll(
          new Squash(project.graph(), "shop")
              .of("", project.graph().last("shop").orElseThrow().name()));
      assertThat(squashed)
          .extracting(Project::told)
          .containsExactly(
              "blog.0001_squashed_0002_comment []: Create model Post; Create model Comment",
              "blog.0003_squashed_0004_comment_n [blog.0002_comment, shop.0001_initial]:"
                  + " Model Post is shop.Post now; Add field n to Comment",
              "shop.0001_squashed_0002_post_n [blog.0002_comment]:"
                  + " Move model Post from blog; Add field n to Post");
      try (TestDatabase other = TestDatabase.open(Vendor.SQLITE)) {
        Project fresh = new Project(other);
        squashed.forEach(one -> fresh.history().add(Project.migration(one)));
        fresh.to("blog", "0001_squashed_0002_comment").migrate();
        assertThat(fresh.catalogue()).isEqualTo(catalogue);
      }
    }
  }

  @Test
  void aMoveIsNotTakenAsDoneBecauseOtherTablesExist() {
    try (TestDatabase db = TestDatabase.open(Vendor.SQLITE)) {
      Project project = new Project(db);
      ModelState post = model("blog.Post", id(), varchar("title", 9));
      project.becomes(post);
      db.run("INSERT INTO blog_post (id, title) VALUES (7, 'one')");
      db.run("CREATE TABLE lab_box (id integer PRIMARY KEY)");
      project
          .find(post.withName(ModelName.parse("lab.Post")), model("lab.Box", id()))
          .forEach(planned -> project.history().add(Project.migration(planned)));
      Executor executor =
          new Executor(project.graph(), db.connection(), History.CLOCK).fakeInitial(true);
      assertThatThrownBy(
              () -> executor.run(() -> executor.planAll(List.of("lab")), false, Executor.SILENT))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("lab_box");
      assertThat(db.column("SELECT title FROM blog_post")).containsExactly("one");
    }
  }

  @Test
  void withNobodyToAskNothingIsWritten() {
    ModelState post = model("blog.Post", id(), varchar("title", 9));
    assertThatThrownBy(() ->
            Autodetector.changes(
                ProjectState.of(List.of(post)),
                ProjectState.of(List.of(post.withName(ModelName.parse("shop.Post")))),
                Questioner.refusing(),
                (_, _) -> new NewValue.Unknown()))
        .isInstanceOf(MigrationException.class)
        .hasMessage(
            "Model blog.Post is gone and shop.Post is new, and they are alike. Was it moved, or are its rows to be deleted?"
                + " Run makemigrations on a terminal to be asked, or say --moves yes or --moves no.");
  }

  @Test
  void itIsWrittenAsAPersonWouldWriteIt() {
    try (TestDatabase db = TestDatabase.open(Vendor.SQLITE)) {
      Project project = new Project(db);
      project.becomes(model("blog.Post", id(), varchar("title", 9)));
      List<PlannedMigration> found =
          project.find(
              model("shop.Paper", id(), varchar("title", 9))
                  .withOptions(POST.options().table("blog_post")));
      MigrationWriter writer = new MigrationWriter("institute.shop.migrations");
      assertThat(writer.source(found.getFirst()))
          .contains("operations(moveModel(\"blog.Post\", \"Paper\").table(\"blog_post\"));");
      assertThat(writer.source(found.getLast()))
          .contains("operations(modelMoved(\"Post\", \"shop.Paper\"));");
      assertThat(Arranger.onlyFor("shop", found)).hasSize(2);
      assertThat(Arranger.onlyFor("blog", found)).hasSize(2);
    }
  }
}
