package io.quintet.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TagsTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-15T12:00:00Z"), ZoneOffset.UTC);

  private static EngineBuilder builder() {
    return Engine.builder()
        .clock(() -> NOON)
        .zone(() -> ZoneId.of("Europe/Paris"))
        .defaultZone(() -> ZoneId.of("Europe/Paris"));
  }

  private static String render(String source, Map<String, ?> names) {
    return builder().build().fromString(source).render(names);
  }

  @Test
  void conditionsCompareNumbersTextAndMembership() {
    Map<String, Object> names =
        Map.of("n", 3, "d", 3.0, "s", "abc", "l", List.of(1, 2), "m", Map.of("k", 1));
    assertThat(render("{% if n == d and n >= 3 and not n < 3 %}y{% endif %}", names))
        .isEqualTo("y");
    assertThat(
            render("{% if 'b' in s and 2 in l and 'k' in m and 3 not in l %}y{% endif %}", names))
        .isEqualTo("y");
    assertThat(render("{% if missing > 1 %}a{% elif s < n %}b{% else %}c{% endif %}", names))
        .isEqualTo("c");
    assertThat(render("{% if missing is None or n %}y{% endif %}", names)).isEqualTo("y");
  }

  @Test
  void loopsCycleAndNoticeChanges() {
    Map<String, Object> names = Map.of("l", List.of(1, 1, 2));
    assertThat(
            render(
                "{% for x in l %}{% cycle 'a' 'b' %}{% ifchanged x %}{{ x }}{% else %}-{% endifchanged %}{% endfor %}",
                names))
        .isEqualTo("a1b-a2");
    assertThat(
            render("{% for x in l reversed %}{{ forloop.revcounter0 }}{{ x }}{% endfor %}", names))
        .isEqualTo("221101");
    assertThat(
            render(
                "{% cycle 'x' 'y' as c silent %}{{ c }}{% cycle c %}{{ c }}{% resetcycle c %}{% cycle c %}{{ c }}",
                names))
        .isEqualTo("xyx");
  }

  @Test
  void aLoopOverWhatIsNoListSaysSo() {
    assertThatThrownBy(() -> render("{% for x in n %}{% endfor %}", Map.of("n", 7)))
        .hasMessage(
            "<text>:1:1: 'n' is a Integer, which a for tag cannot go through. It must be a list, set, map, array, text or another Iterable.\n"
                + "    {% for x in n %}");
    assertThatThrownBy(() -> render("{% for a, b in n %}{% endfor %}", Map.of("n", List.of(1))))
        .hasMessageContaining("Need 2 values to unpack in for loop; got 1.");
  }

  @Test
  void valuesAreGroupedAndMeasured() {
    Map<String, Object> names =
        Map.of(
            "people",
            List.of(
                Map.of("n", "Ann", "c", "x"),
                Map.of("n", "Bob", "c", "x"),
                Map.of("n", "Cid", "c", "y")));
    assertThat(
            render(
                "{% regroup people by c as g %}{% for k, l in g %}{{ k }}:{% for p in l %}{{ p.n }}{% endfor %};{% endfor %}",
                names))
        .isEqualTo("x:AnnBob;y:Cid;");
    assertThat(render("{% widthratio 50 200 100 %} {% firstof a '' 'z' %}", Map.of()))
        .isEqualTo("25 z");
  }

  @Test
  void scopesEnd() {
    assertThat(render("{% with a=1 b=2 %}{{ a }}{{ b }}{% endwith %}{{ a }}", Map.of()))
        .isEqualTo("12");
    assertThat(render("{% autoescape off %}{{ h }}{% endautoescape %}{{ h }}", Map.of("h", "<")))
        .isEqualTo("<&lt;");
    assertThat(render("{% filter upper %}a{{ h }}{% endfilter %}", Map.of("h", "<")))
        .isEqualTo("A&LT;");
    assertThat(
            render(
                "{% verbatim %}{{ a }}{% if %}{% endverbatim %}{% comment %}{% nope %}{% endcomment %}{# x #}",
                Map.of()))
        .isEqualTo("{{ a }}{% if %}");
    assertThat(render("{% spaceless %} <p> <b>x </b> </p> {% endspaceless %}", Map.of()))
        .isEqualTo("<p><b>x </b></p>");
  }

  @Test
  void nowIsTheEnginesClockInTheCurrentZone() {
    assertThat(render("{% now 'Y-m-d H:i T' %}", Map.of())).isEqualTo("2026-03-15 13:00 CET");
    assertThat(
            render(
                "{% load tz %}{% timezone 'Asia/Tokyo' %}{{ t|date:'H:i' }}{% endtimezone %}",
                Map.of("t", Instant.parse("2026-03-15T12:00:00Z"))))
        .isEqualTo("13:00");
  }

  @Test
  void urlsComeFromTheResolver() {
    UrlResolver urls =
        new UrlResolver() {
          @Override
          public Result reverse(
              String name,
              List<@Nullable Object> arguments,
              Map<String, @Nullable Object> keywords,
              Context context) {
            return name.equals("post")
                ? new Result.Found("/post/" + arguments + keywords + "?a&b")
                : new Result.NotFound("No route '" + name + "'.");
          }
        };
    Engine engine = builder().urls(urls).build();
    assertThat(engine.fromString("{% url 'post' 1 x=2 %}").render(Map.of()))
        .isEqualTo("/post/[1]{x=2}?a&amp;b");
    assertThat(engine.fromString("{% url 'none' as u %}[{{ u }}]").render(Map.of()))
        .isEqualTo("[]");
    assertThatThrownBy(() -> engine.fromString("{% url 'none' %}").render(Map.of()))
        .hasMessageContaining("No route 'none'.");
    assertThatThrownBy(() -> render("{% url 'x' %}", Map.of()))
        .hasMessageContaining(
            "This engine has no routes for {% url %}: give it a resolver with EngineBuilder.urls.");
  }

  @Test
  void fragmentsAreKeptByNameAndVariables() {
    Map<String, String> kept = new HashMap<>();
    FragmentCache cache =
        new FragmentCache() {
          @Override
          public Optional<String> get(@Nullable String name, String key) {
            return Optional.ofNullable(kept.get(key));
          }

          @Override
          public void put(@Nullable String name, String key, String html, @Nullable Duration age) {
            kept.put(key, html + age);
          }
        };
    Template template =
        builder()
            .fragmentCache(cache)
            .build()
            .fromString("{% load cache %}{% cache 60 side user %}{{ x }}{% endcache %}");
    assertThat(template.render(Map.of("user", 1, "x", "a"))).isEqualTo("a");
    assertThat(template.render(Map.of("user", 1, "x", "b"))).isEqualTo("aPT1M");
    assertThat(template.render(Map.of("user", 2, "x", "b"))).isEqualTo("b");
  }

  @Test
  void staticFilesFormsAndQueriesHaveTheirTags() {
    assertThat(render("{% load static %}{% static 'a b.css' %} {% get_static_prefix %}", Map.of()))
        .isEqualTo("/static/a%20b.css /static/");
    assertThat(render("{% csrf_token %}", Map.of("csrf_token", "t")))
        .isEqualTo("<input type=\"hidden\" name=\"csrfmiddlewaretoken\" value=\"t\">");
    assertThat(render("{% querystring q page=2 %}", Map.of("q", Map.of("a", 1))))
        .isEqualTo("?a=1&amp;page=2");
  }

  @Test
  void textIsShownInTheLanguageItWasWrittenIn() {
    assertThat(
            render(
                "{% load i18n %}{% translate 'Hi' %} {% blocktranslate count n=l|length %}one{% plural %}{{ n }} many{% endblocktranslate %}",
                Map.of("l", List.of(1, 2))))
        .isEqualTo("Hi 2 many");
  }

  @Test
  void humanizedNumbersAndTimes() {
    assertThat(
            render(
                "{% load humanize %}{{ 4500|intcomma }} {{ 1200000|intword }} {{ 3|ordinal }} {{ 5|apnumber }} {{ t|naturaltime }}",
                Map.of("t", Instant.parse("2026-03-15T11:57:00Z"))))
        .isEqualTo("4,500 1.2 million 3rd five 3\u00a0minutes ago");
  }

  @Test
  void endlessIncludesEndWithAnError() {
    Engine engine = builder().loaders(Loaders.memory(Map.of("a", "{% include name %}"))).build();
    assertThatThrownBy(() -> engine.template("a").render(Map.of("name", "a")))
        .hasMessageContaining("Templates include or extend each other more than 250 levels deep");
  }

  @Test
  void anIterableIsTrueIfItHasElementsAndIsIndexed() {
    Iterable<String> some = () -> List.of("a", "b").iterator();
    Iterable<String> none = () -> List.<String>of().iterator();
    String source = "{% if q %}{{ q|length }}{{ q.1 }}{% else %}none{% endif %}";
    assertThat(render(source, Map.of("q", some))).isEqualTo("2b");
    assertThat(render(source, Map.of("q", none))).isEqualTo("none");
  }
}
