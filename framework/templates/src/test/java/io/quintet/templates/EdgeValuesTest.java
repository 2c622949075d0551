package io.quintet.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values and arguments at the edge of what a filter or tag is for, as Django shows them. */
class EdgeValuesTest {
  private static final BigInteger HUGE = BigInteger.TWO.pow(64);
  private static final Map<String, @Nullable Object> NAMES =
      Map.of(
          "least",
          Double.MIN_VALUE,
          "huge",
          HUGE,
          "tiny",
          HUGE.negate(),
          "rows",
          List.of(Map.of("k", 2), Map.of("k", 1)),
          "pairs",
          List.of(List.of("a", 1), List.of("b", 0)),
          "noon",
          LocalTime.NOON,
          "moment",
          LocalDateTime.of(2026, 3, 15, 12, 30),
          "day",
          LocalDate.of(2026, 3, 15),
          "length",
          Duration.ofDays(1),
          "yes",
          true);

  private static String render(String source) {
    return Engine.builder()
        .pythonOutput(true)
        .locale(() -> Locale.ENGLISH)
        .zone(() -> ZoneOffset.UTC)
        .build()
        .fromString(source)
        .render(NAMES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        // A number that no int holds is still large, or small.
        "{{ 'one two'|truncatewords:huge }}~one two",
        "{{ 'one'|truncatechars:huge }}{{ 'one'|truncatechars:tiny }}~one",
        "{{ '<b>one</b>'|truncatechars_html:huge }}~<b>one</b>",
        "{{ 'a b'|wordwrap:huge }}{{ 'abc'|slice:'1:99999999999999999999' }}~a bbc",
        "{{ 12|get_digit:huge }} {{ 12|get_digit:tiny }}~0 12",
        "{{ ''|wordwrap:0 }}|~|",
        // Maps are elements of a list, not lists inside it.
        "{{ rows|unordered_list|wordcount }}~4",
        // The smallest of all doubles has one digit.
        "{{ least }} {{ least|floatformat }}~5e-324 5e-324",
        // What needs no date is shown without one; what needs one is nothing.
        "{{ 'x'|date:'-' }}|{{ 'x'|date:'Y' }}|{{ ''|date:'-' }}|{{ length|time:'\\Y' }}~-|||Y",
        "{{ noon|date:'Hello' }}|{{ day|time:'q' }}|{{ moment|date:0.5 }}~|q|0.5",
        // Places in a list are for numbers, names for maps; names with an underscore are private.
        "{{ pairs|dictsort:1|safe }}{{ pairs|dictsort:'1' }}{{ ''|dictsort:'__class__' }}~[['b', 0], ['a', 1]]",
        "{{ pairs|dictsort:'0.k' }}|{{ 'ba'|dictsort:0|safe }}|{{ 'ba'|dictsort:0.5 }}~|['a', 'b']|",
        "{% widthratio huge|add:missing 5 10 %}|~|",
        "{% load i18n %}{% blocktranslate count n=yes %}one{% plural %}many{% endblocktranslate %}~one",
        "{{ 'ŉ ﬁx ß'|title }}~ʼN Fix Ss",
        "{{ 88817841970012530010487453583933440000000000000000|filesizeformat }}~78886090522101190000000000000000000.0\u00a0PB",
      })
  void areShownAsInDjango(String source, String shown) {
    assertThat(render(source)).isEqualTo(shown);
  }

  @Test
  void aParentThatLacksAnArgumentIsLikeAVariableThatThereIsNot() {
    Engine engine =
        Engine.builder()
            .stringIfInvalid("?")
            .loaders(
                Loaders.memory(
                    Map.of(
                        "base",
                        "{% block a %}{{ 1|add:missing }}{% endblock %}[{% block b %}B{% endblock %}]",
                        "page",
                        "{% extends 'base' %}{% block a %}<{{ block.super }}>{% endblock %}"
                            + "{% block b %}{{ block.super }}{% endblock %}")))
            .build();
    assertThat(engine.template("page").render(Map.of())).isEqualTo("<?>[B]");
  }

  @Nested
  class Failures {
    @ParameterizedTest
    @CsvSource(
        delimiter = '~',
        quoteCharacter = '`',
        value = {
          "{{ 'x'|timesince }}~'timesince' needs a date, not 'x'.",
          "{{ moment|timeuntil:5 }}~'timeuntil' needs a date, not 5.",
          "{{ 'x'|truncatewords:rows }}~'truncatewords' needs a whole number, not '[{k=2}, {k=1}]'.",
          "{% extends 0 %}~Invalid template name in 'extends' tag: 0. Got this from the '0' variable.",
          "{% load i18n %}{% blocktranslate %}{% a'\\ %}{% endblocktranslate %}~'blocktranslate' doesn't allow other block tags (seen \"a'\\\\\") inside it",
        })
    void sayWhatWasFound(String source, String reason) {
      assertThatThrownBy(() -> render(source))
          .isInstanceOfSatisfying(
              TemplateException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
  }
}
