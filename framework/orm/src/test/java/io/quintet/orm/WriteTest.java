package io.quintet.orm;

import static io.quintet.orm.blog.QPost.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.orm.blog.Author;
import io.quintet.orm.blog.Category;
import io.quintet.orm.blog.Everything;
import io.quintet.orm.blog.Post;
import io.quintet.orm.blog.Status;
import io.quintet.orm.blog.Tag;
import io.quintet.storage.StoredFile;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backend.class)
class WriteTest extends OrmTest {
  WriteTest(Backend backend) {
    super(backend);
  }

  @Test
  void savingInsertsThenUpdatesOnlyWhatChanged() {
    Tag tag = new Tag("new");
    assertThat(tag.isSaved()).isFalse();
    tag.save();
    assertThat(tag.id).isPositive();
    expectStatements(0, tag::save);
    tag.name = "newer";
    Db.RecordedQueries recorded = Db.recordQueries(tag::save);
    assertThat(recorded.sql())
        .containsExactly("UPDATE \"blog_tag\" SET \"name\" = ? WHERE \"id\" = ?");
    assertThat(Tag.objects.getById(tag.id).name).isEqualTo("newer");
  }

  @Test
  void timesAreFilledByTheClockOfTheSite() {
    Post found = Post.objects.getById(alpha.id);
    Instant created = found.created;
    assertThat(created).isNotNull().isEqualTo(alpha.created);
    found.title = "Changed";
    found.save();
    assertThat(Post.objects.getById(alpha.id).created).isEqualTo(created);
    assertThat(Post.objects.getById(alpha.id).updated).isAfterOrEqualTo(created);
  }

  @Test
  void everyKindOfValueComesBackAsItWas() {
    Everything e = new Everything();
    e.url = "https://example.org/?q=1";
    e.small = -7;
    e.whole = 42;
    e.big = Long.MAX_VALUE;
    e.real = 1.5;
    e.price = new BigDecimal("123456.78");
    e.flag = true;
    e.date = LocalDate.of(2026, 2, 28);
    e.time = LocalTime.of(23, 59, 58, 123_456_000);
    e.local = LocalDateTime.of(2026, 2, 28, 1, 2, 3);
    e.moment = Instant.parse("2026-03-01T10:11:12.345678Z");
    e.span = Duration.ofDays(400).plusNanos(5_000);
    e.uuid = UUID.fromString("01234567-89ab-cdef-8123-456789abcdef");
    e.status = Status.PUBLISHED;
    e.map = Map.of("a", 1L, "b", List.of("x", "y"));
    e.list = List.of(1L, "two");
    e.json = "text";
    e.bytes = new byte[] {0, 1, -1};
    e.file = StoredFile.of("files/a.txt");
    e.image = StoredFile.of("images/b.png");
    e.save();
    assertThat(Everything.objects.getById(e.id))
        .usingRecursiveComparison()
        .ignoringFields("state")
        .isEqualTo(e);
    assertThat(Everything.objects.filter("price", "123456.78").exists()).isTrue();
    assertThat(Everything.objects.filter("price__gt", new BigDecimal("123456.77")).exists())
        .isTrue();
    assertThat(Everything.objects.filter("uuid", e.uuid.toString()).exists()).isTrue();
    assertThat(Everything.objects.filter("span", e.span).exists()).isTrue();
    assertThat(Everything.objects.filter("map__b__1", "y").exists()).isTrue();
    assertThat(Everything.objects.filter("moment", e.moment).exists()).isTrue();
    assertThat(Everything.objects.filter("flag", true).exists()).isTrue();
  }

  @Test
  void nothingComesBackAsNothing() {
    Everything e = new Everything();
    e.save();
    assertThat(Everything.objects.getById(e.id))
        .usingRecursiveComparison()
        .ignoringFields("state")
        .isEqualTo(e);
  }

  @Test
  void refreshReadsTheRowAgain() {
    Post.objects.filter(post.id.eq(alpha.id)).update(post.title.set("Other"));
    alpha.refresh();
    assertThat(alpha.title).isEqualTo("Other");
    expectStatements(1, alpha::save);
  }

  @Test
  void rowsAreUpdatedInOneStatement() {
    expectStatements(
        1,
        () ->
            assertThat(Post.objects.all().update(post.views.set(post.views.plus(1)))).isEqualTo(3));
    alpha.refresh();
    assertThat(alpha.views).isEqualTo(11);
    assertThat(
            Post.objects.filter(post.author().name.eq("Ann")).update(Map.of("status", "IN_REVIEW")))
        .isEqualTo(2);
    assertThat(Post.objects.filter(post.status.eq(Status.IN_REVIEW)).count()).isEqualTo(2);
    assertThat(Post.objects.orderBy("-views").limit(1).update(post.author().set(ann))).isEqualTo(1);
    assertThat(Post.objects.filter("author", ann).count()).isEqualTo(3);
    assertThat(Post.objects.filter("slug", "alpha").update(post.category().set(null))).isEqualTo(1);
  }

