package io.quintet.orm;

import static io.quintet.orm.blog.QAuthor.author;
import static io.quintet.orm.blog.QPost.post;
import static io.quintet.orm.expr.Aggregates.avg;
import static io.quintet.orm.expr.Aggregates.count;
import static io.quintet.orm.expr.Aggregates.countDistinct;
import static io.quintet.orm.expr.Aggregates.max;
import static io.quintet.orm.expr.Aggregates.min;
import static io.quintet.orm.expr.Aggregates.sum;
import static io.quintet.orm.expr.Aggregates.where;
import static io.quintet.orm.expr.Functions.choose;
import static io.quintet.orm.expr.Functions.concat;
import static io.quintet.orm.expr.Functions.length;
import static io.quintet.orm.expr.Functions.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.orm.blog.Author;
import io.quintet.orm.blog.Card;
import io.quintet.orm.blog.Post;
import io.quintet.orm.blog.Status;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backend.class)
class AggregateTest extends OrmTest {
  AggregateTest(Backend backend) {
    super(backend);
  }

  @Test
  void aggregatesOverAllRows() {
    assertThat(Post.objects.aggregate(sum(post.views))).isEqualTo(35);
    assertThat(Post.objects.aggregate(avg(post.views))).isBetween(11.6, 11.7);
    assertThat(Post.objects.aggregate(max(post.published))).isEqualTo(alpha.published);
    assertThat(Post.objects.filter(post.views.gt(99)).aggregate(sum(post.views))).isNull();
    assertThat(
            Post.objects.aggregate(
                count(post.id).as("n"),
                min(post.views).as("least"),
                countDistinct(post.author()).as("authors")))
        .isEqualTo(Map.of("n", 3L, "least", 5, "authors", 2L));
  }

  @Test
  void entitiesAreAnnotated() {
    var tags = count(post.tags()).as("tag_count");
    List<Post> posts = Post.objects.annotate(tags).orderBy("title").list();
    assertThat(posts).extracting(tags::of).containsExactly(2L, 1L, 0L);
    assertThat(posts.getFirst().annotation("tag_count")).isEqualTo(2L);
    assertThat(
            titles(Post.objects.annotate(tags).filter("tag_count__gte", 1).orderBy("-tag_count")))
        .containsExactly("Alpha", "Beta");
    assertThat(titles(Post.objects.filter(count(post.tags()).eq(0L)))).containsExactly("Gamma");
    assertThat(Post.objects.annotate(tags).filter("tag_count__gte", 1).count()).isEqualTo(2);
    assertThat(Post.objects.annotate(tags).filter("tag_count__gt", 5).exists()).isFalse();
    assertThat(
            Post.objects
                .annotate(tags)
                .selectRelated("author", "category")
                .orderBy("author__name")
                .list())
        .hasSize(3);
  }

  @Test
  void expressionsAnnotateToo() {
    var label = concat(post.title, text(" by "), post.author().name).as("label");
    assertThat(Post.objects.annotate(label).orderBy("label").list())
        .extracting(label::of)
        .containsExactly("Alpha by Ann", "Beta by Ann", "Gamma by Bob");
    assertThat(titles(Post.objects.annotate(length(post.title).as("size")).filter("size", 4)))
        .containsExactly("Beta");
    var kind = choose(post.views.ge(10), "read", "new").as("kind");
    assertThat(Post.objects.annotate(kind).orderBy("title").list())
        .extracting(kind::of)
        .containsExactly("read", "new", "read");
  }

  @Test
  void aggregatesMayBeLimitedByACondition() {
    var published =
        where(count(author.posts()), author.posts().status.eq(Status.PUBLISHED)).as("published");
    assertThat(Author.objects.annotate(published).orderBy("name").list())
        .extracting(published::of)
        .containsExactly(1L, 1L);
  }

  @Test
  void filterBeforeAnnotateLimitsWhatIsCounted() {
    var n = count(author.posts()).as("n");
    assertThat(Author.objects.filter(author.posts().views.gt(5)).annotate(n).orderBy("name").list())
        .extracting(n::of)
        .containsExactly(1L, 1L);
    assertThat(
            Author.objects
                .annotate(n)
                .filter(author.name.eq("Ann"))
                .get(author.id.eq(ann.id))
                .annotation("n"))
        .isEqualTo(2L);
  }

  @Test
  void rowsAreReadIntoRecords() {
    List<Card> cards =
        Post.objects
            .select(post.title, post.author().name, post.status, count(post.tags()), post.views)
            .into(Card.class)
            .orderBy(post.title.asc())
            .list();
    assertThat(cards)
        .containsExactly(
            new Card("Alpha", "Ann", Status.PUBLISHED, 2, 10),
            new Card("Beta", "Ann", Status.DRAFT, 1, 5),
            new Card("Gamma", "Bob", Status.PUBLISHED, 0, 20));
    assertThatThrownBy(() -> Post.objects.select(post.title).into(Card.class))
        .isInstanceOf(QueryException.class)
        .hasMessage(
            "Card has 5 components (title, author, status, tags, views), but 1 columns are selected.");
  }

  @Test
  void aggregatesOverTheRowsThemselvesGroupByTheOtherColumns() {
    assertThat(
            Post.objects
                .select(post.author().name, sum(post.views))
                .orderBy(post.author().name.asc())
                .list())
        .containsExactly(List.of("Ann", 15), List.of("Bob", 20));
    assertThat(Post.objects.values("status").annotate(count(post.id).as("n")).orderBy("-n").list())
        .containsExactly(
            Map.of("status", Status.PUBLISHED, "n", 2L), Map.of("status", Status.DRAFT, "n", 1L));
    assertThat(
            Post.objects
                .values("status")
                .annotate(count(post.id).as("n"))
                .filter("n__gt", 1)
                .list())
        .hasSize(1);
    assertThat(
            Post.objects
                .groupBy(post.author().name)
                .select(post.author().name, count(post.tags()))
                .orderBy("author__name")
                .list())
        .containsExactly(List.of("Ann", 3L), List.of("Bob", 0L));
  }

  @Test
  void valuesAreMapsListsOrSingleValues() {
    assertThat(Post.objects.filter("slug", "alpha").values("title", "author__name").get())
        .isEqualTo(Map.of("title", "Alpha", "author__name", "Ann"));
    assertThat(Post.objects.valuesList("slug", "views").orderBy("slug").first())
        .contains(List.of("alpha", 10));
    assertThat(Post.objects.valuesFlat(post.slug).orderBy("slug").list())
        .containsExactly("alpha", "beta", "gamma");
    assertThat(Post.objects.valuesFlat(post.author().name).unordered().distinct().list())
        .containsExactlyInAnyOrder("Ann", "Bob");
    assertThat(Post.objects.valuesFlat(post.author().name).unordered().distinct().count())
        .isEqualTo(2);
    assertThat(Post.objects.filter("slug", "alpha").values().get())
        .containsKeys("id", "title", "author", "published");
  }
}
