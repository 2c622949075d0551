package io.quintet.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxErrorsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "{{ }}#Empty variable tag on line 1",
        "{% %}#Empty block tag on line 1",
        "{{ a b }}#Could not parse the remainder: ' b' from 'a b'",
        "{{ a|nope }}#Invalid filter: 'nope'",
        "{{ a|cut }}#cut requires 2 arguments, 1 provided",
        "{{ a|upper:1 }}#upper requires 1 arguments, 2 provided",
        "{{ a._b }}#Variables and attributes may not begin with underscores: 'a._b'",
        "{{ |upper }}#Could not find variable at start of |upper.",
        "{% if %}{% endif %}#Unexpected end of expression in if tag.",
        "{% if a == %}{% endif %}#Unexpected end of expression in if tag.",
        "{% if == a %}{% endif %}#Not expecting '==' in this position in if tag.",
        "{% if a not b %}{% endif %}#Not expecting 'not' as infix operator in if tag.",
        "{% if a %}#Unclosed tag on line 1: 'if'. Looking for one of: elif, else, endif.",
        "{% endif %}#Invalid block tag on line 1: 'endif'. Did you forget to register or load this tag?",
        "{% for x %}{% endfor %}#'for' statements should have at least four words: for x",
        "{% for x of y %}{% endfor %}#'for' statements should use the format 'for x in y': for x of y",
        "{% for x,, y in z %}{% endfor %}#'for' tag received an invalid argument: for x,, y in z",
        "{% block a %}{% endblock %}{% block a %}{% endblock %}#'block' tag with name 'a' appears more than once",
        "{{ a }}{% extends 'b' %}#{% extends 'b' %} must be the first tag in 'page'.",
        "{% include %}#'include' tag takes at least one argument: the name of the template to be included.",
        "{% include 'a' with %}#\"with\" in 'include' tag needs at least one keyword argument.",
        "{% include 'a' using b %}#Unknown argument for 'include' tag: 'using'.",
        "{% with %}{% endwith %}#'with' expected at least one variable assignment",
        "{% load nope from i18n %}#'nope' is not a valid tag or filter in tag library 'i18n'",
        "{% cycle x %}#No named cycles in template. 'x' is not defined",
        "{% autoescape maybe %}{% endautoescape %}#'autoescape' argument should be 'on' or 'off'",
        "{% templatetag nope %}#Invalid templatetag argument: 'nope'. Must be one of: ['openblock', 'closeblock', 'openvariable', 'closevariable', 'openbrace', 'closebrace', 'opencomment', 'closecomment']",
        "{% partial %}#'partial' tag requires a single argument: the name of a partial.",
        "{% extends '../a' %}#The relative path ''../a'' points outside the file hierarchy that template 'page' is in."
      })
  void aWrongTemplateIsRefusedWithTheReason(String source, String reason) {
    TemplateSyntaxError error =
        catchThrowableOfType(
            TemplateSyntaxError.class, () -> Engine.builder().build().fromString("page", source));
    assertThat(error.reason()).isEqualTo(reason);
    assertThat(error.position()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "'a\n  {% nope %}', 2, 3",
    "'{{ a }}\n\n{{ b|nope }}', 3, 1",
    "'{% if a %}{% else if b %}{% endif %}', 1, 1"
  })
  void thePlaceIsTheTagThatIsWrong(String source, int line, int column) {
    TemplateSyntaxError error =
        catchThrowableOfType(
            TemplateSyntaxError.class, () -> Engine.builder().build().fromString("page", source));
    assertThat(error.position())
        .extracting(Position::line, Position::column)
        .containsExactly(line, column);
  }
}
