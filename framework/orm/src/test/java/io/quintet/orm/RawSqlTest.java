package io.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.orm.blog.Post;
import io.quintet.orm.blog.Status;
import io.quintet.orm.kinds.Headline;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backend.class)
class RawSqlTest extends OrmTest {
  private static final String HEADLINES =
      "SELECT published AS published_at, status, title FROM blog_post WHERE views > :views ORDER BY title";

  RawSqlTest(Backend backend) {
    super(backend);
  }

  @Test
  void columnsFillTheComponentsOfARecordByName() {
    assertThat(Db.sql(HEADLINES).bind("views", 5).list(Headline.class))
        .containsExactly(
            new Headline("Alpha", Status.PUBLISHED, Instant.parse("2026-01-01T12:00:00Z")),
            new Headline("Gamma", Status.PUBLISHED, Instant.parse("2025-06-15T08:30:00Z")));
    assertThat(Db.sql(HEADLINES).bind("views", 10).first(Headline.class))
        .hasValueSatisfying(h -> assertThat(h.title()).isEqualTo("Gamma"));
    assertThat(Db.sql(HEADLINES).bind("views", 100).first(Headline.class)).isEmpty();
  }

  @Test
  void columnsFillEntitiesInAnyOrderAndOthersAreAnnotations() {
    List<Post> posts =
        Db.sql(
                "SELECT views + 1 AS more, p.* FROM blog_post p WHERE status = :status ORDER BY slug")
            .bind("status", "pub")
            .list(Post.class);
    assertThat(titles(posts)).containsExactly("Alpha", "Gamma");
    assertThat(((Number) posts.getFirst().annotation("more")).intValue()).isEqualTo(11);
    posts.getFirst().title = "Changed";
    posts.getFirst().save();
    assertThat(Post.objects.getById(alpha.id).title).isEqualTo("Changed");
    expectStatements(1, () -> posts.forEach(p -> p.author.get().name.length()));
  }

  @Test
  void aParameterMayStandInSeveralPlacesAndBeAList() {
    assertThat(
            Db.sql(
                    "SELECT slug FROM blog_post WHERE slug IN (:slugs) OR title = :x OR slug = :x ORDER BY slug")
                .bind(Map.of("slugs", List.of("alpha", "gamma")))
                .bind("x", "Beta")
                .maps())
        .extracting(m -> m.get("slug"))
        .containsExactly("alpha", "beta", "gamma");
  }

  @Test
  void colonsInTextsNamesCommentsAndCastsAreNoParameters() {
    assertThat(
            Db.sql("SELECT ':no' AS \":a\", CAST(:yes AS VARCHAR(60)) AS b -- :neither\n/* :nor */")
                .bind("yes", "o'clock; DROP TABLE blog_post")
                .maps())
        .containsExactly(Map.of(":a", ":no", "b", "o'clock; DROP TABLE blog_post"));
  }

  @Test
  void aStatementThatWritesTellsHowManyRows() {
    assertThat(
            Db.sql("UPDATE blog_post SET views = :views WHERE author_id = :author")
                .bind("views", 1)
                .bind("author", ann.id)
                .execute())
        .isEqualTo(2);
  }

  @Nested
  class Failures {
    @Test
    void whenAColumnOfARecordIsMissing() {
      assertThatThrownBy(() -> Db.sql("SELECT title, status FROM blog_post").list(Headline.class))
          .isInstanceOf(QueryException.class)
          .hasMessage(
              "Headline needs the column publishedAt, which the SQL does not select. It selects: title, status.");
    }

    @Test
    void whenColumnsOfAnEntityAreMissing() {
      assertThatThrownBy(() -> Post.objects.raw("SELECT id, title FROM blog_post"))
          .isInstanceOf(QueryException.class)
          .hasMessageStartingWith("blog.Post needs the columns created, updated, slug, body,")
          .hasMessageEndingWith("which the SQL does not select. It selects: id, title.");
    }

    @Test
    void whenAParameterIsNotBound() {
      assertThatThrownBy(() -> Db.sql(HEADLINES).maps())
          .hasMessage(
              "The SQL has the parameter :views, which is not bound. Nothing is bound: call bind(name, value).");
      assertThatThrownBy(() -> Db.sql(HEADLINES).bind("view", 1).maps())
          .hasMessage("The SQL has the parameter :views, which is not bound. Bound are: view.");
    }

    @Test
    void whenAParameterIsUnknown() {
      assertThatThrownBy(() -> Db.sql(HEADLINES).bind("views", 1).bind("user", 2).maps())
          .hasMessage("The SQL has no parameter :user. It has: views.");
    }

    @Test
    void whenAListIsEmpty() {
      assertThatThrownBy(() ->
              Db.sql("SELECT * FROM blog_post WHERE id IN (:ids)").bind("ids", List.of()).maps())
          .hasMessage(
              "The parameter :ids is an empty list, which SQL cannot express. Leave out the condition, or the query.");
    }
  }
}
