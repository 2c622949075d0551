package io.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.orm.blog.Author;
import io.quintet.orm.blog.Category;
import io.quintet.orm.blog.Membership;
import io.quintet.orm.blog.Post;
import io.quintet.orm.blog.Status;
import io.quintet.orm.blog.Tag;
import io.quintet.orm.blog.Team;
import io.quintet.orm.expr.Aggregates;
import io.quintet.orm.expr.Functions;
import io.quintet.orm.expr.NumberExpression;
import io.quintet.orm.meta.FieldMeta;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Fields and relations by names that are known at run time only. */
@ParameterizedClass
@EnumSource(Backend.class)
class ByNameTest extends OrmTest {
  ByNameTest(Backend backend) {
    super(backend);
  }

  private static NumberExpression<Post, Integer> views() {
    return new NumberExpression<>(Functions.<Post, Integer>f("views").node());
  }

  @Test
  void fieldsTakeTextsThatStandForTheirValues() {
    alpha.set("views", "12");
    alpha.set("status", "pub");
    alpha.set("author", bob);
    assertThat(alpha.views).isEqualTo(12);
    assertThat(alpha.status).isEqualTo(Status.PUBLISHED);
    assertThat(alpha.author.get()).isSameAs(bob);
    assertThatThrownBy(() -> alpha.set("nope", 1))
        .isInstanceOf(QueryException.class)
        .hasMessageStartingWith("blog.Post has no field \"nope\". It has: author, body,");
    assertThatThrownBy(() -> alpha.set("author", java))
        .hasMessage("blog.Post.author points to a blog.Author, not to a blog.Tag.");
  }

  @Test
  void valuesThatCannotBeAreReportedTogether() {
    ValidationErrors errors =
        alpha.fill(Map.of("title", "Fine", "views", "many", "status", "lost"));
    assertThat(alpha.title).isEqualTo("Fine");
    assertThat(errors.of("views").getFirst().message())
        .isEqualTo("\u201cmany\u201d value must be an integer.");
    assertThat(errors.of("status").getFirst().code()).isEqualTo("invalid_choice");
  }

  @Test
  void theDatabaseComputesWhatIsSetToAnExpression() {
    alpha.set("views", views().plus(1));
    expectStatements(1, alpha::save);
    expectStatements(1, alpha::refresh);
    assertThat(alpha.views).isEqualTo(11);
    Post made =
        Post.objects.create(
            Map.of("title", Functions.upper(Functions.text("new")), "slug", "new", "author", ann));
    made.refresh("title");
    assertThat(made.title).isEqualTo("NEW");
  }

  @Test
  void someFieldsAreWrittenOrReadAgain() {
    alpha.title = "Changed";
    alpha.views = 99;
    alpha.saveOnly("views");
    expectStatements(0, () -> alpha.saveOnly());
    alpha.refresh("title");
    assertThat(alpha.title).isEqualTo("Alpha");
    assertThat(Post.objects.getById(alpha.id).views).isEqualTo(99);
  }

  @Test
  void aNewObjectWithTheNumberOfARowOverwritesIt() {
    Tag again = new Tag("coffee");
    again.id = java.id;
    expectStatements(1, again::save);
    assertThat(Tag.objects.getById(java.id).name).isEqualTo("coffee");
    assertThatThrownBy(again::insert).isInstanceOf(IntegrityException.class);
  }

  @Test
  void aRowIsFoundMadeOrChangedByNames() {
    assertThat(Tag.objects.all().getOrCreate(Map.of("name", "java"), Map.of()).created()).isFalse();
    Created<Tag> made =
        Tag.objects.all().getOrCreate(Map.of("name__iexact", "RUST"), Map.of("name", "rust"));
    assertThat(made.created()).isTrue();
    assertThat(made.entity().name).isEqualTo("rust");
    Created<Post> changed =
        Post.objects
            .all()
            .updateOrCreate(Map.of("slug", "beta"), Map.of("views", views().times(2)));
    assertThat(changed.created()).isFalse();
    assertThat(Post.objects.get("slug", "beta").views).isEqualTo(10);
    Created<Post> written =
        ann.posts()
            .all()
            .updateOrCreate(Map.of("slug", "delta"), Map.of("views", 1), Map.of("title", "Delta"));
    assertThat(written.created()).isTrue();
    assertThat(written.entity().author.get()).isEqualTo(ann);
    assertThat(written.entity().views).isZero();
  }

  @Nested
  class Relations {
    @Test
    void pairsAreAddedByKeysWithValuesOfTheirModel() {
      Team team = Team.objects.create(new Team("Core"));
      team.members.addKeys(List.of(ann.id, bob), Map.of("role", "lead"));
      assertThat(Membership.objects.filter("role", "lead").count()).isEqualTo(2);
      team.members.removeKeys(List.of(ann.id));
      assertThat(team.members.list()).containsExactly(bob);
    }

    @Test
    void aNewObjectGetsItsPairsInOneStatement() {
      Post post = Post.objects.create(new Post("New", "new", ann));
      expectStatements(1, () -> post.tags.set(List.of(java, sql)));
      expectStatements(1, () -> post.tags.set(List.of(sql, java)));
      expectStatements(2, () -> post.tags.set(List.of(sql)));
      assertThat(post.tags.list()).containsExactly(sql);
    }

    @Test
    void rowsThatPointHereMoveInOneStatement() {
      expectStatements(1, () -> bob.posts().add(alpha, beta));
      assertThat(bob.posts().count()).isEqualTo(3);
      assertThatThrownBy(() -> databases.related(Post.class, "posts").remove(gamma))
          .isInstanceOf(DoesNotExist.class)
          .hasMessage("This blog.Post does not point to this blog.Category by category.");
    }

