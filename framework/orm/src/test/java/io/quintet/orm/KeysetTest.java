package io.quintet.orm;

import static io.quintet.orm.blog.QPost.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.orm.blog.Everything;
import io.quintet.orm.blog.Post;
import io.quintet.orm.blog.Status;
import io.quintet.orm.expr.Functions;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backend.class)
class KeysetTest extends OrmTest {
  KeysetTest(Backend backend) {
    super(backend);
  }

  /** Posts of whom some are published at the same time, and some never. */
  private void morePosts() {
    for (int i = 0; i < 9; i++) {
      Post more = new Post("More " + i, "more-" + i, i % 2 == 0 ? ann : bob);
      more.views = i % 3;
      more.published = i % 3 == 0 ? null : Instant.parse("2026-02-0" + (1 + i % 3) + "T00:00:00Z");
      more.save();
    }
  }

  /** All rows of a query, page by page, there and back. */
  private static <M extends Entity> void expectSameAsList(QuerySet<M> rows) {
    List<M> all = rows.list();
    Keyset<M> keyset = rows.keyset(2);
    List<M> forward = new ArrayList<>();
    Keyset.Page<M> page = keyset.page("");
    assertThat(page.previous()).isEmpty();
    forward.addAll(page.rows());
    while (page.next().isPresent()) {
      page = keyset.page(page.next().get());
      forward.addAll(page.rows());
    }
    assertThat(forward).containsExactlyElementsOf(all);
    List<M> backward = new ArrayList<>(page.rows());
    while (page.previous().isPresent()) {
      page = keyset.page(page.previous().get());
      backward.addAll(0, page.rows());
    }
    assertThat(backward).containsExactlyElementsOf(all);
  }

  @Test
  void pagesFollowEachOtherWithoutSkippingRows() {
    Keyset<Post> posts = Post.objects.orderBy(post.title.asc()).keyset(2);
    Keyset.Page<Post> first = posts.page("");
    assertThat(titles(first.rows())).containsExactly("Alpha", "Beta");
    Post early = new Post("Aardvark", "aardvark", ann);
    early.save();
    Keyset.Page<Post> second = posts.page(first.next().orElseThrow());
    assertThat(titles(second.rows())).containsExactly("Gamma");
    assertThat(second.next()).isEmpty();
    assertThat(titles(posts.page(second.previous().orElseThrow()).rows()))
        .containsExactly("Alpha", "Beta");
  }

  @Test
  void aPageIsOneStatementWithoutOffset() {
    Keyset<Post> posts = Post.objects.orderBy(post.views.desc()).keyset(1);
    String cursor = posts.page("").next().orElseThrow();
    Db.RecordedQueries recorded = Db.recordQueries(() -> posts.page(cursor));
    assertThat(recorded.count()).isEqualTo(1);
    assertThat(recorded.sql().getFirst()).doesNotContain("OFFSET");
  }

  @Test
  void rowsThatAreEqualByTheOrderAreToldApartByTheirKeys() {
    morePosts();
    expectSameAsList(Post.objects.orderBy(post.views.asc(), post.id.asc()));
    expectSameAsList(Post.objects.orderBy(post.views.desc(), post.title.asc()));
    expectSameAsList(Post.objects.orderBy("views", "-title").reverse());
    assertThat(titles(Post.objects.orderBy("views").keyset(5).page("").rows())).hasSize(5);
  }

  @Test
  void rowsWithoutAValueHaveTheirPlace() {
    morePosts();
    expectSameAsList(Post.objects.orderBy(post.published.asc(), post.title.asc()));
    expectSameAsList(Post.objects.orderBy(post.published.desc(), post.title.asc()));
    expectSameAsList(Post.objects.orderBy(post.published.asc().nullsFirst(), post.title.asc()));
    expectSameAsList(Post.objects.orderBy(post.published.desc().nullsLast(), post.title.asc()));
    expectSameAsList(
        Post.objects.orderBy(post.published.desc().nullsLast(), post.title.asc()).reverse());
  }

