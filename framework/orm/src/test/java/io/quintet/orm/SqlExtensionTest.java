package io.quintet.orm;

import static io.quintet.orm.Wordplay.Comparison.NE;
import static io.quintet.orm.Wordplay.Comparison.SAME_LETTERS;
import static io.quintet.orm.Wordplay.LEVELLED;
import static io.quintet.orm.blog.QPost.post;
import static io.quintet.orm.expr.Aggregates.aggregate;
import static io.quintet.orm.expr.Functions.call;
import static io.quintet.orm.expr.Functions.lower;
import static io.quintet.orm.expr.Functions.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.orm.blog.Post;
import io.quintet.orm.expr.ComparableExpression;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Functions and look-ups of an application, which {@link Wordplay} contributes. */
@ParameterizedClass
@EnumSource(Backend.class)
class SqlExtensionTest extends OrmTest {
  SqlExtensionTest(Backend backend) {
    super(backend);
  }

  @Test
  void aFunctionOfAnApplicationIsLikeAnyOther() {
    ComparableExpression<Post, String> levelled = call(LEVELLED, post.title, value("a"));
    assertThat(Post.objects.orderBy("title").valuesFlat(levelled).list())
        .containsExactly("-lph-", "bet-", "g-mm-");
    assertThat(titles(Post.objects.filter(levelled.eq("bet-")))).containsExactly("Beta");
    assertThat(Post.objects.filter(levelled.eq("bet-")).sql()).doesNotContain("bet-");
  }

  @Test
  void aFunctionOfOneArgumentIsATransformInNames() {
    assertThat(titles(Post.objects.filter("title__vowels", 1))).isEmpty();
    assertThat(titles(Post.objects.filter("title__vowels__gte", 2).orderBy("title")))
        .containsExactly("Alpha", "Beta", "Gamma");
    assertThat(Post.objects.orderBy("title").valuesFlat("title__vowels").list())
        .isEqualTo(List.of(2, 2, 2));
  }

  @Test
  void aLookUpOfAnApplicationIsLikeAnyOther() {
    assertThat(titles(Post.objects.filter(post.title.is(NE, "Alpha")).orderBy("title")))
        .containsExactly("Beta", "Gamma");
    assertThat(titles(Post.objects.filter("title__ne", "Alpha").orderBy("title")))
        .containsExactly("Beta", "Gamma");
    assertThat(titles(Post.objects.filter("author__name__ne", "Ann"))).containsExactly("Gamma");
    assertThat(titles(Post.objects.exclude("views__ne", "10"))).containsExactly("Alpha");
    assertThat(titles(Post.objects.filter(post.title.is(SAME_LETTERS, "ALPHA"))))
        .containsExactly("Alpha");
    assertThat(titles(Post.objects.filter(post.slug.is(NE, lower(post.title))))).isEmpty();
    assertThat(Post.objects.filter(post.title.is(NE, "'; --")).sql()).doesNotContain("--");
  }

  @Test
  void anAggregateOfAnApplicationGroupsLikeAnyOther() {
    assertThat(
            Post.objects
                .values("author__name")
                .annotate(aggregate(Wordplay.Total.TOTAL, post.views).as("n"))
                .orderBy("author__name")
                .list())
        .extracting(row -> ((Number) row.get("n")).intValue())
        .containsExactly(15, 20);
  }

  @Test
  void anAggregateIsNoFunctionOfOneRow() {
    assertThatThrownBy(() -> Post.objects.valuesFlat(call(Wordplay.Total.TOTAL, post.views)).list())
        .isInstanceOf(QueryException.class)
        .hasMessage("TOTAL is a function over several rows. Use it as an aggregate or window.");
  }
}
