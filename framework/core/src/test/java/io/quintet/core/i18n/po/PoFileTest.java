package io.quintet.core.i18n.po;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Catalogues of gettext: read and written back, brought up to date, checked, made binary. */
class PoFileTest {
  private static final String GERMAN =
      """
      # A remark of the translator.
      msgid ""
      msgstr ""
      "Language: de\\n"
      "Plural-Forms: nplurals=2; plural=(n != 1);\\n"

      # of the translator
      #. Translators: a greeting
      #: templates/index.html:3 templates/base.html:9
      msgid "Welcome to the institute"
      msgstr "Willkommen im Institut"

      #: templates/index.html:4
      #, python-format
      msgctxt "shelf"
      msgid "%(n)s \\"book\\""
      msgid_plural "%(n)s \\"books\\""
      msgstr[0] "%(n)s Buch"
      msgstr[1] "%(n)s Bücher"

      #, fuzzy
      #| msgid "Old"
      msgid ""
      "two\\n"
      "lines\\n"
      msgstr ""
      "zwei\\n"
      "Zeilen\\n"

      #~ msgid "Gone"
      #~ msgstr "Weg"
      """;

  private static PoFile german() {
    return PoFile.parse("de.po", GERMAN);
  }

  private static PoEntry found(String context, String id, String plural) {
    return PoEntry.found(context, id, plural, List.of(), List.of("page.html:1"), List.of());
  }

  private static PoFile merged(PoEntry... found) {
    return PoMerge.merge(german(), PoFile.collected(List.of(found)), true);
  }

  private static PoEntry entry(PoFile file, String id) {
    return file.entries().stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void aCatalogueIsWrittenAsItWasRead() {
    assertThat(german().text()).isEqualTo(GERMAN);
    assertThat(german().head("Language")).contains("de");
  }

  @Test
  void aTranslationIsFoundUnlessItIsFuzzyOrObsolete() {
    Catalog catalog = german().catalog();
    assertThat(catalog.find("", "Welcome to the institute")).contains("Willkommen im Institut");
    assertThat(catalog.find("shelf", "%(n)s \"book\"", 2)).contains("%(n)s Bücher");
    assertThat(catalog.find("", "%(n)s \"book\"", 2)).isEmpty();
    assertThat(catalog.find("", "two\nlines\n")).isEmpty();
    assertThat(catalog.find("", "Gone")).isEmpty();
  }

  @Test
  void theBinaryFormHasTheSameTranslations() {
    Catalog catalog = Catalog.ofBinary("de.mo", german().binary());
    assertThat(catalog.find("", "Welcome to the institute")).contains("Willkommen im Institut");
    assertThat(catalog.find("shelf", "%(n)s \"book\"", 1)).contains("%(n)s Buch");
    assertThat(catalog.find("shelf", "%(n)s \"book\"", 5)).contains("%(n)s Bücher");
    assertThat(catalog.find("", "two\nlines\n")).isEmpty();
  }

  @Test
  void aBinaryFileThatLiesAboutItselfIsRefused() {
    byte[] whole = german().binary();
    for (int i = 0; i < whole.length; i++) {
      byte[] broken = whole.clone();
      broken[i] = (byte) 0xff;
      try {
        Catalog.ofBinary("de.mo", broken);
      } catch (IllegalArgumentException refused) {
        assertThat(refused)
            .hasMessageMatching("The catalogue de.mo cannot be read: .*|the rule .*");
      }
    }
    assertThatThrownBy(() -> Catalog.ofBinary("de.mo", new byte[3]))
        .hasMessage("The catalogue de.mo cannot be read: it is too short.");
  }

  @Test
  void translationsAreKeptWhenMessagesAreCollectedAgain() {
    PoFile file = merged(found("", "New here", ""), found("", "Welcome to the institute", ""));
    PoEntry kept = entry(file, "Welcome to the institute");
    assertThat(kept.texts()).containsExactly("Willkommen im Institut");
    assertThat(kept.comments()).containsExactly("of the translator");
    assertThat(kept.references()).containsExactly("page.html:1");
    assertThat(entry(file, "New here").isTranslated()).isFalse();
    assertThat(file.head()).isEqualTo(german().head());
  }

  @Test
  void whatResemblesAMessageThatHasGoneGetsItsTranslationToBeLookedAt() {
    PoEntry guessed =
        entry(merged(found("", "Welcome to our institute", "")), "Welcome to our institute");
    assertThat(guessed.isFuzzy()).isTrue();
    assertThat(guessed.texts()).containsExactly("Willkommen im Institut");
    assertThat(guessed.previous()).containsExactly("msgid \"Welcome to the institute\"");
  }

  @Test
  void whatHasGoneStaysAsObsoleteAndComesBack() {
    PoFile without = merged();
    assertThat(without.entries()).filteredOn(PoEntry::obsolete).hasSize(4);
    PoFile again =
        PoMerge.merge(
            without, PoFile.collected(List.of(found("", "Welcome to the institute", ""))), true);
    assertThat(entry(again, "Welcome to the institute").texts())
        .containsExactly("Willkommen im Institut");
    assertThat(entry(again, "Welcome to the institute").isFuzzy()).isFalse();
    assertThat(PoMerge.merge(german(), PoFile.collected(List.of()), false).entries()).hasSize(1);
  }

  @Test
  void aMessageThatGetsAPluralHasToBeLookedAt() {
    PoEntry changed =
        entry(
            merged(found("", "Welcome to the institute", "Welcome all")),
            "Welcome to the institute");
    assertThat(changed.isFuzzy()).isTrue();
    assertThat(changed.texts()).containsExactly("Willkommen im Institut");
  }

  @Test
  void aMessageInTwoPlacesIsOneMessage() {
    PoFile file =
        PoFile.collected(
            List.of(
                PoEntry.found("", "A", "", List.of("Translators: x"), List.of("a:1"), List.of()),
                PoEntry.found("", "A", "", List.of(), List.of("b:2"), List.of())));
    assertThat(file.entries()).hasSize(1);
    assertThat(file.entries().getFirst().references()).containsExactly("a:1", "b:2");
  }

  @Test
  void mistakesOfTranslatorsAreFound() {
    String wrong =
        """
        msgid ""
        msgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"

        #, python-format
        msgid "Hello %(name)s"
        msgstr "Hallo %(nam)s"

        #, java-printf-format
        msgid "%d page"
        msgid_plural "%d pages"
        msgstr[0] "%d Seite"

        msgid "Twice"
        msgstr "Zweimal"

        msgid "Twice"
        msgstr "Doppelt"
        """;
    assertThat(PoCheck.of(PoFile.parse("de.po", wrong)))
        .containsExactlyInAnyOrder(
            "the translation of 'Hello %(name)s' has %(nam)s, which the message has not; it has: %(name)s",
            "the translation of 'Hello %(name)s' lacks %(name)s",
            "'%d page' has 1 forms, the head of the file says 2",
            "'Twice' stands twice in the file");
    assertThat(PoCheck.of(german())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"en", "de", "fr", "pt-BR", "pl", "ru", "cs", "sl", "ar", "ja", "lt", "lv", "ro"})
  void theRuleOfALanguageCanBeReadAndStaysBelowItsForms(String language) {
    String head = "Plural-Forms: " + Plurals.of(Locale.forLanguageTag(language)) + "\n";
    PluralRule rule = PluralRule.ofHead(head);
    for (long n = 0; n < 300; n++) {
      assertThat(rule.form(n)).isBetween(0, PluralRule.forms(head) - 1);
    }
  }
}
