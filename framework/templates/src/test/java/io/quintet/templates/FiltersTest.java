package io.quintet.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.text.SafeString;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiltersTest {
  private static final Map<String, Object> NAMES =
      Map.of(
          "s",
          "it's <b>",
          "html",
          SafeString.of("<b>x & y</b>"),
          "l",
          List.of("b", "<a>", "c"),
          "n",
          1234567,
          "f",
          new BigDecimal("2.675"),
          "d",
          LocalDate.of(2026, 3, 5),
          "rows",
          List.of(Map.of("k", 2), Map.of("k", 1)),
          "empty",
          "");

  private static String render(String source) {
    return Engine.builder().locale(() -> Locale.ENGLISH).build().fromString(source).render(NAMES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{{ s|upper }}~IT&#x27;S &lt;B&gt;",
        "{{ s|safe }}~it's <b>",
        "{{ html|lower }}~<b>x & y</b>",
        "{{ html|upper }}~&lt;B&gt;X &amp; Y&lt;/B&gt;",
        "{{ html|force_escape }}~&lt;b&gt;x &amp; y&lt;/b&gt;",
        "{{ s|cut:' ' }}~it&#x27;s&lt;b&gt;",
        "{{ l|join:', ' }}~b, &lt;a&gt;, c",
        "{{ l|first }}{{ l|last }}{{ l|length }}{{ l|slice:'1:' }}~bc3[&lt;a&gt;, c]",
        "{{ empty|default:'none' }}|{{ missing|default_if_none:'n' }}~none|",
        "{{ n|floatformat:'2g' }} {{ f|floatformat:2 }} {{ n|filesizeformat }}~1,234,567.00 2.68 1.2\u00a0MB",
        "{{ n|add:3 }} {{ n|divisibleby:7 }} {{ n|get_digit:1 }}~1234570 false 7",
        "{{ l|length|pluralize:'y,ies' }} {{ n|yesno:'a,b' }}~ies a",
        "{{ d|date }} {{ d|date:'D j M' }}~March 5, 2026 Thu 5 Mar",
        "{{ rows|dictsort:'k' }}~[{k=1}, {k=2}]",
        "{{ s|truncatechars:5 }} {{ s|wordcount }} {{ s|slugify }}~it&#x27;s… 2 its-b",
        "{{ 'a'|ljust:3 }}|{{ 'a'|center:3 }}|{{ 3|stringformat:'03d' }}~a  | a |003",
        "{{ 'ΟΔΟΣ ΑΣΑ'|title }}~Οδος Ασα",
        "{{ 'é'|stringformat:'a' }} {{ n|stringformat:'#.0f' }}~'\\xe9' 1234567.",
        "{{ '١٢'|floatformat:1 }}~12.0",
        "{{ 'a&b c'|urlencode }} {{ s|escapejs }}~a%26b%20c it\\u0027s \\u003Cb\\u003E",
        "{{ l|json_script:'x' }}~<script id=\"x\" type=\"application/json\">[\"b\", \"\\u003Ca\\u003E\", \"c\"]</script>"
      })
  void aFilterChangesTheValue(String source, String expected) {
    assertThat(render(source)).isEqualTo(expected);
  }

  @Test
  void aMissingArgumentVariableIsNamed() {
    assertThatThrownBy(() ->
            Engine.builder().build().fromString("{{ a|default:b.c }}").render(Map.of("a", "")))
        .hasMessage(
            "<text>:1:1: VariableDoesNotExist: The variable \"b.c\" is given as a filter's argument, but the context has no \"b\", only: a.\n"
                + "    {{ a|default:b.c }}");
  }

  @Test
  void unknownVariablesShowTheTextForInvalidOnes() {
    Engine engine = Engine.builder().stringIfInvalid("[%s?]").build();
    assertThat(engine.fromString("{{ a.b }}{{ c|upper }}{% if d %}{% endif %}").render(Map.of()))
        .isEqualTo("[a.b?][c?]");
  }

  @Test
  void aValueThatAltersDataIsNotCalled() {
    TemplateCallable delete =
        new TemplateCallable() {
          @Override
          public Object call() {
            throw new IllegalStateException("called");
          }

          @Override
          public boolean altersData() {
            return true;
          }
        };
    assertThat(
            Engine.builder().build().fromString("[{{ delete }}]").render(Map.of("delete", delete)))
        .isEqualTo("[]");
  }

  @Test
  void propertiesOfOtherClassesComeFromProviders() {
    record Point(int x, int y) {}
    PropertyAccess points =
        new PropertyAccess() {
          @Override
          public Getter getter(Class<?> type, String name) {
            return type == Point.class && name.equals("x") ? target -> ((Point) target).x() : null;
          }

          @Override
          public boolean knows(Class<?> type) {
            return type == Point.class;
          }
        };
    Engine engine = Engine.builder().properties(points).build();
    assertThat(engine.fromString("{{ p.x }}{{ p.z }}").render(Map.of("p", new Point(4, 5))))
        .isEqualTo("4");
  }
}
