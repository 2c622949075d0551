package io.quintet.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What an error page can show of a template that failed. */
class ErrorReportTest {
  private static final Map<String, String> SOURCES =
      Map.of(
          "base.html", "<html>\n{% block body %}{% endblock %}",
          "page.html",
              "{% extends 'base.html' %}\n{% block body %}\n{% for p in posts %}\n  {% include 'card.html' %}\n{% endfor %}{% endblock %}",
          "card.html", "one\n<b>{{ p }}</b> {{ boom }} {{ password }}\nthree",
          "wrong.html", "a\n{% if %}");

  private static TemplateException fail(boolean debug, String name) {
    Engine engine = Engine.builder().loaders(Loaders.memory(SOURCES)).debug(debug).build();
    Supplier<Object> boom =
        () -> {
          throw new IllegalStateException("no fuel");
        };
    return catchThrowableOfType(
        TemplateException.class,
        () ->
            engine
                .template(name)
                .render(Map.of("posts", List.of("first"), "boom", boom, "password", "s3cret")));
  }

  @Test
  void theFailingExpressionIsMarkedInItsSource() {
    Snapshot seen = fail(true, "page.html").snapshot().orElseThrow();
    assertThat(seen.lines())
        .containsExactly(
            new Snapshot.Line(1, "one", "", ""),
            new Snapshot.Line(2, "<b>{{ p }}</b> ", "{{ boom }}", " {{ password }}"),
            new Snapshot.Line(3, "three", "", ""));
  }

  @Test
  void theNamesNearItHaveTheirValues() {
    assertThat(fail(true, "page.html").snapshot().orElseThrow().values())
        .containsEntry("p", "\"first\"")
        .containsKey("boom");
  }

  @Test
  void aNameThatIsNotThereIsSaidToBe() {
    Engine engine =
        Engine.builder()
            .loaders(Loaders.memory(Map.of("a.html", "{% url 'x.y' article.slug p.q %}")))
            .debug(true)
            .build();
    TemplateException error =
        catchThrowableOfType(
            TemplateException.class,
            () -> engine.template("a.html").render(Map.of("p", Map.of("q", 1))));
    assertThat(error.snapshot().orElseThrow().values())
        .containsEntry("article", "not there")
        .containsEntry("p", "map with [q]")
        .doesNotContainKey("x");
  }

  @Test
  void theTrailLeadsFromTheExpressionToTheTemplateThatWasAskedFor() {
    assertThat(fail(true, "page.html").trail())
        .extracting(place -> place + " " + place.text())
        .containsExactly(
            "page.html:4:3 {% include 'card.html' %}",
            "base.html:2:1 {% block body %}", "page.html:1:1 {% extends 'base.html' %}");
  }

  @Test
  void aSyntaxErrorShowsItsSourceToo() {
    assertThat(fail(true, "wrong.html").snapshot().orElseThrow().lines().get(1))
        .isEqualTo(new Snapshot.Line(2, "", "{% if %}", ""));
  }

  @Test
  void inProductionNothingIsKept() {
    assertThat(fail(false, "page.html").snapshot()).isEmpty();
  }

  /** CVE-2022-22818. */
  @Test
  void theTagDebugIsEmptyInProductionAndEscapedInDevelopment() {
    Map<String, Object> values = Map.of("name", "<script>alert(1)</script>");
    String source = "{% debug %}";
    assertThat(Engine.builder().debug(false).build().fromString(source).render(values)).isEmpty();
    assertThat(Engine.builder().debug(true).build().fromString(source).render(values))
        .contains("name: &lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>");
  }
}
