package io.quintet.orm;

import static io.quintet.orm.blog.QAuthor.author;
import static io.quintet.orm.blog.QEverything.everything;
import static io.quintet.orm.blog.QPost.post;
import static io.quintet.orm.blog.QTag.tag;
import static io.quintet.orm.expr.Functions.exists;
import static io.quintet.orm.expr.Functions.outer;
import static io.quintet.orm.expr.Functions.upper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.orm.blog.Author;
import io.quintet.orm.blog.Everything;
import io.quintet.orm.blog.Post;
import io.quintet.orm.blog.Status;
import io.quintet.orm.blog.Tag;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backend.class)
class QueryTest extends OrmTest {
  QueryTest(Backend backend) {
    super(backend);
  }

  @Test
  void aQuerysetAsksOnceWhenItIsListedAndNotBefore() {
    expectStatements(
        1,
        () -> {
          QuerySet<Post> posts =
              Post.objects.filter(post.title.eq("Alpha")).exclude(post.views.gt(99));
          assertThat(posts.list()).containsExactly(alpha);
          assertThat(posts.list()).hasSize(1);
          assertThat(posts.count()).isEqualTo(1);
        });
  }

  @Test
  void theDefaultOrderIsThatOfTheModel() {
    assertThat(titles(Post.objects.filter(post.published.isNotNull()).list()))
        .containsExactly("Alpha", "Gamma");
  }

  @Test
  void typedAndNamedLookUpsMeanTheSame() {
    assertThat(titles(Post.objects.filter(post.title.ieq("aLPHA")))).containsExactly("Alpha");
    assertThat(titles(Post.objects.filter("title__iexact", "aLPHA"))).containsExactly("Alpha");
    assertThat(titles(Post.objects.filter(post.title.contains("lph")))).containsExactly("Alpha");
    assertThat(titles(Post.objects.filter("title__contains", "lph"))).containsExactly("Alpha");
    assertThat(titles(Post.objects.filter(post.title.icontains("LPH")))).containsExactly("Alpha");
    assertThat(titles(Post.objects.filter("title__icontains", "LPH"))).containsExactly("Alpha");
    assertThat(titles(Post.objects.filter(post.title.startswith("Al")))).containsExactly("Alpha");
    assertThat(titles(Post.objects.filter("title__istartswith", "AL"))).containsExactly("Alpha");
    assertThat(titles(Post.objects.filter(post.title.endswith("mma")))).containsExactly("Gamma");
    assertThat(titles(Post.objects.filter("title__iendswith", "MMA"))).containsExactly("Gamma");
    assertThat(titles(Post.objects.filter(post.title.regex("^[AB]")).orderBy("title")))
        .containsExactly("Alpha", "Beta");
    assertThat(titles(Post.objects.filter("title__iregex", "^[ab]").orderBy("title")))
        .containsExactly("Alpha", "Beta");
    assertThat(titles(Post.objects.filter(post.views.between(5, 10)).orderBy("title")))
        .containsExactly("Alpha", "Beta");
    assertThat(titles(Post.objects.filter("views__range", List.of(5, 10)).orderBy("title")))
        .containsExactly("Alpha", "Beta");
    assertThat(titles(Post.objects.filter(post.status.in(Status.DRAFT, Status.IN_REVIEW))))
        .containsExactly("Beta");
    assertThat(titles(Post.objects.filter("status__in", List.of("DRAFT")))).containsExactly("Beta");
    assertThat(titles(Post.objects.filter("status", "pub").orderBy("title")))
        .containsExactly("Alpha", "Gamma");
    assertThat(titles(Post.objects.filter("published__isnull", true))).containsExactly("Beta");
    assertThat(titles(Post.objects.filter("published", null))).containsExactly("Beta");
    assertThat(titles(Post.objects.filter(Map.of("views__gte", 10, "views__lt", 20))))
        .containsExactly("Alpha");
    assertThat(titles(Post.objects.filter("views__gt", "10"))).containsExactly("Gamma");
  }

