package io.quintet.orm;

import static io.quintet.orm.blog.QPost.post;
import static io.quintet.orm.expr.Aggregates.avg;
import static io.quintet.orm.expr.Aggregates.count;
import static io.quintet.orm.expr.Aggregates.sum;
import static io.quintet.orm.expr.Functions.lower;
import static io.quintet.orm.expr.Windows.cumeDist;
import static io.quintet.orm.expr.Windows.denseRank;
import static io.quintet.orm.expr.Windows.firstValue;
import static io.quintet.orm.expr.Windows.lag;
import static io.quintet.orm.expr.Windows.lastValue;
import static io.quintet.orm.expr.Windows.lead;
import static io.quintet.orm.expr.Windows.nthValue;
import static io.quintet.orm.expr.Windows.ntile;
import static io.quintet.orm.expr.Windows.over;
import static io.quintet.orm.expr.Windows.percentRank;
import static io.quintet.orm.expr.Windows.rank;
import static io.quintet.orm.expr.Windows.rowNumber;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.orm.blog.Post;
import io.quintet.orm.expr.Expression;
import io.quintet.orm.expr.Frame;
import io.quintet.orm.expr.Window;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Ann wrote Alpha (10 views) and Beta (5), Bob wrote Gamma (20). */
@ParameterizedClass
@EnumSource(Backend.class)
class WindowTest extends OrmTest {
  private static final Window<Post> BY_VIEWS = Window.orderedBy(post.views.asc());
  private static final Window<Post> OF_AUTHOR = Window.partitionBy(post.author().id);

  WindowTest(Backend backend) {
    super(backend);
  }

  /** What an expression yields for Alpha, Beta and Gamma. */
  private static <T> List<@Nullable T> of(Expression<Post, T> expression) {
    return Post.objects.orderBy(post.title.asc()).valuesFlat(expression).list();
  }

  @Test
  void rowsAreNumberedAndRanked() {
    assertThat(of(rowNumber(BY_VIEWS))).containsExactly(2L, 1L, 3L);
    assertThat(of(rowNumber(OF_AUTHOR.orderBy(post.views.asc())))).containsExactly(2L, 1L, 1L);
    Window<Post> byAuthor = Window.orderedBy(post.author().name.asc());
    assertThat(of(rank(byAuthor))).containsExactly(1L, 1L, 3L);
    assertThat(of(denseRank(byAuthor))).containsExactly(1L, 1L, 2L);
    assertThat(of(percentRank(BY_VIEWS))).containsExactly(0.5, 0.0, 1.0);
    assertThat(of(cumeDist(byAuthor))).containsExactly(2.0 / 3, 2.0 / 3, 1.0);
    assertThat(of(ntile(2, BY_VIEWS))).containsExactly(1L, 1L, 2L);
  }

  @Test
  void valuesOfOtherRows() {
    assertThat(of(lag(post.title, BY_VIEWS))).isEqualTo(Arrays.asList("Beta", null, "Alpha"));
    assertThat(of(lead(post.views, 2, 0, BY_VIEWS))).containsExactly(0, 20, 0);
    assertThat(of(firstValue(post.title, BY_VIEWS))).containsExactly("Beta", "Beta", "Beta");
    assertThat(of(lastValue(post.title, BY_VIEWS))).containsExactly("Alpha", "Beta", "Gamma");
    assertThat(of(lastValue(post.title, BY_VIEWS.frame(Frame.allRows()))))
        .containsExactly("Gamma", "Gamma", "Gamma");
    assertThat(of(nthValue(post.title, 2, BY_VIEWS)))
        .isEqualTo(Arrays.asList("Alpha", null, "Alpha"));
  }

  @Test
  void aggregatesOverWindowsAndFrames() {
    assertThat(of(over(sum(post.views), OF_AUTHOR))).containsExactly(15, 15, 20);
    assertThat(of(over(sum(post.views), BY_VIEWS))).containsExactly(15, 5, 35);
    assertThat(of(over(sum(post.views), BY_VIEWS.frame(Frame.rows(-1, 0)))))
        .containsExactly(15, 5, 30);
    assertThat(of(over(sum(post.views), BY_VIEWS.frame(Frame.rowsFromCurrent()))))
        .containsExactly(30, 35, 20);
    assertThat(of(over(count(), Window.all()))).containsExactly(3L, 3L, 3L);
    assertThat(of(over(avg(post.views), OF_AUTHOR))).containsExactly(7.5, 7.5, 20.0);
  }

  @Test
  void rowsAreChosenByWhatAWindowYields() {
    var best = rowNumber(OF_AUTHOR.orderBy(post.views.desc())).as("best");
    assertThat(titles(Post.objects.annotate(best).filter("best", 1).orderBy("title")))
        .containsExactly("Alpha", "Gamma");
    assertThat(titles(Post.objects.annotate(best).filter("best", 1).orderBy("-views").limit(1)))
        .containsExactly("Gamma");
    assertThat(Post.objects.annotate(best).filter("best", 1).count()).isEqualTo(2);
    assertThat(Post.objects.annotate(best).filter("best__gt", 2).exists()).isFalse();
    assertThat(Post.objects.filter(rowNumber(BY_VIEWS).le(2L)).selectRelated("author").list())
        .containsExactlyInAnyOrder(alpha, beta)
        .allMatch(p -> p.author.get().name.equals("Ann"));
  }

  @Test
  void whatAWindowYieldsStandsBesideOtherConditions() {
    var best = rowNumber(OF_AUTHOR.orderBy(post.views.desc())).as("best");
    assertThat(
            titles(
                Post.objects
                    .annotate(best)
                    .filter(
                        Q.<Post>of("best", 1).and(Q.of("title", "Alpha")).or(Q.of("title", "Beta")))
                    .orderBy("title")))
        .containsExactly("Alpha", "Beta");
    assertThat(titles(Post.objects.annotate(best).filter("views__lt", 20).filter("best", 2)))
        .containsExactly("Beta");
    assertThat(titles(Post.objects.annotate(best).exclude("best", 1))).containsExactly("Beta");
    Post.objects.annotate(best).filter("best", 2).update(post.title.set("Second"));
    assertThat(titles(Post.objects.filter(post.title.eq("Second")))).hasSize(1);
  }

  @Test
  void onlySomeFunctionsStandOverAWindow() {
    assertThatThrownBy(() -> of(over(lower(post.title), BY_VIEWS)))
        .isInstanceOf(QueryException.class)
        .hasMessage(
            "Only aggregates and functions made for windows stand over a window, such as rowNumber() or"
                + " sum(...).");
    assertThatThrownBy(() -> Frame.rows(2, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A frame starts at 2 and ends at -1, before its start. Give the lesser first.");
    assertThatThrownBy(() -> nthValue(post.title, 0, BY_VIEWS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nthValue(..., 0): rows count from 1.");
  }
}
