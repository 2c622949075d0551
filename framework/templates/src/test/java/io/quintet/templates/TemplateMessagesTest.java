package io.quintet.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.core.i18n.po.PoEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which messages a template has for translators. */
class TemplateMessagesTest {
  private static List<String> ids(String source) {
    return TemplateMessages.of("page.html", source).stream()
        .map(e ->
            (e.context().isEmpty() ? "" : e.context() + "|")
                + e.id()
                + (e.plural().isEmpty() ? "" : "|" + e.plural()))
        .toList();
  }

  @Test
  void theTagTranslate() {
    assertThat(
            ids(
                "{% trans \"One\" %}{% translate 'Two \"2\"' as two %}{% translate \"May\" context \"month\" noop %}"
                    + "{% translate \"100%\" %}{% translate variable %}{% translate \"low\"|upper %}"))
        .containsExactly("One", "Two \"2\"", "month|May", "100%%", "low");
  }

  @Test
  void theTagBlocktranslate() {
    assertThat(
            ids(
                "{% blocktranslate with a=b %}Hello {{ a }} 5%{% endblocktranslate %}"
                    + "{% blocktrans trimmed count n=items|length context 'shop' %}\n  {{ n }} item\n  here\n{% plural %}\n  {{ n }} items\n{% endblocktrans %}"))
        .containsExactly("Hello %(a)s 5%%", "shop|%(n)s item here|%(n)s items");
  }

  @Test
  void markedTextInVariablesAndOtherTags() {
    assertThat(
            ids(
                "{{ title|default:_(\"No title\") }}{% if a == _('yes') %}{% include 'x' with t=_(\"T\") u=_(\"U\") %}{% endif %}"
                    + "{% unknown_tag _(\"still found\") %}"))
        .containsExactly("No title", "yes", "T", "U", "still found");
  }

  @Test
  void whatIsFoundIsWhatIsLookedUp() {
    String source =
        "{% load i18n %}{% blocktrans trimmed %}\n Pay\n {{ sum }} %\n{% endblocktrans %}{% trans '5% off' %}{{ _('x%') }}";
    StringBuilder asked = new StringBuilder();
    Engine engine = Engine.builder().translator(new Asked(asked)).build();
    engine.fromString(source).render(java.util.Map.of("sum", 1));
    assertThat(asked.toString().lines().toList()).isEqualTo(ids(source));
  }

  private record Asked(StringBuilder log) implements io.quintet.core.i18n.Translator {
    @Override
    public java.util.Optional<String> find(
        java.util.Locale locale, String context, String message) {
      log.append(message).append('\n');
      return java.util.Optional.empty();
    }

    @Override
    public java.util.Optional<String> find(
        java.util.Locale locale, String context, String singular, String plural, long number) {
      log.append(singular).append('\n');
      return java.util.Optional.empty();
    }
  }

  @Test
  void aCommentForTranslatorsBelongsToTheMessageAfterIt() {
    List<PoEntry> found =
        TemplateMessages.of(
            "page.html",
            "{# Translators: on the button #}{% trans 'Go' %}\n{% comment %}Translators: a\n  title{% endcomment %}\n{% trans 'T' %}\n\n\n{# another #}\n{% trans 'N' %}");
    assertThat(found.get(0).extracted()).containsExactly("Translators: on the button");
    assertThat(found.get(1).extracted()).containsExactly("Translators: a title");
    assertThat(found.get(1).references()).containsExactly("page.html:4");
    assertThat(found.get(2).extracted()).isEmpty();
  }

  @Test
  void textOutsideOfTagsAndInVerbatimIsNoMessage() {
    assertThat(ids("_('no') {% verbatim %}{% trans 'no' %}{% endverbatim %}{# _('no') #}"))
        .isEmpty();
  }
}
