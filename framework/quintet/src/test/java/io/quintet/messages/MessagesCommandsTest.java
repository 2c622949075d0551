package io.quintet.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.Site;
import io.quintet.core.SiteContext;
import io.quintet.core.commands.Terminal;
import io.quintet.core.i18n.Locales;
import io.quintet.core.i18n.Translation;
import io.quintet.core.i18n.po.PoFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code makemessages} and {@code compilemessages} on a small site. */
class MessagesCommandsTest {
  @TempDir Path folder;

  private String said = "";

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Site site() {
    return Site.named("shop").configure(builder -> builder.baseDir(folder).env(Map.of()));
  }

  private int run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    int status = site().execute(Terminal.plain(print, print), arguments);
    said = out.toString(StandardCharsets.UTF_8);
    return status;
  }

  private String catalogue() throws IOException {
    return Files.readString(folder.resolve("src/main/resources/locale/de/LC_MESSAGES/django.po"));
  }

  @BeforeEach
  void sources() throws IOException {
    write(
        "src/main/resources/templates/page.html",
        "{% load i18n %}{# Translators: the title #}{% trans 'Welcome' %}\n{% blocktrans count n=n %}{{ n }} item{% plural %}{{ n }} items{% endblocktrans %}");
    write(
        "src/main/java/shop/Shop.java",
        """
        package shop;

        import static io.quintet.core.i18n.Translation.*;

        class Shop {
          String text(int count) {
            // Translators: shown after an order,
            // on top.
            String thanks = gettext("Thank " + "you!");
            String month = Translation.pgettext("month", "May");
            String unknown = gettext(thanks);
            return ngettext("%d course", "%d courses", count).formatted(count);
          }
        }
        """);
  }

  @Test
  void messagesOfTemplatesAndJavaAreCollected() throws IOException {
    assertThat(run("makemessages", "de")).isZero();
    assertThat(said)
        .isEqualTo(
            "src/main/resources/locale/de/LC_MESSAGES/django.po: 5 messages, 0 translated, 0 fuzzy, 5 missing, 0 obsolete\n");
    assertThat(catalogue())
        .contains(
            "\"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"",
            """
            #. Translators: the title
            #: src/main/resources/templates/page.html:1
            msgid "Welcome"
            msgstr ""
            """,
            """
            #: src/main/resources/templates/page.html:2
            #, python-format
            msgid "%(n)s item"
            msgid_plural "%(n)s items"
            msgstr[0] ""
            msgstr[1] ""
            """,
            """
            #. Translators: shown after an order, on top.
            #: src/main/java/shop/Shop.java:9
            msgid "Thank you!"
            msgstr ""
            """,
            """
            #: src/main/java/shop/Shop.java:10
            msgctxt "month"
            msgid "May"
            """,
            """
            #: src/main/java/shop/Shop.java:12
            #, java-printf-format
            msgid "%d course"
            msgid_plural "%d courses"
            """);
  }

  @Test
  void aTranslationIsKeptAndShown() throws Exception {
    run("makemessages", "de");
    String translated =
        catalogue()
            .replace("msgid \"Welcome\"\nmsgstr \"\"", "msgid \"Welcome\"\nmsgstr \"Willkommen\"")
            .replace(
                "msgstr[0] \"\"\nmsgstr[1] \"\"\n\n#. Translators: shown",
                "msgstr[0] \"%(n)s Ding\"\nmsgstr[1] \"%(n)s Dinge\"\n\n#. Translators: shown");
    write("locale/de/LC_MESSAGES/django.po", translated);
    try (SiteContext site = site().build()) {
      String text =
          site.call(() ->
              Locales.call(Locale.forLanguageTag("de-AT"), () -> Translation.gettext("Welcome")));
      assertThat(text).isEqualTo("Willkommen");
      assertThat(site.call(() -> Locales.call(Locale.FRENCH, () -> Translation.gettext("Welcome"))))
          .isEqualTo("Welcome");
      assertThat(site.call(() -> Translation.ngettext("%d course", "%d courses", 2)))
          .isEqualTo("%d courses");
    }
    write("src/main/resources/locale/de/LC_MESSAGES/django.po", translated);
    assertThat(run("makemessages", "--check")).isZero();
    assertThat(run("makemessages")).isZero();
    assertThat(catalogue()).isEqualTo(translated);
    assertThat(said).contains("5 messages, 2 translated, 0 fuzzy, 3 missing, 0 obsolete");
  }

  @Test
  void aCatalogueThatIsNotUpToDateFailsTheCheck() throws IOException {
    run("makemessages", "de");
    write("src/main/resources/templates/more.html", "{% load i18n %}{% trans 'More' %}");
    String before = catalogue();
    assertThat(run("makemessages", "--check")).isEqualTo(1);
    assertThat(said).contains("1 catalogue is not up to date. Write: ./manage makemessages");
    assertThat(catalogue()).isEqualTo(before);
  }

  @Test
  void theBinaryFormIsWrittenUnlessThereAreMistakes() throws IOException {
    run("makemessages", "de");
    assertThat(run("compilemessages")).isZero();
    assertThat(said).isEqualTo("src/main/resources/locale/de/LC_MESSAGES/django.mo written.\n");
    write(
        "src/main/resources/locale/de/LC_MESSAGES/django.po",
        catalogue()
            .replace("msgstr[0] \"\"\nmsgstr[1] \"\"\n", "msgstr[0] \"%(m)s\"\nmsgstr[1] \"x\"\n"));
    assertThat(run("compilemessages")).isEqualTo(1);
    assertThat(said)
        .startsWith(
            "src/main/resources/locale/de/LC_MESSAGES/django.po: the translation of '%(n)s item' has %(m)s, which the message has not; it has: %(n)s.");
    assertThat(PoFile.parse("de", catalogue()).entries()).hasSize(6);
  }

  @Test
  void withoutACatalogueALanguageHasToBeSaid() {
    assertThat(run("makemessages")).isEqualTo(2);
    assertThat(said).contains("Say which language: makemessages de.");
    assertThat(run("makemessages", "?")).isEqualTo(2);
    assertThat(said).contains("'?' is not a language: write a code such as de or pt-BR.");
  }
}
