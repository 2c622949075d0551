package io.quintet.orm;

import static io.quintet.orm.blog.QAuthor.author;
import static io.quintet.orm.blog.QEverything.everything;
import static io.quintet.orm.blog.QPost.post;
import static io.quintet.orm.expr.Functions.cast;
import static io.quintet.orm.expr.Functions.coalesce;
import static io.quintet.orm.expr.Functions.collate;
import static io.quintet.orm.expr.Functions.exists;
import static io.quintet.orm.expr.Functions.f;
import static io.quintet.orm.expr.Functions.greatest;
import static io.quintet.orm.expr.Functions.jsonObject;
import static io.quintet.orm.expr.Functions.least;
import static io.quintet.orm.expr.Functions.nullIf;
import static io.quintet.orm.expr.Functions.nullOf;
import static io.quintet.orm.expr.Functions.outer;
import static io.quintet.orm.expr.Functions.scalar;
import static io.quintet.orm.expr.Functions.text;
import static io.quintet.orm.expr.Functions.value;
import static io.quintet.orm.expr.Functions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quintet.orm.blog.Author;
import io.quintet.orm.blog.Everything;
import io.quintet.orm.blog.Post;
import io.quintet.orm.expr.Expression;
import io.quintet.orm.expr.Maths;
import io.quintet.orm.expr.Texts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backend.class)
class ExpressionTest extends OrmTest {
  ExpressionTest(Backend backend) {
    super(backend);
  }

  /** What an expression yields for the one row of {@link Everything}. */
  private <T> @Nullable T of(Expression<Everything, T> expression) {
    if (Everything.objects.count() == 0) {
      Everything e = new Everything();
      e.small = 5;
      e.whole = 12;
      e.big = 7_000_000_000L;
      e.real = 2.5;
      e.price = new BigDecimal("9.99");
      e.date = LocalDate.of(2024, 2, 29);
      e.local = LocalDateTime.of(2024, 2, 29, 22, 30);
      e.moment = Instant.parse("2024-02-29T22:30:00.25Z");
      e.span = Duration.ofMinutes(90);
      e.url = "https://example.org/ä";
      e.save();
    }
    return Everything.objects.all().valuesFlat(expression).list().getFirst();
  }

  @Test
  void arithmeticYieldsTheTypeOfItsParts() {
    assertThat(of(everything.whole.plus(5))).isEqualTo(17);
    assertThat(of(everything.whole.times(2).minus(everything.small))).isEqualTo(19);
    assertThat(of(everything.whole.dividedBy(5))).isEqualTo(2);
    assertThat(of(everything.whole.modulo(5))).isEqualTo(2);
    assertThat(of(everything.whole.power(2))).isEqualTo(144);
    assertThat(of(everything.whole.negated())).isEqualTo(-12);
    assertThat(of(everything.big.plus(everything.whole))).isEqualTo(7_000_000_012L);
    assertThat(of(everything.real.times(everything.whole))).isEqualTo(30.0);
    assertThat(of(everything.price.times(everything.whole))).isEqualByComparingTo("119.88");
    assertThat(of(everything.price.times(new BigDecimal("0.125")))).isEqualByComparingTo("1.24875");
    assertThat(of(everything.price.dividedBy(3))).isEqualByComparingTo("3.33");
  }

  @Test
  void bitsCombine() {
    assertThat(of(everything.whole.bitAnd(6))).isEqualTo(4);
    assertThat(of(everything.whole.bitOr(3))).isEqualTo(15);
    assertThat(of(everything.whole.bitXor(5))).isEqualTo(9);
    assertThat(of(everything.whole.shiftLeft(2))).isEqualTo(48);
    assertThat(of(everything.whole.shiftRight(2))).isEqualTo(3);
  }

  @Test
  void mixedTypesAreRefusedUntilOneSaysWhatTheyYield() {
    assertThatThrownBy(() -> of(everything.price.times(everything.real)))
        .isInstanceOf(QueryException.class)
        .hasMessage(
            "Arithmetic (times) of Decimal and Float64 has no type of its own. Say what it yields:"
                + " expression.output(...).");
    assertThat(of(everything.price.asDouble().times(everything.real)))
        .isCloseTo(24.975, within(1e-9));
    Expression<Everything, Object> mixed = greatest(f("whole"), f("big"));
    assertThatThrownBy(() -> of(mixed))
        .isInstanceOf(QueryException.class)
        .hasMessage(
            "An expression mixes Int32 and Int64. Say what it yields: expression.output(...).");
    assertThat(of(mixed.output(Long.class))).isEqualTo(7_000_000_000L);
  }