  /** SQLite has only LIKE, which takes A to Z alike in upper and lower case. */
  @Test
  void caseMattersWhereTheLookUpSaysSoIfTheDatabaseCanTell() {
    boolean folds = backend == Backend.SQLITE;
    assertThat(Post.objects.filter(post.title.contains("ALPHA")).exists()).isEqualTo(folds);
    assertThat(Post.objects.filter(post.title.startswith("alp")).exists()).isEqualTo(folds);
    assertThat(Post.objects.filter(post.title.endswith("HA")).exists()).isEqualTo(folds);
    assertThat(Post.objects.filter(post.title.contains("Alpha")).exists()).isTrue();
  }

  @Test
  void lettersBeyondAsciiFoldIfTheDatabaseCan() {
    Tag.objects.create(new Tag("Ökonomie"));
    assertThat(Tag.objects.filter(tag.name.icontains("öKO")).exists())
        .isEqualTo(backend != Backend.SQLITE);
    assertThat(Tag.objects.filter(tag.name.icontains("ÖKO")).exists()).isTrue();
  }

  @Test
  void signsOfPatternsAreOrdinaryCharacters() {
    Tag.objects.create(new Tag("100% [x]*_?\\"));
    for (String part : List.of("0%", "[x]", "]*", "_?", "\\")) {
      assertThat(Tag.objects.filter(tag.name.contains(part)).count()).as(part).isEqualTo(1);
      assertThat(Tag.objects.filter(tag.name.icontains(part)).count()).as(part).isEqualTo(1);
    }
  }

  @Test
  void datesCanBeTakenApart() {
    assertThat(titles(Post.objects.filter(post.published.year().eq(2025))))
        .containsExactly("Gamma");
    assertThat(titles(Post.objects.filter("published__month", 6))).containsExactly("Gamma");
    assertThat(titles(Post.objects.filter("published__day__gte", 15))).containsExactly("Gamma");
    assertThat(titles(Post.objects.filter("published__hour", 12))).containsExactly("Alpha");
    assertThat(titles(Post.objects.filter("published__minute", 30))).containsExactly("Gamma");
    assertThat(titles(Post.objects.filter("published__quarter", 2))).containsExactly("Gamma");
    assertThat(titles(Post.objects.filter("published__week_day", 1))).containsExactly("Gamma");
    assertThat(titles(Post.objects.filter("published__date", LocalDate.of(2025, 6, 15))))
        .containsExactly("Gamma");
    assertThat(
            titles(Post.objects.filter(post.published.lt(Instant.parse("2026-01-01T00:00:00Z")))))
        .containsExactly("Gamma");
  }

  @Test
  void conditionsCombine() {
    assertThat(
            titles(
                Post.objects.filter(post.title.eq("Alpha").or(post.views.eq(20))).orderBy("title")))
        .containsExactly("Alpha", "Gamma");
    assertThat(titles(Post.objects.filter(post.title.eq("Alpha").not()).orderBy("title")))
        .containsExactly("Beta", "Gamma");
    assertThat(titles(Post.objects.filter(post.views.gt(5).and(post.views.lt(20)))))
        .containsExactly("Alpha");
    assertThat(
            titles(
                Post.objects
                    .filter(Q.<Post>of("views", 5).or(Q.of("author__name", "Bob")))
                    .orderBy("title")))
        .containsExactly("Beta", "Gamma");
    assertThat(Post.objects.filter(post.title.in()).list()).isEmpty();
    assertThat(Post.objects.exclude(post.title.in()).count()).isEqualTo(3);
  }

  @Test
  void relationsAreFollowed() {
    assertThat(titles(Post.objects.filter(post.author().name.eq("Bob")))).containsExactly("Gamma");
    assertThat(titles(Post.objects.filter("author__name__icontains", "BO")))
        .containsExactly("Gamma");
    assertThat(titles(Post.objects.filter(post.author().mentor().name.eq("Ann"))))
        .containsExactly("Gamma");
    assertThat(titles(Post.objects.filter(post.author().eq(bob)))).containsExactly("Gamma");
    assertThat(titles(Post.objects.filter("author", bob))).containsExactly("Gamma");
    assertThat(titles(Post.objects.filter("author_id", bob.id))).containsExactly("Gamma");
    assertThat(Author.objects.filter(author.posts().title.eq("Gamma")).list()).containsExactly(bob);
    assertThat(Author.objects.filter("posts__tags__name", "sql").list()).containsExactly(ann);
    assertThat(titles(Post.objects.filter(post.category().isNull()).orderBy("title")))
        .containsExactly("Beta", "Gamma");
  }

