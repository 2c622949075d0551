package io.quintet.orm;

import static io.quintet.orm.blog.QAuthor.author;
import static io.quintet.orm.blog.QEverything.everything;
import static io.quintet.orm.blog.QPost.post;
import static io.quintet.orm.expr.Aggregates.avg;
import static io.quintet.orm.expr.Aggregates.count;
import static io.quintet.orm.expr.Aggregates.orElse;
import static io.quintet.orm.expr.Aggregates.sum;
import static io.quintet.orm.expr.Aggregates.where;
import static io.quintet.orm.expr.Dates.extract;
import static io.quintet.orm.expr.Dates.trunc;
import static io.quintet.orm.expr.Functions.call;
import static io.quintet.orm.expr.Functions.concat;
import static io.quintet.orm.expr.Functions.exists;
import static io.quintet.orm.expr.Functions.f;
import static io.quintet.orm.expr.Functions.length;
import static io.quintet.orm.expr.Functions.lower;
import static io.quintet.orm.expr.Functions.outer;
import static io.quintet.orm.expr.Functions.text;
import static io.quintet.orm.expr.Functions.when;
import static io.quintet.orm.expr.Windows.over;
import static io.quintet.orm.expr.Windows.rowNumber;
import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.orm.blog.Author;
import io.quintet.orm.blog.Everything;
import io.quintet.orm.blog.Post;
import io.quintet.orm.blog.Status;
import io.quintet.orm.expr.Aggregates;
import io.quintet.orm.expr.Dates.Part;
import io.quintet.orm.expr.Frame;
import io.quintet.orm.expr.Functions;
import io.quintet.orm.expr.SqlExtensions;
import io.quintet.orm.expr.SqlFunction;
import io.quintet.orm.expr.SqlLookup;
import io.quintet.orm.expr.SqlPart;
import io.quintet.orm.expr.Window;
import io.quintet.orm.meta.FieldType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The snippets of the guide to expressions: each stands here as it stands there, and runs. */
@ParameterizedClass
@EnumSource(Backend.class)
class ExpressionsGuideTest extends OrmTest {
  private static final Path GUIDE = Path.of("..", "..", "docs", "topics", "expressions.md");
  private static final Path SELF =
      Path.of("src", "test", "java", "io", "quintet", "orm", "ExpressionsGuideTest.java");

  ExpressionsGuideTest(Backend backend) {
    super(backend);
  }

