package io.quintet.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.CoreApp;
import io.quintet.core.SiteContext;
import io.quintet.core.checks.CheckMessage;
import io.quintet.core.checks.Checks;
import io.quintet.core.commands.Commands;
import io.quintet.core.commands.Terminal;
import io.quintet.mail.MailSettings.Tls;
import io.quintet.mail.internal.ConsoleTransport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailerTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
  private static final Mail MAIL =
      Mail.to("Ann <ann@example.org>")
          .bcc("b@example.org")
          .subject("Buchung\u2713")
          .text("Open https://example.org/?a=b&c=d\n\u001b[31mred")
          .html("<p>Open</p>")
          .attach("a.pdf", "application/pdf", new byte[3])
          .build();

  @TempDir private Path folder;

  private SiteContext.Builder site() {
    return SiteContext.builder("test")
        .env(Map.of())
        .baseDir(folder)
        .clock(NOON)
        .apps(new CoreApp(), new MailApp());
  }

  @Test
  void inATestMailsAreKeptInTheOutbox() {
    SiteContext site = site().set(MailSettings.BACKEND, "memory").build();

    site.run(() -> {
      MAIL.send();
      assertThat(Outbox.current().mails()).hasSize(1);
      assertThat(Outbox.current().last().subject()).isEqualTo("Buchung✓");
      assertThat(Outbox.current().last().from()).contains(MailAddress.parse("webmaster@localhost"));
      Outbox.current().clear();
      assertThatThrownBy(() -> Outbox.current().last()).hasMessage("No mail was sent");
    });
  }

  @Test
  void theConsoleShowsWhatADeveloperNeeds() {
    var bytes = new ByteArrayOutputStream();
    var mailer =
        new Mailer(
            new ConsoleTransport(new PrintStream(bytes, true, UTF_8), NOON),
            MailAddress.parse("Site <site@example.org>"));

    mailer.send(MAIL);

    assertThat(bytes.toString(UTF_8).lines())
        .containsExactly(
            "-".repeat(72),
            "From: Site <site@example.org>",
            "To: Ann <ann@example.org>",
            "Bcc: b@example.org",
            "Subject: Buchung✓",
            "Date: 2026-11-24T12:00:00Z",
            "",
            "Open https://example.org/?a=b&c=d",
            "\\u001b[31mred",
            "[and the same as HTML, 11 characters]",
            "[attached: a.pdf (application/pdf, 3 bytes)]",
            "-".repeat(72));
  }

  @Test
  void theFileBackEndWritesOneFileAMail() throws IOException {
    site()
        .set(MailSettings.BACKEND, "file")
        .build()
        .run(() -> {
          MAIL.send();
          MAIL.send();
        });

    try (Stream<Path> files = Files.list(folder.resolve("var/mail"))) {
      List<Path> written = files.toList();
      assertThat(written)
          .hasSize(2)
          .allMatch(
              file -> file.getFileName().toString().matches("20261124-120000-000-\\w{8}\\.eml"));
      assertThat(Files.readString(written.getFirst()))
          .contains("Subject: =?UTF-8?Q?Buchung=E2=9C=93?=")
          .doesNotContain("b@example.org");
    }
  }

  @Test
  void oneAddressSetsEverything() {
    assertThat(setup("smtp://ann:p%40ss@mail.example.org"))
        .isEqualTo(
            new MailSetup(
                "smtp",
                folder.resolve("var/mail"),
                "mail.example.org",
                587,
                "ann",
                "p@ss",
                Tls.STARTTLS));
    assertThat(setup("smtps://mail.example.org").port()).isEqualTo(465);
    assertThat(setup("smtp://mail.example.org?tls=none").port()).isEqualTo(25);
    assertThat(setup("file:out/mail").folder()).isEqualTo(folder.resolve("out/mail"));
    assertThat(setup("file:///tmp/mail").folder()).isEqualTo(Path.of("/tmp/mail"));
    assertThat(setup("memory:").backend()).isEqualTo("memory");
    assertThat(setup("smtp://ann:secret@h").toString()).doesNotContain("secret");
  }

  private MailSetup setup(String url) {
    return MailSetup.of(site().set(MailSettings.URL, url).build());
  }

  @Test
  void settingsThatCannotWorkAreReportedTogether() {
    assertThat(
            Checks.run(
                site().set(MailSettings.URL, "mailto:ann:secret@example.org").build(), false))
        .singleElement()
        .satisfies(message -> {
          assertThat(message.id()).isEqualTo("mail.E001");
          assertThat(message.text()).doesNotContain("secret");
        });
    assertThat(Checks.run(site().set(MailSettings.BACKEND, "pigeon").build(), false))
        .extracting(CheckMessage::text)
        .containsExactly(
            "mail.backend is \"pigeon\"; this site knows [console, file, smtp, memory]");
    assertThat(
            Checks.run(
                site().set(MailSettings.URL, "smtp://ann:pw@h.example?tls=none").build(), false))
        .extracting(CheckMessage::id)
        .containsExactly("mail.W001");
    assertThat(Checks.run(site().build(), false)).isEmpty();
    assertThat(Checks.run(site().build(), true))
        .extracting(CheckMessage::id)
        .contains("mail.W002", "mail.W003");
  }

  @Test
  void theCommandSendsATestMail() {
    SiteContext site = site().set(MailSettings.BACKEND, "memory").build();
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    Terminal terminal =
        Terminal.plain(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));

    assertThat(Commands.run(site, terminal, "sendtestmail", "ann@example.org")).isZero();
    assertThat(out.toString(UTF_8).strip())
        .isEqualTo("Sent to ann@example.org by the back end \"memory\".");
    assertThat(site.service(Mailer.SERVICE).outbox().last().subject())
        .isEqualTo("Test mail from test");
    assertThat(Commands.run(site, terminal, "sendtestmail", "nobody")).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("\"nobody\" is no mail address");
  }

  @Test
  void anOutboxIsThereOnlyWhenMailsAreKept() {
    assertThatThrownBy(() -> site().build().run(Outbox::current))
        .isInstanceOf(MailException.class)
        .hasMessageStartingWith("Mails are sent, not kept; for a test set mail.backend to memory");
  }
}
