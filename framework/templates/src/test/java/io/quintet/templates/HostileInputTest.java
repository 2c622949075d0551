package io.quintet.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.quintet.fuzzing.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates and values of 1 MB take their share of what 10 kB take, and no more. */
class HostileInputTest {
  private static final int LARGE = 1_000_000;
  private static final Engine ENGINE = Engine.builder().build();

  /** Shapes from advisories: many of one thing, and things that are never closed. */
  private static final List<String> SHAPES =
      List.of(
          "<",
          "<a ",
          "<!--",
          "</",
          "<a href='",
          "&",
          "&#",
          "&amp",
          ";",
          "(",
          ")",
          "[x](",
          ".",
          "www.x.",
          "a@b.",
          "http://",
          "x;",
          "&lt;",
          "</p>",
          "<p>",
          "<p",
          "\n",
          " ",
          "a ",
          "\u0301",
          "1",
          "9,",
          "%",
          "%41",
          "\\u",
          "'",
          "{{",
          "{%",
          "e1",
          "<![",
          "<script",
          "\u00a0");

  static Stream<Arguments> uses() {
    List<Arguments> uses = new ArrayList<>();
    for (String filter :
        List.of(
            "urlize",
            "urlizetrunc:15",
            "striptags",
            "truncatechars_html:20",
            "truncatewords_html:20",
            "truncatechars:20",
            "truncatewords:30",
            "wordwrap:60",
            "linebreaks",
            "linebreaksbr",
            "linenumbers",
            "slugify",
            "title",
            "escape",
            "escapejs",
            "floatformat:2",
            "urlencode",
            "iriencode",
            "wordcount",
            "addslashes",
            "cut:\"a\"",
            "phone2numeric",
            "make_list|length",
            "safe|striptags",
            "json_script:\"x\"",
            "capfirst",
            "filesizeformat",
            "date:\"Y\"",
            "intcomma",
            "get_digit:2",
            "pluralize",
            "stringformat:\"s\"",
            "force_escape")) {
      uses.add(Arguments.of(filter));
    }
    return uses.stream();
  }

  @ParameterizedTest
  @MethodSource("uses")
  void aFilterIsLinearInItsText(String filter) {
    Template template = ENGINE.fromString("{% load humanize %}{{ x|" + filter + " }}");
    for (String shape : SHAPES) {
      Proportion.holds(
          filter + " of '" + shape + "'", shape, text -> renderOrRefuse(template, text));
    }
  }

  /** Tags nested beyond reason are refused, which is quick as well. */
  private static void renderOrRefuse(Template template, String text) {
    try {
      template.render(Map.of("x", text));
    } catch (TemplateRenderError refused) {
      assertThat(refused).hasMessageContaining("more than 50 tags inside each other");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{",
        "{%",
        "{#",
        "{{ a",
        "{% if a",
        "{{ a }}",
        "{# c #}",
        "{% comment %}",
        "{% verbatim %}",
        "}}",
        "%}",
        "{{ a|",
        "{{ 'x",
        "\n",
        "{ {",
        "{{ a.b.c|upper }}",
        "{% now 'Y' %}"
      })
  void aTemplateIsReadInLinearTime(String shape) {
    Proportion.holds(
        "template of '" + shape + "'",
        shape,
        text -> {
          try {
            ENGINE.fromString(text);
          } catch (TemplateSyntaxError expected) {
            assertThat(expected.reason()).isNotEmpty();
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"a|", "a.", "'", "\"a", "a:", "_(", "-1", "a|b:'", "\\", " ", "a|upper|"})
  void anExpressionIsReadInLinearTime(String shape) {
    Proportion.holds(
        "expression of '" + shape + "'",
        shape,
        text -> {
          try {
            ENGINE.fromString("{{ " + text + " }}{% if " + text + " %}{% endif %}");
          } catch (TemplateSyntaxError expected) {
            assertThat(expected.reason()).isNotEmpty();
          }
        });
  }

  @Test
  void manyWordsAreNotSplitForAFew() {
    Template template = ENGINE.fromString("{{ x|truncatewords:3 }}");
    assertThat(template.render(Map.of("x", "one two three " + "more ".repeat(200_000))))
        .isEqualTo("one two three …");
  }

  @Test
  void anErrorInAHugeTemplateIsShort() {
    assertThatCode(() -> ENGINE.fromString("{{ a|nope" + "x".repeat(LARGE) + " }}"))
        .isInstanceOf(TemplateSyntaxError.class);
  }

  @Test
  void templatesThatIncludeEachOtherWithoutEndAreStopped() {
    Engine engine =
        Engine.builder()
            .loaders(Loaders.memory(Map.of("a", "{% include 'b' %}", "b", "{% include 'a' %}")))
            .build();
    assertThatCode(() -> engine.template("a").render(Map.of()))
        .isInstanceOf(TemplateRenderError.class)
        .hasMessageContaining("more than 250 levels deep");
  }
}