  @Test
  void theKeyOfARelationNeedsNoJoin() {
    assertThat(Post.objects.filter(post.author().id.eq(bob.id)).sql()).doesNotContain("JOIN");
    assertThat(Post.objects.filter("author__in", List.of(ann, bob)).sql()).doesNotContain("JOIN");
    assertThat(Post.objects.filter(post.tags().eq(sql)).sql()).containsOnlyOnce("JOIN");
  }

  @Test
  void oneFilterIsAboutOneRelatedRowAndTwoFiltersMayBeAboutTwo() {
    assertThat(Post.objects.filter(post.tags().name.eq("java"), post.tags().name.eq("sql")).list())
        .isEmpty();
    assertThat(
            Post.objects
                .filter(post.tags().name.eq("java"))
                .filter(post.tags().name.eq("sql"))
                .list())
        .containsExactly(alpha);
  }

  @Test
  void excludingOverManyRowsLeavesOutRowsWithAnySuchRow() {
    assertThat(titles(Post.objects.exclude(post.tags().name.eq("sql")).orderBy("title")))
        .containsExactly("Beta", "Gamma");
    assertThat(titles(Post.objects.exclude("tags__name__in", List.of("java", "sql"))))
        .containsExactly("Gamma");
    assertThat(titles(Post.objects.filter(post.tags().isNull()))).containsExactly("Gamma");
  }

  @Test
  void excludingKeepsRowsWithoutAValue() {
    assertThat(Author.objects.exclude(author.email.eq("bob@example.org")).list())
        .containsExactly(ann);
    assertThat(titles(Post.objects.exclude(post.category().name.eq("Databases")).orderBy("title")))
        .containsExactly("Beta", "Gamma");
    assertThat(
            titles(
                Post.objects
                    .exclude("published__gt", Instant.parse("2025-12-31T00:00:00Z"))
                    .orderBy("title")))
        .containsExactly("Beta", "Gamma");
  }

  @Test
  void columnsAreComparedWithEachOther() {
    beta.created = Instant.parse("2020-01-01T00:00:00Z");
    beta.save();
    assertThat(titles(Post.objects.filter(post.created.lt(post.updated)))).contains("Beta");
    assertThat(titles(Post.objects.filter(post.views.times(2).plus(1).eq(21))))
        .containsExactly("Alpha");
    assertThat(titles(Post.objects.filter(upper(post.title).eq("BETA")))).containsExactly("Beta");
    assertThat(Post.objects.filter("title", post.slug).exists()).isFalse();
  }

  @Test
  void rowsAreSortedSlicedAndMadeDistinct() {
    assertThat(titles(Post.objects.orderBy(post.views.desc())))
        .containsExactly("Gamma", "Alpha", "Beta");
    assertThat(titles(Post.objects.orderBy("-views").limit(1).offset(1))).containsExactly("Alpha");
    assertThat(titles(Post.objects.orderBy("views").all().slice(1, 3)))
        .containsExactly("Alpha", "Gamma");
    assertThat(titles(Post.objects.orderBy(post.published.asc().nullsFirst())))
        .containsExactly("Beta", "Gamma", "Alpha");
    assertThat(titles(Post.objects.orderBy(post.published.desc().nullsLast())))
        .containsExactly("Alpha", "Gamma", "Beta");
    assertThat(titles(Post.objects.orderBy("author__name", "-title")))
        .containsExactly("Beta", "Alpha", "Gamma");
    assertThat(titles(Post.objects.orderBy("title").reverse()))
        .containsExactly("Gamma", "Beta", "Alpha");
    assertThat(Author.objects.filter(author.posts().views.ge(5)).count()).isEqualTo(3);
    assertThat(Author.objects.filter(author.posts().views.ge(5)).distinct().count()).isEqualTo(2);
    assertThat(
            Author.objects
                .filter(author.posts().views.ge(5))
                .distinct()
                .orderBy("posts__views")
                .list())
        .hasSize(3);
  }