  @Test
  void theOrderOfTheModelAndOfRelationsServes() {
    morePosts();
    expectSameAsList(Post.objects.all());
    expectSameAsList(Post.objects.orderBy("author__name", "title"));
    expectSameAsList(Post.objects.orderBy("category__name", "-author__mentor__name", "title"));
    expectSameAsList(Post.objects.filter(post.author().name.eq("Ann")).orderBy("-title"));
  }

  @Test
  void everyKindOfColumnServes() {
    for (int i = 0; i < 5; i++) {
      Everything e = new Everything();
      e.url = "https://example.org/" + i;
      e.whole = i;
      e.big = Long.MAX_VALUE - i;
      e.real = i / 3.0;
      e.price = new BigDecimal("0.1" + i);
      e.flag = i % 2 == 0;
      e.date = LocalDate.of(2026, 1, 1 + i);
      e.time = LocalTime.of(i, 0, 0, 1000);
      e.local = LocalDateTime.of(2026, 1, 1, i, 0);
      e.moment = Instant.parse("2026-01-01T00:00:00.12345" + i + "Z");
      e.span = Duration.ofMillis(i);
      e.uuid = new UUID(i, 0);
      e.status = Status.values()[i % Status.values().length];
      e.save();
    }
    for (String name :
        List.of(
            "url", "whole", "big", "real", "price", "flag", "date", "time", "local", "moment",
            "span", "uuid", "status")) {
      expectSameAsList(Everything.objects.orderBy(name, "pk"));
      expectSameAsList(Everything.objects.orderBy("-" + name, "pk"));
    }
  }

  @Test
  void aPageWhoseRowsAreGoneStillLeadsSomewhere() {
    Keyset<Post> posts = Post.objects.orderBy("title").keyset(2);
    String cursor = posts.page("").next().orElseThrow();
    gamma.delete();
    Keyset.Page<Post> page = posts.page(cursor);
    assertThat(page.rows()).isEmpty();
    assertThat(titles(posts.page(page.previous().orElseThrow()).rows()))
        .containsExactly("Alpha", "Beta");
  }

  @Nested
  class Failures {
    @Test
    void whenTheTextIsNoCursor() {
      Keyset<Post> posts = Post.objects.orderBy("title").keyset(2);
      for (String text : List.of("x", "%%%", "W10", "WzFd", "é", "A".repeat(5000))) {
        assertThatThrownBy(() -> posts.page(text))
            .isInstanceOf(InvalidCursorException.class)
            .hasMessage("This is no cursor of a page.");
      }
    }

    @Test
    void whenTheCursorIsOfAnotherOrder() {
      String cursor = Post.objects.orderBy("title").keyset(1).page("").next().orElseThrow();
      assertThatThrownBy(() -> Post.objects.orderBy("-title").keyset(1).page(cursor))
          .hasMessage("This cursor was made for rows in another order. Begin with the first page.");
    }

    @Test
    void whenTheOrderIsNoColumn() {
      assertThatThrownBy(() -> Post.objects.orderBy(Functions.lower(post.title).asc()).keyset(2))
          .isInstanceOf(QueryException.class)
          .hasMessage(
              "keyset(...) cannot page through blog.Post in the order of an expression. Sort by columns of the model or of models that relations to one row lead to.");
      assertThatThrownBy(() -> Post.objects.orderBy("tags__name").keyset(2))
          .hasMessageStartingWith(
              "keyset(...) cannot page through blog.Post in the order of \"tags__name\".");
      assertThatThrownBy(() -> Post.objects.orderBy("category").keyset(2))
          .hasMessageStartingWith(
              "keyset(...) cannot page through blog.Post in the order of the relation \"category\" (name its columns: \"category__...\").");
    }

    @Test
    void whenTheQueryIsSliced() {
      assertThatThrownBy(() -> Post.objects.limit(5).keyset(2))
          .hasMessage("keyset(...) pages through all rows of a query. Leave out limit and offset.");
    }
  }
}
