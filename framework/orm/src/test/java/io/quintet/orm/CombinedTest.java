package io.quintet.orm;

import static io.quintet.orm.blog.QPost.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.orm.blog.Author;
import io.quintet.orm.blog.Post;
import io.quintet.orm.blog.Status;
import io.quintet.orm.expr.Aggregates;
import io.quintet.orm.expr.Dates;
import io.quintet.orm.expr.Functions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Querysets put together, joined, cut and read in other ways than as a list. */
@ParameterizedClass
@EnumSource(Backend.class)
class CombinedTest extends OrmTest {
  CombinedTest(Backend backend) {
    super(backend);
  }

  private static QuerySet<Post> by(Author author) {
    return Post.objects.filter(post.author().eq(author));
  }

  private static QuerySet<Post> published() {
    return Post.objects.filter(post.status.eq(Status.PUBLISHED));
  }

  @Test
  void rowsOfSeveralQuerysetsArePutTogetherSortedAndSliced() {
    QuerySet<Post> all = by(ann).union(published());
    assertThat(titles(all.orderBy("-title"))).containsExactly("Gamma", "Beta", "Alpha");
    assertThat(titles(all.orderBy("title").slice(1, 2))).containsExactly("Beta");
    assertThat(all.count()).isEqualTo(3);
    assertThat(by(ann).unionAll(published()).count()).isEqualTo(4);
    assertThat(titles(by(ann).intersection(published()))).containsExactly("Alpha");
    assertThat(titles(by(ann).difference(published()))).containsExactly("Beta");
    assertThat(by(ann).values("title").union(published().values("title")).orderBy("title").list())
        .containsExactly(
            Map.of("title", "Alpha"), Map.of("title", "Beta"), Map.of("title", "Gamma"));
  }

  @Test
  void aPartWithoutRowsIsLeftOut() {
    expectStatements(
        1,
        () -> {
          assertThat(titles(by(bob).union(by(ann).none()))).containsExactly("Gamma");
          assertThat(by(bob).intersection(by(ann).none()).list()).isEmpty();
        });
  }

  @Test
  void whatIsPutTogetherCannotBeFiltered() {
    assertThatThrownBy(() -> by(ann).union(published()).filter("views", 1))
        .isInstanceOf(NotSupportedException.class)
        .hasMessage(
            "filter(...) after union, intersection or difference is not possible. Call it on each part, then combine.");
  }

  @Test
  void querysetsAreJoinedByTheirConditions() {
    assertThat(titles(by(ann).and(published()))).containsExactly("Alpha");
    assertThat(titles(by(bob).or(by(ann).filter("views", 5)).orderBy("title")))
        .containsExactly("Beta", "Gamma");
    assertThat(titles(by(ann).xor(published()).orderBy("title"))).containsExactly("Beta", "Gamma");
    assertThat(titles(by(ann).orderBy("title").limit(1).or(by(bob)).orderBy("title")))
        .containsExactly("Alpha", "Gamma");
  }

  @Test
  void slicesOfSlicesCountFromTheirOwnStart() {
    QuerySet<Post> sorted = Post.objects.orderBy("title");
    assertThat(titles(sorted.slice(1, 3).slice(1, 5))).containsExactly("Gamma");
    assertThat(titles(sorted.from(1).from(1))).containsExactly("Gamma");
    assertThat(sorted.at(2)).isEqualTo(gamma);
    assertThatThrownBy(() -> sorted.at(3))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("There is no row at position 3.");
  }

  @Test
  void theFirstAndTheLastByAFieldAreFound() {
    QuerySet<Post> dated = Post.objects.filter(post.published.isNotNull());
    assertThat(dated.earliest("published")).isEqualTo(gamma);
    assertThat(dated.latest("published")).isEqualTo(alpha);
    assertThatThrownBy(() -> Post.objects.all().latest())
        .hasMessage(
            "latest() names no field, and blog.Post has no @Model(latestBy). Write latest(\"created\").");
    assertThat(alpha.previous("published")).isEqualTo(gamma);
    assertThatThrownBy(() -> alpha.next("published")).isInstanceOf(DoesNotExist.class);
  }

  @Test
  void rowsAreReadByAnyUniqueField() {
    assertThat(Author.objects.all().inBulk("email", List.of("bob@example.org", "nobody")))
        .containsExactly(Map.entry("bob@example.org", bob));
    assertThatThrownBy(() -> Author.objects.all().inBulk("name"))
        .hasMessage(
            "inBulk(\"name\", ...): this field of blog.Author is not unique, so rows would be lost. Use filter.");
  }

  @Test
  void membershipIsAskedOrKnown() {
    QuerySet<Post> anns = by(ann);
    expectStatements(2, () -> assertThat(anns.contains(alpha) && !anns.contains(gamma)).isTrue());
    anns.list();
    expectStatements(0, () -> assertThat(anns.contains(beta)).isTrue());
  }

  @Test
  void theDatesOfAFieldComeOnce() {
    assertThat(Post.objects.all().dates("published", Dates.Part.YEAR).list())
        .containsExactly(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1));
  }

  @Test
  void aggregatesAreOverTheRowsOfASliceADistinctOrAGroup() {
    QuerySet<Post> most = Post.objects.orderBy("-views").limit(2);
    assertThat(most.aggregate(Aggregates.<Post, Integer>sum(post.views)).longValue()).isEqualTo(30);
    QuerySet<Author> counted =
        Author.objects.annotate(
            Aggregates.<Author>count(Functions.<Author, Object>f("posts")).as("written"));
    assertThat(counted.aggregate(Aggregates.max(Functions.<Author, Long>f("written"))))
        .isEqualTo(2L);
  }

  @Test
  void conditionsThatCannotHoldAskNothing() {
    expectStatements(
        0,
        () -> {
          QuerySet<Post> none = Post.objects.filter("pk__in", List.of());
          assertThat(none.list()).isEmpty();
          assertThat(none.count()).isZero();
          assertThat(none.exists()).isFalse();
          assertThat(none.update(Map.of("views", 1))).isZero();
          assertThat(none.aggregate(Aggregates.count())).isZero();
        });
  }

  @Test
  void aRelationWithANameOfItsOwnHasOnlySomeOfItsRows() {
    QuerySet<Author> authors =
        Author.objects.all().filteredRelation("drafts", "posts", Q.of("posts__status", "DRAFT"));
    assertThat(
            authors
                .annotate(
                    Aggregates.<Author>count(Functions.<Author, Object>f("drafts"))
                        .as("unfinished"))
                .orderBy("name")
                .valuesList("name", "unfinished")
                .list())
        .isEqualTo(List.of(List.of("Ann", 1L), List.of("Bob", 0L)));
    assertThat(authors.filter("drafts__title", "Beta").list()).containsExactly(ann);
    assertThat(authors.filter("drafts__title", "Alpha").list()).isEmpty();
  }
}