  @Test
  void manyRowsAreInsertedInOneStatement() {
    List<Tag> tags = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      tags.add(new Tag("tag" + i));
    }
    expectStatements(1, () -> Tag.objects.bulkCreate(tags));
    assertThat(tags).allMatch(Entity::isSaved);
    assertThat(Tag.objects.getById(tags.get(30).id).name).isEqualTo("tag30");
    Tag.objects.all().bulkCreateIgnoringConflicts(List.of(new Tag("tag1"), new Tag("fresh")));
    assertThat(Tag.objects.filter("name__in", List.of("tag1", "fresh")).count()).isEqualTo(2);
  }

  @Test
  void aRowIsFoundOrMade() {
    Created<Tag> made = Tag.objects.getOrCreate(Map.of("name", "made"), t -> {});
    assertThat(made.created()).isTrue();
    assertThat(Tag.objects.getOrCreate(Map.of("name", "made"), t -> {}))
        .isEqualTo(new Created<>(made.entity(), false));
    Created<Author> changed =
        Author.objects.updateOrCreate(Map.of("name", "Ann"), a -> a.bio = "Writes.");
    assertThat(changed.created()).isFalse();
    assertThat(Author.objects.getById(ann.id).bio).isEqualTo("Writes.");
  }

  @Test
  void deletingFollowsTheForeignKeys() {
    assertThat(ann.delete())
        .isEqualTo(Map.of("blog.Author", 1L, "blog.Post", 2L, "blog.Post_tags", 3L));
    assertThat(ann.isSaved()).isFalse();
    assertThat(Post.objects.list()).containsExactly(gamma);
    assertThat(Author.objects.getById(bob.id).mentor.get()).isNull();
    assertThat(Db.query("SELECT * FROM blog_post_tags")).isEmpty();
  }

  @Test
  void whatADeletionTakesIsKnownBefore() {
    Deletion deletion = ann.deletion();
    assertThat(deletion.isAllowed()).isTrue();
    assertThat(deletion.tree()).hasSize(1);
    assertThat(deletion.tree().get(0).children())
        .extracting(b -> b.entity())
        .containsExactlyInAnyOrder(alpha, beta);
    assertThat(Post.objects.count()).isEqualTo(3);
  }

  @Test
  void aProtectedRowStays() {
    assertThat(databases.deletion().protectedBy()).containsExactly(alpha);
    assertThatThrownBy(databases::delete)
        .isInstanceOf(ProtectedException.class)
        .hasMessage(
            "Cannot delete: 1 row(s) still point there by blog.Post.category. Delete or change them first.");
    alpha.delete();
    databases.delete();
    assertThat(Category.objects.exists()).isFalse();
  }

  @Test
  void rowsThatPointToRowsOfTheirOwnTableGoTogether() {
    Category child = new Category("SQL", "sql");
    child.parent.set(databases);
    child.save();
    alpha.delete();
    assertThat(databases.delete()).isEqualTo(Map.of("blog.Category", 2L));
  }

  @Test
  void aQuerysetDeletesItsRows() {
    assertThat(Post.objects.filter(post.author().name.eq("Ann")).delete()).isEqualTo(2);
    assertThat(Post.objects.count()).isEqualTo(1);
    Everything.objects.create(new Everything());
    expectStatements(1, () -> Everything.objects.all().delete());
  }

  @Nested
  class Failures {
    @Test
    void whenAValueIsNotUnique() {
      assertThatThrownBy(() -> Db.atomic(() -> new Tag("java").save()))
          .isInstanceOfSatisfying(
              IntegrityException.class,
              e -> {
                assertThat(e.kind()).isEqualTo(IntegrityException.Kind.UNIQUE);
                assertThat(e.fields()).containsExactly("name");
                assertThat(e)
                    .hasMessageStartingWith(
                        "There is already a row with this value: blog.Tag.name");
              });
    }

    @Test
    void whenValuesAreNotUniqueTogether() {
      assertThatThrownBy(() -> Db.atomic(() -> new Post("Again", "alpha", ann).save()))
          .isInstanceOfSatisfying(
              IntegrityException.class,
              e -> assertThat(e.fields()).containsExactly("author", "slug"));
    }

    @Test
    void whenAValueIsMissing() {
      assertThatThrownBy(() -> Db.atomic(() -> new Tag().save()))
          .isInstanceOfSatisfying(
              IntegrityException.class,
              e -> {
                assertThat(e.kind()).isEqualTo(IntegrityException.Kind.NOT_NULL);
                assertThat(e).hasMessage("A value is missing: blog.Tag.name cannot be null.");
              });
    }

    @Test
    void whenACheckIsViolated() {
      alpha.views = -1;
      assertThatThrownBy(() -> Db.atomic(alpha::save))
          .isInstanceOfSatisfying(
              IntegrityException.class,
              e -> {
                assertThat(e.kind()).isEqualTo(IntegrityException.Kind.CHECK);
                assertThat(e.constraint()).isEqualTo("blog_post_views_not_negative");
              });
    }

    @Test
    void whenTheRowIsGone() {
      Post.objects.filter("pk", beta.id).all().delete();
      beta.title = "Too late";
      assertThatThrownBy(beta::save)
          .isInstanceOf(DoesNotExist.class)
          .hasMessage(
              "The row of this blog.Post is gone: it was deleted after it was read. To insert it again, save a new entity.");
    }

    @Test
    void whenARelatedEntityIsNotSaved() {
      assertThatThrownBy(() -> new Post("x", "x", new Author("nobody")).save())
          .isInstanceOf(QueryException.class)
          .hasMessage(
              "blog.Post.author points to a blog.Author that is not saved. Save that first.");
    }
  }
}
