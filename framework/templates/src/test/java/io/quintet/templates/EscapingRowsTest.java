package io.quintet.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.core.text.SafeString;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of docs/security.md about escaping, as templates. */
class EscapingRowsTest {
  private static final String BAD = "<i>'\"&";
  private static final Map<String, @Nullable Object> NAMES =
      Map.of(
          "bad",
          BAD,
          "safe",
          SafeString.of("<b>x</b>"),
          "list",
          List.of(BAD, SafeString.of("<b>")),
          "map",
          Map.of("k", BAD, BAD, 1),
          "rows",
          List.of(Map.of("k", 1, "_p", 2)));

  private static String render(String source) {
    return Engine.builder().build().fromString("{% load i18n %}" + source).render(NAMES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ safe|upper }}",
        "{{ safe|add:bad }}",
        "{{ safe|make_list }}",
        "{{ safe|slice:'1:'|upper }}",
        "{{ safe|cut:';' }}",
        "{{ safe|default:bad|add:'' }}{{ bad|default:safe }}",
        "{{ safe|stringformat:'s'|title|upper }}",
        "{{ bad|truncatechars:3 }}",
        "{{ safe|add:'<i>'|upper }}",
        "{% filter upper %}{{ bad }}{% endfilter %}"
      })
  void row15_whatIsMadeOfASafeTextIsNotSafe(String source) {
    assertThat(render(source)).doesNotContain("<i>").doesNotContain("<B>").doesNotContain("<I>");
  }

  @Test
  void row15_twoSafeTextsTogetherAreSafe() {
    assertThat(render("{{ safe|add:safe }}")).isEqualTo("<b>x</b><b>x</b>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ bad }}",
        "{{ map.k }}",
        "{{ list.0 }}",
        "{{ missing|default:bad }}",
        "{{ missing|default_if_none:bad }}{{ bad }}",
        "{% firstof missing bad %}",
        "{% cycle bad bad %}",
        "{% with x=bad %}{{ x }}{% endwith %}",
        "{% for x in list %}{% if forloop.first %}{{ x }}{% endif %}{% endfor %}",
        "{% for k, v in map.items %}{{ k }}{% endfor %}",
        "{% if bad %}{{ bad }}{% endif %}",
        "{% translate bad %}",
        "{% translate bad as x %}{{ x }}",
        "{% blocktranslate %}{{ bad }}{% endblocktranslate %}",
        "{% blocktranslate asvar x %}{{ bad }}{% endblocktranslate %}{{ x }}",
        "{% blocktranslate with x=bad %}{{ x }}{% endblocktranslate %}",
        "{% regroup rows by k as g %}{{ bad }}",
        "{% firstof bad as x %}{{ x }}",
        "{{ list|join:bad }}",
        "{{ list|unordered_list }}",
        "{{ bad|linebreaks }}",
        "{{ bad|linebreaksbr }}",
        "{{ bad|linenumbers }}",
        "{{ bad|urlize }}",
        "{{ bad|force_escape }}",
        "{{ bad|escape|escape }}"
      })
  void row17_everyFormOfAnExpressionIsEscaped(String source) {
    assertThat(render(source)).contains("&lt;i&gt;").doesNotContain("<i>");
  }

  @Test
  void row19_dataInScriptsCannotEndThem() {
    String page =
        Engine.builder()
            .build()
            .fromString("{{ x|json_script:'d' }}|<a onclick=\"f('{{ x|escapejs }}')\">")
            .render(Map.of("x", "</script><!--&\u2028\u2029'\""));
    assertThat(page.substring(0, page.indexOf('|')))
        .isEqualTo(
            "<script id=\"d\" type=\"application/json\">"
                + "\"\\u003C/script\\u003E\\u003C!--\\u0026\\u2028\\u2029'\\\"\"</script>");
    assertThat(page.substring(page.indexOf('|')))
        .doesNotContain("</script>")
        .doesNotContain("\u2028")
        .contains("\\u0027");
  }

  @Test
  void row23_aValueIsNeverReadAsATemplate() {
    String source = "{{ x }}{% include page %}{% filter lower %}{{ x }}{% endfilter %}";
    Engine engine = Engine.builder().loaders(Loaders.memory(Map.of("card", "[{{ x }}]"))).build();
    assertThat(
            engine
                .fromString(source)
                .render(Map.of("x", "{{ secret }}{% nope %}", "page", "card", "secret", "s")))
        .isEqualTo("{{ secret }}{% nope %}[{{ secret }}{% nope %}]{{ secret }}{% nope %}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"_p", "k._p", "__class__", "k.__class__", "class", "k.getClass", "hashCode"})
  void row26_aSortKeyReadsNothingPrivate(String key) {
    String page =
        Engine.builder()
            .build()
            .fromString("{{ rows|dictsort:key }}")
            .render(Map.of("rows", List.of(Map.of("k", 1, "_p", 2)), "key", key));
    assertThat(page).isEmpty();
  }
}