  @Test
  void timesAndDurationsAddUp() {
    assertThat(of(everything.moment.plus(Duration.ofHours(2))))
        .isEqualTo(Instant.parse("2024-03-01T00:30:00.25Z"));
    assertThat(of(everything.moment.plus(everything.span)))
        .isEqualTo(Instant.parse("2024-03-01T00:00:00.25Z"));
    assertThat(of(everything.moment.minus(Duration.ofMillis(250))))
        .isEqualTo(Instant.parse("2024-02-29T22:30:00Z"));
    assertThat(of(everything.moment.since(Instant.parse("2024-02-29T22:00:00Z"))))
        .isEqualTo(Duration.ofMinutes(30).plusMillis(250));
    assertThat(of(everything.date.since(LocalDate.of(2024, 1, 1)))).isEqualTo(Duration.ofDays(59));
    assertThat(of(everything.date.plus(Duration.ofHours(25)).output(LocalDateTime.class)))
        .isEqualTo(LocalDateTime.of(2024, 3, 1, 1, 0));
    assertThat(of(everything.span.plus(Duration.ofMinutes(1)))).isEqualTo(Duration.ofMinutes(91));
  }

  @Test
  void functionsOfText() {
    assertThat(textOf(Texts.reverse(text("añb")))).isEqualTo("bña");
    assertThat(textOf(Texts.substring(text("quintet"), 3, 2))).isEqualTo("in");
    assertThat(textOf(Texts.substring(text("quintet"), 5))).isEqualTo("tet");
    assertThat(textOf(Texts.left(text("quintet"), 2))).isEqualTo("qu");
    assertThat(textOf(Texts.right(text("quintet"), 3))).isEqualTo("tet");
    assertThat(textOf(Texts.right(text("qu"), 3))).isEqualTo("qu");
    assertThat(textOf(Texts.replace(text("banana"), "an", "_"))).isEqualTo("b__a");
    assertThat(textOf(Texts.leftPad(text("7"), 3, "0"))).isEqualTo("007");
    assertThat(textOf(Texts.rightPad(text("ä"), 4, "xy"))).isEqualTo("äxyx");
    assertThat(textOf(Texts.leftPad(text("abcdef"), 3, "0"))).isEqualTo("abc");
    assertThat(textOf(Texts.repeat(text("ab"), 3))).isEqualTo("ababab");
    assertThat(textOf(Texts.ltrim(text("  a ")))).isEqualTo("a ");
    assertThat(textOf(Texts.rtrim(text("  a ")))).isEqualTo("  a");
    assertThat(textOf(Texts.character(value(228)))).isEqualTo("ä");
    assertThat(of(Texts.codePoint(text("ä")))).isEqualTo(228);
    assertThat(of(Texts.indexOf(text("banana"), "nan"))).isEqualTo(3);
    assertThat(of(Texts.indexOf(text("banana"), "x"))).isZero();
    assertThat(textOf(Texts.md5(text("a")))).isEqualTo("0cc175b9c0f1b6a831c399e269772661");
    assertThat(textOf(Texts.sha256(text("a")))).startsWith("ca978112ca1bbdca").hasSize(64);
    assertThat(textOf(Texts.sha512(text("a")))).startsWith("1f40fc92da241694").hasSize(128);
    assertThat(textOf(collate(text("a"), backend == Backend.SQLITE ? "nocase" : "C")))
        .isEqualTo("a");
  }

  private @Nullable String textOf(Expression<Everything, String> expression) {
    return of(expression);
  }

