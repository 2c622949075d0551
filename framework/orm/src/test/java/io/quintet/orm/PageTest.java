package io.quintet.orm;

import static io.quintet.orm.blog.QPost.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.orm.blog.Post;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A page of rows with relations: the keys of the page are cut first, then joined. */
@ParameterizedClass
@EnumSource(Backend.class)
class PageTest extends OrmTest {
  PageTest(Backend backend) {
    super(backend);
  }

  private static QuerySet<Post> sorted() {
    return Post.objects.orderBy(post.views.asc(), post.id.desc());
  }

  private void writeMore() {
    for (int i = 0; i < 30; i++) {
      Post more = new Post("More " + i, "more-" + i, i % 3 == 0 ? bob : ann);
      more.views = i % 7;
      if (i % 2 == 0) {
        more.category.set(databases);
        more.published = Instant.ofEpochSecond(i);
      }
      more.save();
    }
  }

  @Test
  void pagesWithRelationsAreThoseOfTheWholeListInOneStatement() {
    writeMore();
    List<QuerySet<Post>> queries =
        List.of(
            sorted(),
            sorted().reverse(),
            sorted().filter(post.author().name.eq("Ann")),
            sorted().filter(post.tags().name.eq("java")),
            sorted().exclude(post.category().slug.eq("databases")),
            Post.objects.orderBy(post.published.desc().nullsLast(), post.id.asc()));
    for (QuerySet<Post> query : queries) {
      List<Post> all = query.list();
      for (int from = 0; from <= all.size(); from += 5) {
        int start = from;
        expectStatements(
            1,
            () -> {
              List<Post> page =
                  query
                      .selectRelated(post.author().mentor(), post.category())
                      .slice(start, start + 5)
                      .list();
              assertThat(page).isEqualTo(all.subList(start, Math.min(all.size(), start + 5)));
              page.forEach(row -> {
                assertThat(row.author.isLoaded()).isTrue();
                assertThat(row.category.isLoaded()).isTrue();
              });
            });
      }
    }
  }

  @Test
  void theKeysAreCutBeforeAnythingIsJoined() {
    String sql = sorted().selectRelated(post.author()).limit(20).offset(40).sql();
    assertThat(sql)
        .containsPattern(
            "IN \\((SELECT \\* FROM \\()?SELECT [^()]* LIMIT 20 OFFSET \\?\\)( AS slice\\))? ORDER BY");
    assertThat(sql.substring(sql.indexOf("IN (SELECT"))).doesNotContain("JOIN");
  }

  @Test
  void whereNothingIsGainedTheStatementStaysPlain() {
    assertThat(sorted().limit(20).sql()).doesNotContain("IN (");
    assertThat(sorted().selectRelated(post.author()).sql()).doesNotContain("IN (");
    assertThat(sorted().selectRelated(post.author()).limit(1).sql()).doesNotContain("IN (");
    assertThat(
            Post.objects
                .orderBy(post.author().name.asc())
                .selectRelated(post.author())
                .limit(20)
                .sql())
        .doesNotContain("IN (");
    assertThat(Post.objects.orderBy("author").selectRelated(post.author()).limit(20).sql())
        .doesNotContain("IN (");
  }
}
