package io.quintet.orm;

import static io.quintet.orm.blog.QEverything.everything;
import static io.quintet.orm.blog.QPost.post;
import static io.quintet.orm.expr.Functions.concat;
import static io.quintet.orm.expr.Functions.f;
import static io.quintet.orm.expr.Functions.lower;
import static io.quintet.orm.expr.Functions.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.orm.blog.Author;
import io.quintet.orm.blog.Everything;
import io.quintet.orm.blog.Post;
import io.quintet.orm.expr.Expression;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backend.class)
class LookupTest extends OrmTest {
  LookupTest(Backend backend) {
    super(backend);
  }

  private void numbers() {
    for (Integer n : Arrays.asList(-5, 0, 7, 42, null)) {
      Everything e = new Everything();
      e.whole = n;
      e.save();
    }
  }

  private static List<@Nullable Integer> wholes(String lookup, @Nullable Object value) {
    return Everything.objects
        .filter(lookup, value)
        .orderBy("whole")
        .valuesFlat(everything.whole)
        .list();
  }

  @Test
  void fractionsCompareWithWholeNumbers() {
    numbers();
    assertThat(wholes("whole__gt", 6.5)).containsExactly(7, 42);
    assertThat(wholes("whole__gte", 6.5)).containsExactly(7, 42);
    assertThat(wholes("whole__gte", 7.5)).containsExactly(42);
    assertThat(wholes("whole__lt", new BigDecimal("7.5"))).containsExactly(-5, 0, 7);
    assertThat(wholes("whole__lte", 6.9)).containsExactly(-5, 0);
  }

  @Test
  void numbersBeyondAllColumnsMatchNoneOrAll() {
    numbers();
    BigInteger huge = BigInteger.TWO.pow(70);
    assertThat(wholes("whole", huge)).isEmpty();
    assertThat(wholes("whole__in", List.of(huge, 7))).containsExactly(7);
    assertThat(wholes("whole__gt", huge)).isEmpty();
    assertThat(wholes("whole__lt", huge)).contains(-5, 0, 7, 42);
    assertThat(wholes("whole__gte", huge.negate())).contains(-5, 0, 7, 42);
  }

  @Test
  void nullIsNoValueButWithIsnull() {
    numbers();
    assertThat(wholes("whole", null)).hasSize(1);
    assertThat(wholes("whole__isnull", true)).hasSize(1);
    assertThat(wholes("whole__in", Arrays.asList(null, 7))).containsExactly(7);
    assertThat(wholes("whole__in", List.of())).isEmpty();
    assertThat(wholes("whole__range", Arrays.asList(null, 5))).isEmpty();
    assertThat(Everything.objects.exclude("whole__in", List.of(0, 7)).count()).isEqualTo(3);
    assertThat(Everything.objects.exclude("whole__in", List.of()).count()).isEqualTo(5);
    assertThatThrownBy(() -> wholes("whole__gt", null))
        .isInstanceOf(QueryException.class)
        .hasMessage("blog.Everything.whole is compared with null by gt. Use isNull.");
    assertThatThrownBy(() -> wholes("whole__isnull", 1))
        .isInstanceOf(QueryException.class)
        .hasMessage("\"whole__isnull\" takes true or false.");
  }

  @Test
  void expressionsStandOnTheRight() {
    assertThat(titles(Post.objects.filter("slug", lower(post.title)).orderBy("title")))
        .containsExactly("Alpha", "Beta", "Gamma");
    assertThat(titles(Post.objects.filter("slug__in", List.of(lower(post.title), text("x")))))
        .hasSize(3);
    assertThat(
            titles(Post.objects.filter("views__range", List.of(f("views"), 10)).orderBy("title")))
        .containsExactly("Alpha", "Beta");
    assertThat(titles(Post.objects.filter("title__icontains", f("slug")))).hasSize(3);
    assertThat(titles(Post.objects.filter("title__istartswith", concat(text("al"), text("p")))))
        .containsExactly("Alpha");
    Expression<Post, String> signs = text("100%_\\");
    assertThat(Post.objects.filter("title__contains", signs).exists()).isFalse();
    alpha.title = "a 100%_\\ b";
    alpha.save();
    assertThat(Post.objects.filter("title__contains", signs).exists()).isTrue();
    assertThat(Post.objects.filter("title__contains", concat(signs, text(" b"))).exists()).isTrue();
  }

  @Test
  void textLookUpsWorkOnWhatIsNoText() {
    assertThat(titles(Post.objects.filter("views__contains", 1))).containsExactly("Alpha");
    assertThat(titles(Post.objects.filter("views__regex", "^.$"))).containsExactly("Beta");
    assertThat(titles(Post.objects.filter("published__contains", "2025-06")))
        .containsExactly("Gamma");
  }

  @Test
  void subqueriesStandInIn() {
    QuerySet<Author> anns = Author.objects.filter("name", "Ann");
    assertThat(titles(Post.objects.filter("author__in", anns).orderBy("title")))
        .containsExactly("Alpha", "Beta");
    assertThat(titles(Post.objects.exclude("author__in", anns))).containsExactly("Gamma");
    assertThat(
            titles(Post.objects.filter("author__name__in", anns.values("name")).orderBy("title")))
        .containsExactly("Alpha", "Beta");
  }

  @Test
  void regularExpressionsKnowLettersOfAllLanguages() {
    alpha.title = "Straße";
    alpha.save();
    assertThat(titles(Post.objects.filter("title__regex", "^\\w+$"))).contains("Straße");
    assertThat(titles(Post.objects.filter("title__iregex", "^STRAßE$"))).containsExactly("Straße");
  }

  @Test
  void lookUpsThatATypeDoesNotHaveAreToldWithThoseThatItHas() {
    assertThatThrownBy(() -> Post.objects.filter("title__year", 2020).list())
        .isInstanceOf(QueryException.class)
        .hasMessageStartingWith(
            "\"year\" in \"title__year\" on blog.Post is neither a field nor a look-up.")
        .hasMessageContaining("icontains")
        .hasMessageContaining("lower");
    assertThatThrownBy(() -> Post.objects.filter("views__has_key", "a").list())
        .isInstanceOf(QueryException.class)
        .hasMessage("blog.Post.views is no JSON value: has_key is for columns of JSON.");
  }
}