  @Test
  void eachSnippetOfTheGuideStandsHere() throws IOException {
    String self = words(Files.readString(SELF));
    List<String> snippets = new ArrayList<>();
    Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(GUIDE))
        .results()
        .forEach(m -> snippets.add(m.group(1)));
    assertThat(snippets).hasSizeGreaterThan(10);
    assertThat(snippets).allSatisfy(snippet -> assertThat(self).contains(words(snippet)));
  }

  private static String words(String code) {
    return code.replaceAll("//.*", "").replaceAll("\\s+", "");
  }

  @Test
  void typedAndNamed() {
    Post.objects
        .filter(post.author().name.istartswith("ann"), post.published.year().eq(2026))
        .list();
    Post.objects.filter("author__name__istartswith", "ann").filter("published__year", 2026).list();
    assertThat(titles(Post.objects.filter("published__year", 2026))).containsExactly("Alpha");
  }

  @Test
  void arithmetic() {
    Post.objects.filter(post.views.times(2).gt(length(post.title))).list();
    Post.objects.all().update(post.views.set(post.views.plus(1)));
    Post.objects.filter(post.published.plus(Duration.ofDays(30)).gt(Instant.now())).list();
    Everything.objects
        .annotate(everything.price.asDouble().times(everything.real).as("weight"))
        .list();
    assertThat(Post.objects.filter(post.views.eq(11)).count()).isEqualTo(1);
  }

  @Test
  void functions() {
    Post.objects
        .annotate(concat(post.title, text(" by "), post.author().name).as("line"))
        .orderBy(lower(post.title).asc(), post.published.desc().nullsLast())
        .list();
    assertThat(
            Post.objects
                .annotate(concat(post.title, text("!")).as("line"))
                .filter("line", "Beta!")
                .count())
        .isEqualTo(1);
  }

  @Test
  void dates() {
    Post.objects
        .all()
        .values(trunc(Part.MONTH, post.published).as("month"), Aggregates.<Post>count().as("posts"))
        .orderBy("month")
        .list();
    Post.objects.filter(extract(Part.HOUR, post.published, ZoneId.of("Asia/Tokyo")).lt(6)).list();
    assertThat(
            Post.objects
                .filter(extract(Part.HOUR, post.published, ZoneId.of("Asia/Tokyo")).eq(21))
                .count())
        .isEqualTo(1);
  }

  @Test
  void json() {
    Everything.objects.filter(everything.map.at("size", "width").gt(300)).list();
    Everything.objects.filter("map__size__width__gt", 300).list();
    Everything.objects.filter(everything.map.hasKey("any text, even \"quotes\"")).list();
    Everything.objects.valuesFlat(everything.map.text("size", "unit")).list();
    assertThat(Everything.objects.count()).isZero();
  }

  @Test
  void cases() {
    var heat =
        when(post.views.gt(1000), "hot")
            .when(post.views.gt(100).or(post.status.eq(Status.DRAFT)), "warm")
            .otherwise("cold");
    Post.objects.annotate(heat.as("heat")).filter("heat", "warm").list();
    assertThat(titles(Post.objects.filter(heat.eq("warm")))).containsExactly("Beta");
  }

  @Test
  void aggregates() {
    Author.objects
        .annotate(
            count(author.posts()).as("written"),
            where(count(author.posts()), author.posts().status.eq(Status.PUBLISHED))
                .as("published"),
            orElse(sum(author.posts().views), 0).as("views"))
        .filter("written__gt", 1)
        .list();
    Double average = Post.objects.aggregate(avg(post.views));
    assertThat(average).isEqualTo(35.0 / 3);
  }

  @Test
  void subqueries() {
    var newest =
        Post.objects.filter(post.author().id.eq(outer(author.id))).orderBy("-published").limit(1);
    Author.objects
        .annotate(
            Functions.<Author, String>scalar(newest.values("title"), String.class).as("newest"))
        .list();
    Author.objects
        .filter(exists(Post.objects.filter("author", outer("pk")).filter("views__gt", 15)))
        .list();
  }

  @Test
  void windows() {
    Window<Post> ofAuthor = Window.<Post>partitionBy(post.author().id).orderBy(post.views.desc());
    Post.objects
        .annotate(
            rowNumber(ofAuthor).as("place"),
            over(sum(post.views), ofAuthor.frame(Frame.rowsToCurrent())).as("so_far"))
        .filter("place__lte", 3)
        .list();
    assertThat(Post.objects.annotate(rowNumber(ofAuthor).as("place")).filter("place", 1).count())
        .isEqualTo(2);
  }

  @Test
  void namesAtRunTime() {
    String column = "views";
    Post.objects
        .filter(column + "__gt", f("author__id"))
        .orderBy("-" + column)
        .values("title", column)
        .list();
  }

  enum Phonetic implements SqlFunction {
    SOUNDEX;

    @Override
    public FieldType type(List<SqlPart> arguments) {
      return new FieldType.LongText();
    }
  }

  enum Different implements SqlLookup {
    DIFFERENT;

    @Override
    public SqlPart sql(SqlPart left, SqlPart right, String dialect) {
      return SqlPart.template("({} <> {})", left, right);
    }
  }

  static final class ShopApp implements App {
    @Override
    public String label() {
      return "shop";
    }

    @Override
    public void configure(AppConfig config) {
      config.add(SqlExtensions.FUNCTIONS, Phonetic.SOUNDEX);
      config.add(SqlExtensions.LOOKUPS, Different.DIFFERENT);
    }
  }

  @Test
  void yourOwn() {
    QuerySet<Post> alike = Post.objects.filter(call(Phonetic.SOUNDEX, post.title).eq("A410"));
    QuerySet<Post> others = Post.objects.filter(post.title.is(Different.DIFFERENT, "Alpha"));
    assertThat(alike.sql()).contains("SOUNDEX(");
    assertThat(titles(others.orderBy("title"))).containsExactly("Beta", "Gamma");
  }
}