    @Test
    void anEntityIsComparedWithItsOwnModelOnly() {
      assertThatThrownBy(() -> Post.objects.filter("author", java).list())
          .hasMessage(
              "\"author\" on blog.Post is compared with a blog.Author, not with a blog.Tag.");
    }

    @Test
    void pairsOfADeletedRowAreCountedAndNothingIsReadInVain() {
      assertThat(java.delete()).isEqualTo(Map.of("blog.Tag", 1L, "blog.Post_tags", 2L));
      Category parent = Category.objects.create(new Category("All", "all"));
      databases.parent.set(parent);
      databases.save();
      alpha.category.set(null);
      alpha.save();
      assertThat(parent.delete()).isEqualTo(Map.of("blog.Category", 2L));
    }
  }

  @Nested
  class ManyRows {
    @Test
    void rowsThatAreThereGetNewValues() {
      List<Tag> tags = List.of(new Tag("java"), new Tag("rust"));
      assertThat(
              Tag.objects
                  .all()
                  .bulkCreate(tags, BulkCreate.updating("name").whereSame("name").batchesOf(1)))
          .allMatch(Entity::isSaved);
      assertThat(Tag.objects.count()).isEqualTo(3);
      assertThatThrownBy(() -> Tag.objects.all().bulkCreate(List.of(), BulkCreate.updating("name")))
          .hasMessage(
              "bulkCreate updates rows that are there already, but is not told how they are known. Add whereSame(\"field\").");
    }

    @Test
    void someFieldsOfManyRowsAreWrittenInOneStatement() {
      alpha.title = "A";
      alpha.published = null;
      beta.title = "B";
      expectStatements(
          1,
          () ->
              assertThat(Post.objects.all().bulkUpdate(List.of(alpha, beta), "title", "published"))
                  .isEqualTo(2));
      assertThat(Post.objects.filter("published", null).orderBy("title").valuesFlat("title").list())
          .isEqualTo(List.of("A", "B"));
      assertThat(Post.objects.filter("title", "A").bulkUpdate(List.of(alpha, beta), "views"))
          .as("only rows that the query has")
          .isEqualTo(1);
      Post.objects.filter("pk", gamma.id).delete();
      assertThat(Post.objects.all().bulkUpdate(List.of(gamma, beta), "title"))
          .as("only rows that are there")
          .isEqualTo(1);
      assertThatThrownBy(() -> Post.objects.all().bulkUpdate(List.of(alpha), "id"))
          .hasMessage("bulkUpdate cannot change a primary key.");
    }
  }

  @Nested
  class Fetching {
    @Test
    void fieldsThatWereLeftOutAreReadForAllRowsWhenTheyAreTouched() {
      List<Post> posts = Post.objects.orderBy("title").only("title").list();
      assertThat(posts.getFirst().deferredFields())
          .contains("views", "author")
          .doesNotContain("id");
      FieldMeta views = Post.objects.all().model().field("views");
      expectStatements(
          1, () -> assertThat(posts.stream().map(views::get)).containsExactly(10, 5, 20));
      posts.getFirst().title = "Changed";
      expectStatements(1, posts.getFirst()::save);
      assertThat(Post.objects.getById(alpha.id).views).isEqualTo(10);
    }

    @Test
    void deferAndOnlyTakeAwayFromEachOther() {
      Post some = Post.objects.all().only("title", "body").defer("body").get("id", alpha.id);
      assertThat(some.deferredFields()).contains("body").doesNotContain("title");
      assertThat(Post.objects.all().defer("body").deferNone().get("id", alpha.id).deferredFields())
          .isEqualTo(Set.of());
    }

    @Test
    void anEntityIsKnownByItsKeyAlone() {
      expectStatements(
          0, () -> assertThat(Post.objects.all().reference(alpha.id)).isEqualTo(alpha));
    }

    @Test
    void aPrefetchMayHaveANameAndASliceForEachOwner() {
      List<Author> authors =
          Author.objects
              .prefetchRelated(
                  Prefetch.of("posts", Post.objects.orderBy("-views").limit(1)).as("best"))
              .list();
      assertThat(authors.stream().map(a -> titles(posts(a))))
          .containsExactly(List.of("Alpha"), List.of("Gamma"));
      assertThatThrownBy(() ->
              Author.objects
                  .prefetchRelated(
                      Prefetch.of("posts"), Prefetch.of("posts", Post.objects.limit(1)))
                  .list())
          .hasMessage(
              "\"posts\" is prefetched already, with other rows. Prefetch it once, or give one of them a name with as(...).");
    }

    @SuppressWarnings("unchecked")
    private static List<Post> posts(Author author) {
      return (List<Post>) author.annotation("best");
    }

    @Test
    void rowsAreLockedInSomeWay() {
      assertThat(
              Post.objects
                  .selectRelated("author")
                  .selectForUpdate(RowLock.skipping().of("self", "author"))
                  .list())
          .hasSize(3);
      assertThatThrownBy(() -> new RowLock(true, true, List.of()))
          .hasMessage(
              "A lock either fails or skips rows that are locked already, not both. Choose one.");
    }
  }

  @Test
  void columnsAreChosenAnewAfterGrouping() {
    assertThat(
            Post.objects
                .values("author__name")
                .annotate(Aggregates.<Post>count().as("written"))
                .filter("written__gt", 1)
                .valuesList("written", "author__name")
                .list())
        .isEqualTo(List.of(List.of(2L, "Ann")));
  }
}
