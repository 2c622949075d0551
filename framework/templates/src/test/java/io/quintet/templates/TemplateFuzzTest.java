package io.quintet.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a template says, reading and rendering it ends in text or in a {@link
 * TemplateException}, and a value gets into the page unescaped only where the template says so.
 */
class TemplateFuzzTest {
  private static final int ROUNDS = 4_000;
  private static final int LONGEST = 14;
  private static final String VALUE = "<x onload='&'>";
  private static final Engine ENGINE =
      Engine.builder()
          .loaders(
              Loaders.memory(
                  Map.of("card", "[{{ a }}]", "base", "{% block b %}{{ a }}{% endblock %}")))
          .build();

  /** None of these says that a value is HTML. */
  private static final String[] PIECES = {
    "{{ a }}",
    "{{ a|upper }}",
    "{{ a|default:a }}",
    "{{ list|join:a }}",
    "{{ a|truncatechars:5 }}",
    "{{ a|linebreaks }}",
    "{{ a|urlize }}",
    "{{ a|add:a }}",
    "{{ list }}",
    "{{ map.k }}",
    "{{ map }}",
    "{{ a|cut:'x' }}",
    "{{ a|slice:':9' }}",
    "{{ a|make_list }}",
    "{{ a|wordwrap:3 }}",
    "{{ a|ljust:20 }}",
    "{{ list|unordered_list }}",
    "{{ list|first }}",
    "{{ a|linenumbers }}",
    "{{ a|addslashes }}",
    "{{ missing|default:a }}",
    "{{ map|dictsort:'k' }}",
    "{{ a|json_script:'i' }}",
    "{{ a|escapejs }}",
    "{% if a %}",
    "{% elif list %}",
    "{% else %}",
    "{% endif %}",
    "{% for a in list %}",
    "{% empty %}",
    "{% endfor %}",
    "{% with b=a %}",
    "{{ b }}",
    "{% endwith %}",
    "{% firstof b a %}",
    "{% cycle a 'y' %}",
    "{% include 'card' %}",
    "{% include 'card' with a=map.k only %}",
    "{% extends 'base' %}",
    "{% block b %}",
    "{{ block.super }}",
    "{% endblock %}",
    "{% filter upper %}",
    "{% endfilter %}",
    "{% spaceless %}",
    "{% endspaceless %}",
    "{% ifchanged a %}",
    "{% endifchanged %}",
    "{{ forloop }}",
    "{% load i18n %}",
    "{% translate a %}",
    "{% blocktranslate %}",
    "{% endblocktranslate %}",
    "{% regroup list by k as g %}",
    "{{ g }}",
    "{% debug %}",
    "{% now a %}",
    "{% partialdef p %}",
    "{% endpartialdef %}",
    "{% partial p %}",
    "{% verbatim %}",
    "{% endverbatim %}",
    "{# a #}",
    "{% comment %}",
    "{% endcomment %}",
    "{{ _('t') }}",
    "{{",
    "}}",
    "{%",
    "%}",
    "{#",
    "|",
    "'",
    "\n",
    "text",
    "é漢",
    "{% if a|x %}",
  };

  private static final Map<String, Object> NAMES =
      Map.of(
          "a",
          VALUE,
          "list",
          List.of(VALUE, "b"),
          "map",
          Map.of("k", VALUE),
          "date",
          Instant.EPOCH);

  static List<String> corpus() throws IOException {
    try (InputStream stream = TemplateFuzzTest.class.getResourceAsStream("hostile-templates.txt")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void theCorpusEndsInTextOrAnError(String template) {
    render(template);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void randomTemplatesEndInEscapedTextOrAnError(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      StringBuilder template = new StringBuilder();
      for (int i = random.nextInt(LONGEST); i >= 0; i--) {
        template.append(PIECES[random.nextInt(PIECES.length)]);
      }
      assertThat(render(template.toString()).toLowerCase(java.util.Locale.ROOT))
          .as("seed %d, round %d: %s", seed, round, template)
          .doesNotContain("<x onload");
    }
  }

  private static String render(String template) {
    try {
      Template compiled = ENGINE.fromString(template);
      return compiled.render(NAMES);
    } catch (TemplateException expected) {
      assertThat(expected.getMessage()).isNotEmpty();
      return "";
    }
  }
}
