package io.quintet.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.text.SafeString;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class EngineTest {
  private static String render(String source, Map<String, ?> names) {
    return Engine.builder().build().fromString(source).render(names);
  }

  private static Engine engine(String... namesAndSources) {
    Map<String, String> sources = new LinkedHashMap<>();
    for (int i = 0; i < namesAndSources.length; i += 2) {
      sources.put(namesAndSources[i], namesAndSources[i + 1]);
    }
    return Engine.builder().loaders(Loaders.memory(sources)).build();
  }

  @Test
  void aVariableIsEscapedUnlessItIsSafe() {
    assertThat(render("{{ a }} {{ b }}", Map.of("a", "<b>", "b", SafeString.of("<i>"))))
        .isEqualTo("&lt;b&gt; <i>");
  }

  @Test
  void dotsFollowMapsListsOptionalsAndSuppliers() {
    Map<String, Object> names =
        Map.of(
            "map", Map.of("k", List.of("x", "y")),
            "some", Optional.of(Map.of("a", 1)),
            "none", Optional.empty(),
            "lazy", (Supplier<Object>) () -> Map.of("a", "called"));
    assertThat(
            render(
                "{{ map.k.1 }}|{{ some.a }}|{{ none }}|{{ lazy.a }}|{{ map.missing.deeper }}",
                names))
        .isEqualTo("y|1||called|");
  }

  @Test
  void aChildTemplateFillsTheBlocksOfItsParent() {
    Engine engine =
        engine(
            "base.html", "<{% block a %}base{% endblock %}|{% block b %}b{% endblock %}>",
            "child.html",
                "{% extends 'base.html' %}{% block a %}{{ block.super }}+child{% endblock %}");
    assertThat(engine.template("child.html").render(Map.of())).isEqualTo("<base+child|b>");
  }

  @Test
  void anIncludedTemplateSeesTheNamesUnlessItIsToldOnly() {
    Engine engine =
        engine(
            "card", "[{{ a }}{{ b }}]",
            "page", "{% include 'card' with b=2 %}{% include 'card' with b=3 only %}");
    assertThat(engine.template("page").render(Map.of("a", 1))).isEqualTo("[12][3]");
  }

  @Test
  void aLoopKnowsItsPosition() {
    String source =
        "{% for k, v in pairs.items %}{{ forloop.counter }}{{ k }}{{ v }}{% if not forloop.last %},{% endif %}{% empty %}none{% endfor %}";
    Map<String, Object> pairs = new LinkedHashMap<>();
    pairs.put("a", 1);
    pairs.put("b", 2);
    assertThat(render(source, Map.of("pairs", pairs))).isEqualTo("1a1,2b2");
    assertThat(render(source, Map.of())).isEqualTo("none");
  }

  @Test
  void valuesPrintAsJavaReadersExpectUnlessPythonIsAskedFor() {
    Map<String, Object> names = Map.of("t", true, "l", List.of("a", "b"), "d", 1.5);
    String source = "{{ t }} {{ l }} {{ d }}";
    assertThat(render(source, names)).isEqualTo("true [a, b] 1.5");
    assertThat(Engine.builder().pythonOutput(true).build().fromString(source).render(names))
        .isEqualTo("True [&#x27;a&#x27;, &#x27;b&#x27;] 1.5");
  }

  @Test
  void renderingIntoAStreamWritesUtf8() {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    Engine.builder().build().fromString("é{{ x }}").render(Context.of(Map.of("x", "ü")), stream);
    assertThat(stream.toString(StandardCharsets.UTF_8)).isEqualTo("éü");
  }

  @Test
  void aSyntaxErrorNamesTemplateLineColumnAndTheTag() {
    Engine engine = engine("shop/item.html", "one\ntwo {% if a b %}{% endif %}");
    assertThatThrownBy(() -> engine.template("shop/item.html"))
        .isInstanceOf(TemplateSyntaxError.class)
        .hasMessage("shop/item.html:2:5: Unused 'b' at end of if expression.\n    {% if a b %}");
  }

  @Test
  void anUnknownTagSaysWhatWasExpected() {
    assertThatThrownBy(
            () -> Engine.builder().build().fromString("{% if a %}{% switch %}{% endif %}"))
        .hasMessage(
            "<text>:1:11: Invalid block tag on line 1: 'switch', expected 'elif', 'else' or 'endif'. Did you forget to register or load this tag?\n"
                + "    {% switch %}");
  }

  @Test
  void aFailureWhileRenderingNamesThePlace() {
    Engine engine = engine("p", "line\n  {{ boom }}");
    Supplier<Object> boom =
        () -> {
          throw new IllegalStateException("no fuel");
        };
    assertThatThrownBy(() -> engine.template("p").render(Map.of("boom", boom)))
        .isInstanceOf(TemplateRenderError.class)
        .hasMessage("p:2:3: IllegalStateException: no fuel\n    {{ boom }}")
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void aMissingTemplateSaysWhereItWasLookedFor() {
    assertThatThrownBy(() -> engine("a", "").template("b"))
        .isInstanceOf(TemplateDoesNotExist.class)
        .hasMessage("Template does not exist: b; looked in memory");
  }

  @Test
  void aLibraryAddsFiltersTagsAndBlockTags() {
    Library library =
        Library.builder()
            .filter("shout", value -> value + "!")
            .simpleTag(
                "greet",
                Parameters.of("name").optional("mark", "."),
                (context, arguments) -> "Hi " + arguments.get("name") + arguments.get("mark"))
            .blockTag(
                "box",
                Parameters.of(),
                (context, body, arguments) -> SafeString.of("<div>" + body + "</div>"))
            .inclusionTag(
                "card",
                "card.html",
                Parameters.of("title"),
                (context, arguments) -> Map.of("t", arguments.get("title")))
            .build();
    Engine engine =
        Engine.builder()
            .loaders(Loaders.memory(Map.of("card.html", "[{{ t }}]")))
            .library("mine", library)
            .build();
    assertThat(
            engine
                .fromString(
                    "{% load mine %}{{ a|shout }} {% greet '<Ann>' mark='?' %} {% box %}x{% endbox %} {% card title=a %}")
                .render(Map.of("a", "go")))
        .isEqualTo("go! Hi &lt;Ann&gt;? <div>x</div> [go]");
  }

  @Test
  void aPartialIsRenderedWhereItIsNamedAndOnItsOwn() {
    Engine engine =
        engine(
            "page",
            "{% partialdef row %}<{{ x }}>{% endpartialdef %}{% partial row %}{% partial row %}");
    assertThat(engine.template("page").render(Map.of("x", 1))).isEqualTo("<1><1>");
    assertThat(engine.template("page#row").render(Map.of("x", 2))).isEqualTo("<2>");
  }

  @Test
  void anObjectMayAnswerForItsProperties() {
    TemplateObject object = name -> name.equals("title") ? "T" : TemplateObject.ABSENT;
    assertThat(render("{{ o.title }}{{ o.other }}", Map.of("o", object))).isEqualTo("T");
  }

  @Test
  void blocksOfThreeTemplatesBuildOnEachOther() {
    Engine engine =
        engine(
            "base", "{% block a %}1{% block b %}2{% endblock %}{% endblock %}",
            "mid", "{% extends 'base' %}{% block a %}[{{ block.super }}]{% endblock %}",
            "leaf",
                "{% extends parent %}{% block b %}({{ block.super }}){% endblock %}{% block a %}<{{ block.super }}>{% endblock %}");
    assertThat(engine.template("leaf").render(Map.of("parent", "mid"))).isEqualTo("<[1(2)]>");
    assertThat(engine.template("leaf").render(Map.of("parent", engine.template("base"))))
        .isEqualTo("<1(2)>");
  }

  @Test
  void loopsKnowTheLoopAroundThem() {
    String source =
        "{% for a in l %}{% for b in a %}{{ forloop.parentloop.counter }}{{ forloop.counter }} {% endfor %}{% endfor %}";
    assertThat(render(source, Map.of("l", List.of(List.of(1, 2), List.of(3)))))
        .isEqualTo("11 12 21 ");
  }
}