  @Test
  void oneRowIsAskedForInSeveralWays() {
    assertThat(Post.objects.get(post.slug.eq("beta"))).isEqualTo(beta);
    assertThat(Post.objects.getById(beta.id)).isEqualTo(beta);
    assertThat(Post.objects.findById(-1)).isEmpty();
    assertThat(Post.objects.first()).isPresent();
    assertThat(Tag.objects.last()).contains(sql);
    assertThat(Post.objects.filter(post.views.gt(100)).first()).isEmpty();
    assertThat(Post.objects.inBulk(List.of(alpha.id, gamma.id, -5L)).values())
        .containsExactlyInAnyOrder(alpha, gamma);
    assertThat(Post.objects.exists()).isTrue();
    assertThat(Post.objects.none().exists()).isFalse();
  }

  @Test
  void subqueriesStandInsideConditions() {
    assertThat(
            Author.objects
                .filter(
                    author.id.in(
                        Post.objects.filter(post.views.gt(15)).valuesFlat(post.author().id)))
                .list())
        .containsExactly(bob);
    assertThat(
            Author.objects
                .filter(
                    exists(
                        Post.objects.filter(
                            post.author().id.eq(outer(author.id)), post.views.lt(6))))
                .list())
        .containsExactly(ann);
    assertThat(titles(Post.objects.filter("author__in", Author.objects.filter("name", "Bob"))))
        .containsExactly("Gamma");
    assertThat(titles(Post.objects.exclude(post.author().in(Author.objects.filter("name", "Ann")))))
        .containsExactly("Gamma");
  }

  @Test
  void querysetsAreCombined() {
    QuerySet<Post> anns = Post.objects.filter("author", ann);
    QuerySet<Post> published = Post.objects.filter("status", Status.PUBLISHED);
    assertThat(titles(anns.union(published).orderBy("title")))
        .containsExactly("Alpha", "Beta", "Gamma");
    assertThat(anns.unionAll(published).count()).isEqualTo(4);
    assertThat(titles(anns.intersection(published))).containsExactly("Alpha");
    assertThat(titles(anns.difference(published))).containsExactly("Beta");
    assertThat(titles(anns.limit(1).union(published.limit(1)).orderBy("-views").limit(1)))
        .containsExactly("Alpha");
  }

  @Test
  void numbersOutsideTheRangeOfTheColumnFindNothing() {
    BigInteger huge = BigInteger.TWO.pow(70);
    assertThat(Post.objects.filter("views", huge).exists()).isFalse();
    assertThat(Post.objects.filter("id", huge).exists()).isFalse();
    assertThat(Post.objects.filter("views__lt", huge).count()).isEqualTo(3);
    assertThat(Post.objects.filter("views__gt", huge).exists()).isFalse();
    assertThat(Post.objects.filter("views__in", List.of(huge, 5)).count()).isEqualTo(1);
  }

  @Test
  void aNulInATextFindsNothing() {
    assertThat(Post.objects.filter("title", "Al\0pha").exists()).isFalse();
    assertThat(Post.objects.filter("title__icontains", "Al\0pha").exists()).isFalse();
    assertThat(Post.objects.filter("title__in", List.of("Al\0pha", "Alpha")).count()).isEqualTo(1);
  }

  @Test
  void anyTextMayBeAKeyOfJson() {
    for (String key :
        List.of(
            "a' OR 1=1 --",
            "\"",
            "{}",
            "$.x",
            "a.b",
            "\u00e9\ud83d\ude00",
            "x' ) --",
            "\\",
            ",",
            "NULL")) {
      Everything.objects.create(Map.of("map", Map.of(key, "found")));
      assertThat(Everything.objects.filter(everything.map.text(key).eq("found")).count())
          .as(key)
          .isEqualTo(1);
      Everything.objects.all().delete();
    }
  }

  @Test
  void rowsAreStreamedInChunksWithPeers() {
    try (var rows = Post.objects.orderBy("title").stream()) {
      expectStatements(
          1,
          () ->
              assertThat(rows.map(p -> p.author.get().name)).containsExactly("Ann", "Ann", "Bob"));
    }
  }

