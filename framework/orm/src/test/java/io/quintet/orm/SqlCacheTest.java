package io.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.orm.blog.Author;
import io.quintet.orm.blog.Post;
import io.quintet.orm.blog.Status;
import io.quintet.orm.internal.db.Database;
import io.quintet.orm.internal.sql.Compiler;
import io.quintet.orm.internal.sql.SqlCache;
import io.quintet.orm.internal.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** SQL is made once for each shape of query; what is asked is the same as without that. */
@ParameterizedClass
@EnumSource(Backend.class)
class SqlCacheTest extends OrmTest {
  private static final int QUERIES = 4_000;

  private final Random random = new Random(7);

  SqlCacheTest(Backend backend) {
    super(backend);
  }

  private static Database database() {
    return Db.database(Databases.DEFAULT);
  }

  @Test
  void aKeptStatementIsTheOneThatTheCompilerWouldMake() {
    Compiler keeping = compiler();
    for (int i = 0; i < QUERIES; i++) {
      QuerySet<Post> query = anyQuery();
      assertThat(answer(query, keeping)).as("query " + i).isEqualTo(answer(query, compiler()));
    }
  }

  @Test
  void aStatementIsMadeOnceForAShape() {
    Compiler keeping = compiler();
    String first = keeping.entities(Post.objects.filter("pk", 1L).query()).statement().sql();
    Statement second = keeping.entities(Post.objects.filter("pk", 2L).query()).statement();
    assertThat(second.sql()).isSameAs(first);
    assertThat(second.params().getFirst().value()).isEqualTo(2L);
  }

  @Test
  void allPagesHaveOneText() {
    QuerySet<Post> posts = Post.objects.orderBy("title").limit(1);
    assertThat(posts.offset(1).sql()).isEqualTo(posts.offset(2).sql());
    assertThat(titles(posts.offset(1))).containsExactly("Beta");
    assertThat(titles(posts.offset(2))).containsExactly("Gamma");
  }

  @Test
  void aRowIsFoundByItsKeyWhateverTheKeyIs() {
    for (Object key : List.of(alpha.id, Math.toIntExact(alpha.id), String.valueOf(alpha.id))) {
      assertThat(Post.objects.getById(key)).isEqualTo(alpha);
    }
    assertThat(Post.objects.findById(alpha)).contains(alpha);
    assertThat(Post.objects.findById(-1L)).isEmpty();
    assertThat(Post.objects.filter("title", "Beta").findById(alpha.id)).isEmpty();
    expectStatements(1, () -> Post.objects.getById(beta.id));
    assertThatThrownBy(() -> Post.objects.getById(-1L))
        .isInstanceOf(DoesNotExist.class)
        .hasMessageStartingWith("There is no blog.Post for: SELECT ... FROM ");
  }

  @Test
  void valuesThatCannotBeToldApartAreNotTakenForOneAnother() {
    Compiler keeping = compiler();
    keeping.entities(Post.objects.filter("views", 5).filter("id__gt", 5).query());
    Statement other =
        keeping.entities(Post.objects.filter("views", 6).filter("id__gt", 7).query()).statement();
    assertThat(other.params().stream().map(p -> String.valueOf(p.value())).toList())
        .containsExactly("6", "7");
  }

  /** A compiler that has not kept anything yet. */
  private static Compiler compiler() {
    Database database = database();
    return new Compiler(database.dialect(), QuerySet::queryOf, new SqlCache(database.dialect()));
  }

  /** The statements of a query, or what is wrong with it. */
  private static String answer(QuerySet<Post> query, Compiler compiler) {
    List<String> found = new ArrayList<>();
    try {
      Compiler.Entities entities = compiler.entities(query.query());
      found.add(entities.statement() + " " + entities.related() + entities.extras());
      found.add(compiler.count(query.query()).toString());
      found.add(compiler.exists(query.query()).toString());
    } catch (QueryException e) {
      found.add(e.getMessage());
    }
    return String.join("\n", found);
  }

  private QuerySet<Post> anyQuery() {
    QuerySet<Post> query = Post.objects.all();
    for (int i = random.nextInt(4); i >= 0; i--) {
      query = random.nextInt(4) == 0 ? excluded(query) : filtered(query);
    }
    if (random.nextInt(3) == 0) {
      query = query.selectRelated(random.nextBoolean() ? "author" : "author__mentor");
    }
    if (random.nextInt(3) == 0) {
      query = query.orderBy(pick("title", "-views", "author__name", "-published", "category"));
    }
    return random.nextInt(3) == 0
        ? query.limit(random.nextInt(3)).offset(random.nextInt(3))
        : query;
  }

  private QuerySet<Post> filtered(QuerySet<Post> query) {
    String name = lookup();
    return query.filter(name, value(name));
  }

  private QuerySet<Post> excluded(QuerySet<Post> query) {
    String name = lookup();
    return query.exclude(name, value(name));
  }

  private String lookup() {
    return pick(
        "pk",
        "id__gt",
        "id__in",
        "title",
        "title__iexact",
        "title__icontains",
        "views",
        "views__lte",
        "views__range",
        "author",
        "author__name",
        "author__name__in",
        "author__mentor__email",
        "tags__name",
        "tags__in",
        "status",
        "published__gte",
        "published__isnull",
        "published__year",
        "category__slug",
        "category");
  }

  private Object value(String lookup) {
    if (lookup.endsWith("__in")) {
      int size = random.nextInt(30);
      return IntStream.range(0, size).mapToObj(i -> plain(lookup)).toList();
    }
    return switch (lookup) {
      case "views__range" -> List.of(number(), number());
      case "published__isnull" -> random.nextBoolean();
      default -> plain(lookup);
    };
  }

  private Object plain(String lookup) {
    if (lookup.equals("author") && random.nextBoolean()) {
      Author either = random.nextBoolean() ? ann : bob;
      return either;
    }
    if (lookup.equals("status")) {
      return random.nextBoolean() ? Status.DRAFT : "draft";
    }
    if (lookup.equals("published__gte")) {
      return Instant.ofEpochSecond(random.nextInt(5));
    }
    boolean text = lookup.contains("name") || lookup.contains("title") || lookup.contains("slug");
    return text || lookup.contains("email") ? text() : number();
  }

  private Object text() {
    return pick("Ann", "ann", "50%", "a_b", "é", "", "a\0b", "*", "'", "java");
  }

  private Object number() {
    return switch (random.nextInt(6)) {
      case 0 -> random.nextInt(4);
      case 1 -> (short) random.nextInt(4);
      case 2 -> random.nextInt(4) + 0.5;
      case 3 -> Long.MAX_VALUE - random.nextInt(2);
      case 4 -> String.valueOf(random.nextInt(4));
      default -> (long) random.nextInt(4);
    };
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