  @Test
  void functionsOfNumbers() {
    assertThat(of(Maths.ceil(everything.real))).isEqualTo(3.0);
    assertThat(of(Maths.floor(everything.real))).isEqualTo(2.0);
    assertThat(of(Maths.round(everything.real))).isEqualTo(3.0);
    assertThat(of(Maths.round(everything.price, 1))).isEqualByComparingTo("10.0");
    assertThat(of(Maths.sign(everything.whole.negated()))).isEqualTo(-1);
    assertThat(of(Maths.mod(everything.whole, value(5)))).isEqualTo(2.0);
    assertThat(of(Maths.power(everything.whole, value(2)))).isEqualTo(144.0);
    assertThat(of(Maths.sqrt(value(2.25)))).isEqualTo(1.5);
    assertThat(of(Maths.log(value(2), value(8)))).isCloseTo(3, within(1e-9));
    Map<Expression<Everything, Double>, Double> reals = new LinkedHashMap<>();
    Expression<Everything, Double> half = value(0.5);
    reals.put(Maths.exp(half), Math.exp(0.5));
    reals.put(Maths.ln(half), Math.log(0.5));
    reals.put(Maths.sin(half), Math.sin(0.5));
    reals.put(Maths.cos(half), Math.cos(0.5));
    reals.put(Maths.tan(half), Math.tan(0.5));
    reals.put(Maths.cot(half), 1 / Math.tan(0.5));
    reals.put(Maths.asin(half), Math.asin(0.5));
    reals.put(Maths.acos(half), Math.acos(0.5));
    reals.put(Maths.atan(half), Math.atan(0.5));
    reals.put(Maths.atan2(half, value(2)), Math.atan2(0.5, 2));
    reals.put(Maths.degrees(half), Math.toDegrees(0.5));
    reals.put(Maths.radians(half), Math.toRadians(0.5));
    reals.put(Maths.pi(), Math.PI);
    reals.forEach((expression, expected) ->
        assertThat(of(expression)).as("%s", expression).isCloseTo(expected, within(1e-9)));
    assertThat(of(Maths.<Everything>random())).isBetween(0.0, 1.0);
  }

  @Test
  void nullsGiveWay() {
    assertThat(of(coalesce(nullOf(String.class), everything.url, text("none"))))
        .isEqualTo("https://example.org/ä");
    assertThat(of(nullIf(everything.whole, value(12)))).isNull();
    assertThat(of(nullIf(everything.whole, value(13)))).isEqualTo(12);
    assertThat(of(greatest(everything.whole, value(300)))).isEqualTo(300);
    assertThat(of(least(everything.whole, value(300)))).isEqualTo(12);
  }

  @Test
  void castsChangeTheType() {
    assertThat(of(cast(everything.whole, String.class))).isEqualTo("12");
    assertThat(of(cast(text("42"), Integer.class))).isEqualTo(42);
    assertThat(of(cast(everything.whole, Double.class))).isEqualTo(12.0);
    assertThat(of(cast(everything.moment, LocalDate.class))).isEqualTo("2024-02-29");
    assertThat(of(cast(everything.date, Instant.class))).isEqualTo("2024-02-29T00:00:00Z");
    assertThat(of(everything.whole.asDouble().dividedBy(5))).isEqualTo(2.4);
  }

  @Test
  void aJsonObjectIsBuiltOfExpressions() {
    Map<String, Expression<Everything, ?>> members = new LinkedHashMap<>();
    members.put("w\"'ö", everything.whole);
    members.put("u", everything.url);
    members.put("flag", everything.flag);
    members.put("t", text("x"));
    assertThat(of(jsonObject(members)))
        .isEqualTo(Map.of("w\"'ö", 12L, "u", "https://example.org/ä", "flag", false, "t", "x"));
  }

  @Test
  void theFirstCaseThatHoldsCounts() {
    var heat =
        when(post.views.ge(20), "hot").when(post.views.ge(10), "warm").otherwise("cold").as("heat");
    assertThat(Post.objects.annotate(heat).orderBy("title").valuesFlat("heat").list())
        .isEqualTo(List.of("warm", "cold", "hot"));
    var views = when(post.title.eq("Alpha"), post.views.plus(1)).otherwiseNull();
    assertThat(Post.objects.orderBy(post.title.asc()).valuesFlat(views).list())
        .isEqualTo(Arrays.asList(11, null, null));
  }

