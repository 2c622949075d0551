package io.quintet.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.i18n.Catalogs;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranslationTest {
  private static final String GERMAN =
      """
      # Comments are passed over.
      msgid ""
      msgstr ""
      "Content-Type: text/plain; charset=UTF-8\\n"
      "Plural-Forms: nplurals=2; plural=(n != 1);\\n"

      #: templates/shop.html:3
      msgid "Welcome"
      msgstr "Willkommen"

      msgctxt "month"
      msgid "May"
      msgstr "Mai"

      msgid "100%% of <b>"
      msgstr "100%% von <b>"

      msgid "Hello %(name)s"
      msgstr "Hallo "
      "%(name)s!"

      msgid "%(n)s file"
      msgid_plural "%(n)s files"
      msgstr[0] "%(n)s Datei"
      msgstr[1] "%(n)s Dateien"

      #, fuzzy
      msgid "Unsure"
      msgstr "Unsicher"

      msgid "Not yet"
      msgstr ""
      """;
  private static final String POLISH =
      """
      msgid ""
      msgstr "Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"

      msgid "%(n)s file"
      msgid_plural "%(n)s files"
      msgstr[0] "%(n)s plik"
      msgstr[1] "%(n)s pliki"
      msgstr[2] "%(n)s plików"
      """;
  private static final Catalogs CATALOGS =
      Catalogs.of(
          List.of(name ->
              switch (name) {
                case "de/LC_MESSAGES/django.po" -> stream(GERMAN);
                case "pl/LC_MESSAGES/django.po" -> stream(POLISH);
                default -> null;
              }));

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String render(String language, String source, Map<String, ?> names) {
    return Engine.builder()
        .translator(CATALOGS)
        .locale(() -> Locale.forLanguageTag(language))
        .build()
        .fromString("{% load i18n %}" + source)
        .render(names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          {% translate "Welcome" %}                    ~ Willkommen
          {% translate word %}                         ~ Willkommen
          {% translate "Welcome" noop %}               ~ Welcome
          {% translate "Welcome"|upper %}              ~ WILLKOMMEN
          {% translate "May" context "month" %}        ~ Mai
          {% translate "May" %}                        ~ May
          {% translate "Unsure" %}                     ~ Unsure
          {% translate "Not yet" %}                    ~ Not yet
          {% translate "100% of <b>" %}                ~ 100% von <b>
          {% translate "Welcome" as w %}{{ w }}        ~ Willkommen
          {{ _("Welcome") }}                           ~ Willkommen
          {{ none|default:_("Welcome") }}              ~ Willkommen
          {% blocktranslate %}Hello {{ name }}{% endblocktranslate %} ~ Hallo A&amp;B!
          {% blocktranslate count n=1 %}{{ n }} file{% plural %}{{ n }} files{% endblocktranslate %} ~ 1 Datei
          {% blocktranslate count n=2 %}{{ n }} file{% plural %}{{ n }} files{% endblocktranslate %} ~ 2 Dateien
          """)
  void germanIsFoundInItsCatalogue(String source, String expected) {
    assertThat(render("de", source, Map.of("name", "A&B", "word", "Welcome"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"1,1 plik", "2,2 pliki", "5,5 plików", "12,12 plików", "22,22 pliki"})
  void pluralsFollowTheRuleOfTheCatalogue(int number, String expected) {
    assertThat(
            render(
                "pl",
                "{% blocktranslate count n=number %}{{ n }} file{% plural %}{{ n }} files{% endblocktranslate %}",
                Map.of("number", number)))
        .isEqualTo(expected);
  }

  @Test
  void aRegionFallsBackOnItsLanguage() {
    assertThat(render("de-AT", "{% translate 'Welcome' %}", Map.of())).isEqualTo("Willkommen");
  }

  @Test
  void aLanguageWithoutACatalogueShowsTheMessages() {
    assertThat(render("fr", "{% translate 'Welcome' %}", Map.of())).isEqualTo("Welcome");
  }

  @Test
  void theLanguageTagSwitches() {
    assertThat(
            Engine.builder()
                .translator(CATALOGS)
                .build()
                .fromString(
                    "{% load i18n %}{% language 'de' %}{% translate 'Welcome' %}{% endlanguage %}")
                .render(Map.of()))
        .isEqualTo("Willkommen");
  }

  @Test
  void aMalformedCatalogueNamesItsLine() {
    Catalogs broken = Catalogs.of(List.of(name -> stream("msgid \"a\"\nmsgst \"b\"\n")));
    assertThatThrownBy(() -> broken.find(Locale.GERMAN, "", "a"))
        .hasMessage(
            "The catalogue de/LC_MESSAGES/django.po:2: 'msgst' is none of msgctxt, msgid, msgid_plural, msgstr, msgstr[n].");
  }

  @Test
  void aRuleOfPluralsIsAnExpressionAndNothingElse() {
    Catalogs broken =
        Catalogs.of(
            List.of(name -> stream("msgid \"\"\nmsgstr \"Plural-Forms: plural=system(n);\\n\"\n")));
    assertThatThrownBy(() -> broken.find(Locale.GERMAN, "", "a"))
        .hasMessageContaining("the rule of plurals 'system(n)' cannot be read at character 1");
  }
}