  @Test
  void sqlOfOnesOwnBindsItsValues() {
    assertThat(Post.objects.raw("SELECT * FROM blog_post WHERE views > ? ORDER BY views", 7))
        .containsExactly(alpha, gamma);
    assertThat(Db.query("SELECT name FROM blog_tag WHERE name = ?", "sql"))
        .containsExactly(Map.of("name", "sql"));
    assertThat(Db.execute("UPDATE blog_post SET views = ? WHERE slug = ?", 1, "beta")).isEqualTo(1);
  }

  @Nested
  class Failures {
    @Test
    void whenTheNameIsUnknown() {
      assertThatThrownBy(() -> Post.objects.filter("tittle__icontains", "x").list())
          .isInstanceOf(QueryException.class)
          .hasMessage(
              "blog.Post has no field or relation \"tittle\" (in \"tittle__icontains\" from blog.Post). Did you mean \"title\"?"
                  + " It has: author, body, category, created, id, published, slug, status, tags, title, updated, views.");
    }

    @Test
    void whenTheLookUpIsUnknown() {
      assertThatThrownBy(() -> Post.objects.filter("title__icontain", "x").list())
          .isInstanceOf(QueryException.class)
          .hasMessageStartingWith(
              "\"icontain\" in \"title__icontain\" on blog.Post is neither a field nor a look-up. Did you mean \"icontains\"?");
    }

    @Test
    void whenTheValueIsOfAnotherKindAndIsNotRepeated() {
      assertThatThrownBy(() -> Post.objects.filter("views", "secret").list())
          .isInstanceOf(QueryException.class)
          .hasMessage(
              "blog.Post.views is compared with a whole number, not with a text that is none.");
    }

    @Test
    void whenARowIsMissing() {
      assertThatThrownBy(() -> Post.objects.get(post.slug.eq("nowhere")))
          .isInstanceOf(DoesNotExist.class)
          .hasMessageStartingWith(
              "There is no blog.Post for: SELECT ... FROM \"blog_post\" t0 WHERE t0.\"slug\" = ?");
    }

    @Test
    void whenThereAreSeveralRows() {
      assertThatThrownBy(() -> Post.objects.get("author", ann))
          .isInstanceOf(MultipleObjects.class)
          .hasMessageStartingWith("There is more than one blog.Post for: SELECT ...");
    }

    @Test
    void whenNamesCarrySql() {
      for (String name :
          List.of("id\" FROM x--", "id'", "id; DROP TABLE blog_post", "id)", "a\u0000b", "t0.id")) {
        assertThatThrownBy(() -> Post.objects.filter(name, 1).list())
            .isInstanceOf(QueryException.class);
        assertThatThrownBy(() -> Post.objects.orderBy(name).list())
            .isInstanceOf(QueryException.class);
        assertThatThrownBy(() -> Post.objects.values(name).list())
            .isInstanceOf(QueryException.class);
        assertThatThrownBy(() -> Post.objects.annotate(post.views.as(name)))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }

    @Test
    void whenAListIsTooLongForOneStatement() {
      List<Long> keys = LongStream.range(0, 61_000).boxed().toList();
      assertThatThrownBy(() -> Post.objects.filter("pk__in", keys).count())
          .isInstanceOf(QueryException.class)
          .hasMessageStartingWith("A statement has 61000 values, the database takes at most ");
    }

    @Test
    void whenTheDatabaseRefusesAndMightRepeatAValue() {
      assertThatThrownBy(() -> Db.atomic(() -> Db.query("SELECT 'secret' FROM WHERE ?", 1)))
          .isInstanceOf(DbException.class)
          .hasMessageStartingWith("The database \"default\" refused a statement: SQL state")
          .hasMessageNotContaining("secret");
    }

    @Test
    void whenASliceIsFiltered() {
      assertThatThrownBy(() -> Post.objects.limit(2).filter("views", 1))
          .isInstanceOf(QueryException.class)
          .hasMessage(
              "filter(...) after limit or offset would ask for other rows than it reads. Filter first, then slice.");
    }
  }
}