  @Test
  void aConditionIsAValueAndAValueACondition() {
    var popular = post.views.gt(5).asExpression().as("popular");
    assertThat(Post.objects.annotate(popular).orderBy("title").valuesFlat("popular").list())
        .isEqualTo(List.of(true, false, true));
    assertThat(titles(Post.objects.annotate(popular).filter("popular", true).orderBy("title")))
        .containsExactly("Alpha", "Gamma");
  }

  @Test
  void rowsAreSortedByExpressionsWithNullsWhereOneWants() {
    assertThat(titles(Post.objects.orderBy(post.views.negated().asc())))
        .containsExactly("Gamma", "Alpha", "Beta");
    assertThat(titles(Post.objects.orderBy(post.published.asc().nullsFirst())))
        .containsExactly("Beta", "Gamma", "Alpha");
    assertThat(titles(Post.objects.orderBy(post.published.desc().nullsLast())))
        .containsExactly("Alpha", "Gamma", "Beta");
    assertThat(titles(Post.objects.orderBy(post.published.asc().nullsFirst()).reverse()))
        .containsExactly("Alpha", "Gamma", "Beta");
  }

  @Test
  void anUpdateComputes() {
    Post.objects.all().update(post.views.set(post.views.times(2).plus(1)));
    assertThat(Post.objects.orderBy("title").valuesFlat(post.views).list())
        .containsExactly(21, 11, 41);
    Post.objects.all().update(Map.of("title", Texts.repeat(post.title, 2)));
    assertThat(Post.objects.orderBy("title").valuesFlat(post.title).list())
        .containsExactly("AlphaAlpha", "BetaBeta", "GammaGamma");
  }

  @Test
  void aSubqueryReachesOutAsFarAsItNeeds() {
    Expression<Author, String> best =
        scalar(
            Post.objects
                .filter(post.author().id.eq(outer(author.id)))
                .orderBy(post.views.desc())
                .limit(1)
                .values("title"),
            String.class);
    assertThat(Author.objects.orderBy("name").valuesFlat(best).list())
        .containsExactly("Alpha", "Gamma");
    Expression<Author, String> named =
        scalar(
            Post.objects.filter("author", outer("pk")).orderBy("-views").limit(1).values("title"),
            String.class);
    assertThat(Author.objects.orderBy("name").valuesFlat(named).list())
        .containsExactly("Alpha", "Gamma");
    QuerySet<Post> sameTitleElsewhere =
        Post.objects.filter("author__name", outer(outer("name"))).filter("pk", outer("pk"));
    QuerySet<Post> between =
        Post.objects.filter("author", outer("pk")).filter(exists(sameTitleElsewhere));
    assertThat(Author.objects.filter(exists(between)).orderBy("name").list())
        .containsExactly(ann, bob);
  }

  @Test
  void expressionsThatMeanTheSameAreEqual() {
    assertThat(post.views.plus(1))
        .isEqualTo(post.views.plus(1))
        .hasSameHashCodeAs(post.views.plus(1));
    assertThat(post.views.plus(1)).isNotEqualTo(post.views.plus(2));
    assertThat(post.title.eq("a")).isEqualTo(post.title.eq("a"));
    assertThat(post.title.asc()).isEqualTo(post.title.asc());
  }

  @Test
  void anOuterColumnOutsideOfASubquery() {
    assertThatThrownBy(() -> Post.objects.filter("views", outer("x")).list())
        .isInstanceOf(QueryException.class)
        .hasMessage(
            "outer(...) stands for the query around a subquery, but there is none around this one.");
  }

  @Test
  void aTypeThatNobodyKnows() {
    assertThatThrownBy(() -> of(coalesce(value(List.class), value(Map.class))))
        .isInstanceOf(QueryException.class)
        .hasMessage(
            "The type of an expression cannot be told. Say what it yields: expression.output(...).");
    assertThatThrownBy(() -> everything.whole.output(Thread.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "No expression yields a java.lang.Thread. Known: BigDecimal, Boolean,");
  }

  @Test
  void aCollationWithCharactersThatNoneHas() {
    assertThatThrownBy(() -> collate(everything.url, "x\"; --"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "This cannot be the name of a collation: \"x\"; --\". Allowed are up to 63 letters, digits"
                + " and _ - . @.");
  }
}
