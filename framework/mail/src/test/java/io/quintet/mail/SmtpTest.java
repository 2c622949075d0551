package io.quintet.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quintet.core.CoreApp;
import io.quintet.core.SiteContext;
import io.quintet.core.signing.Crypto;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private GreenMail server;

  @BeforeEach
  void startServer() {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop();
  }

  private SiteContext.Builder site(String url) {
    return SiteContext.builder("test")
        .env(Map.of())
        .clock(Clock.fixed(NOON, ZoneOffset.UTC))
        .apps(new CoreApp(), new MailApp())
        .set(MailSettings.TIMEOUT, Duration.ofSeconds(5))
        .set(MailSettings.DEFAULT_FROM, "Institut für Web <office@example.org>")
        .set(MailSettings.URL, url);
  }

  private String plainUrl() {
    return "smtp://127.0.0.1:" + server.getSmtp().getPort() + "?tls=none";
  }

  private MimeMessage received() {
    assertThat(server.waitForIncomingEmail(5000, 1)).isTrue();
    return server.getReceivedMessages()[0];
  }

  private static String raw(MimeMessage message) throws Exception {
    var bytes = new ByteArrayOutputStream();
    message.writeTo(bytes);
    return bytes.toString(StandardCharsets.US_ASCII);
  }

  @Test
  void aMailArrivesWithBothBodiesReadable() throws Exception {
    try (SiteContext site = site(plainUrl()).build()) {
      site.run(() ->
          Mail.to("Jürgen Groß <j@example.org>")
              .subject("Ihre Buchung – bestätigt ✓")
              .text("Grüße!\nZeile zwei " + "lang ".repeat(300))
              .html("<p>Grüße!</p>")
              .send());
    }

    MimeMessage message = received();
    assertThat(message.getSubject()).isEqualTo("Ihre Buchung – bestätigt ✓");
    assertThat(message.getHeader("Date", null)).isEqualTo("Tue, 24 Nov 2026 12:00:00 +0000");
    assertThat(message.getHeader("Message-ID", null))
        .matches("<1795521600000\\.\\w{20}@example\\.org>");
    assertThat(message.getFrom()[0]).asString().contains("office@example.org");
    assertThat(message.getContentType()).startsWith("multipart/alternative");
    MimeMultipart parts = (MimeMultipart) message.getContent();
    assertThat(parts.getCount()).isEqualTo(2);
    assertPart(parts.getBodyPart(0), "text/plain; charset=UTF-8", "Grüße!\r\nZeile zwei lang");
    assertPart(parts.getBodyPart(1), "text/html; charset=UTF-8", "<p>Grüße!</p>");
    assertThat(raw(message))
        .contains("Subject: =?UTF-8?Q?")
        .contains("To: =?UTF-8?Q?J=C3=BCrgen_Gro=C3=9F?= <j@example.org>")
        .contains("Gr=C3=BC=C3=9Fe!");
    assertThat(raw(message).lines()).allMatch(line -> line.length() <= 998);
  }

  private static void assertPart(BodyPart part, String type, String start) throws Exception {
    assertThat(part.getContentType()).isEqualTo(type);
    assertThat(part.getHeader("Content-Transfer-Encoding")).containsExactly("quoted-printable");
    assertThat((String) part.getContent()).startsWith(start);
  }

  @Test
  void hiddenRecipientsGetTheMailAndStayHidden() throws Exception {
    try (SiteContext site = site(plainUrl()).build()) {
      site.run(() ->
          Mail.to("a@example.org")
              .cc("b@example.org")
              .bcc("c@example.org")
              .subject("Hi")
              .text("plain text")
              .header("X-Tag", "ünïcode")
              .send());
    }

    assertThat(server.waitForIncomingEmail(5000, 3)).isTrue();
    assertThat(server.getReceivedMessages()).hasSize(3);
    MimeMessage message = server.getReceivedMessages()[0];
    assertThat(message.getAllRecipients()).hasSize(2);
    assertThat(raw(message))
        .doesNotContain("c@example.org")
        .contains("X-Tag: =?UTF-8?")
        .contains("Content-Transfer-Encoding: 7bit");
    assertThat(message.getRecipients(Message.RecipientType.CC)).hasSize(1);
  }

  @Test
  void attachmentsKeepTheirNameAndEveryByte() throws Exception {
    byte[] content = new byte[5000];
    for (int i = 0; i < content.length; i++) {
      content[i] = (byte) i;
    }
    try (SiteContext site = site(plainUrl()).build()) {
      site.run(() ->
          Mail.to("a@example.org")
              .subject("Report")
              .text("See attachment")
              .html("<p>See attachment</p>")
              .attach("Übersicht \"2026\".pdf", "application/pdf", content)
              .attach(
                  "note.txt", "text/plain; charset=UTF-8", "größe".getBytes(StandardCharsets.UTF_8))
              .send());
    }

    MimeMultipart parts = (MimeMultipart) received().getContent();
    assertThat(parts.getContentType()).startsWith("multipart/mixed");
    assertThat(parts.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
    BodyPart pdf = parts.getBodyPart(1);
    assertThat(pdf.getFileName()).isEqualTo("Übersicht \"2026\".pdf");
    assertThat(pdf.getDisposition()).isEqualTo("attachment");
    assertThat(pdf.getInputStream().readAllBytes()).isEqualTo(content);
    assertThat(parts.getBodyPart(2).getContent()).isEqualTo("größe");
  }

  @Test
  void severalMailsShareOneConnection() {
    try (SiteContext site = site(plainUrl()).build()) {
      Mail mail = Mail.to("a@example.org").subject("Hi").text("x").build();
      site.service(Mailer.SERVICE).send(mail, mail, mail);
      site.service(Mailer.SERVICE).send();
    }

    assertThat(server.waitForIncomingEmail(5000, 3)).isTrue();
  }

  @Test
  void theUserIsLoggedIn() {
    String password = Crypto.randomString(12);
    server.setUser("ann@example.org", "ann", password);
    String address = "@127.0.0.1:" + server.getSmtp().getPort() + "?tls=none";
    Mail mail = Mail.to("a@example.org").subject("Hi").text("x").build();

    try (SiteContext site = site("smtp://ann:" + password + address).build()) {
      site.service(Mailer.SERVICE).send(mail);
      assertThat(server.waitForIncomingEmail(5000, 1)).isTrue();
    }
    try (SiteContext site = site("smtp://ann:wrong-secret" + address).build()) {
      assertThatThrownBy(() -> site.service(Mailer.SERVICE).send(mail))
          .isInstanceOf(MailException.class)
          .hasMessageStartingWith("Mail[\"Hi\" to [a@example.org]] was not sent: the mail server")
          .hasMessageNotContaining("wrong-secret");
    }
  }

  @Test
  void nothingIsSentInClearWhenTheServerOffersNoEncryption() {
    try (SiteContext site = site("smtp://127.0.0.1:" + server.getSmtp().getPort()).build()) {
      assertThatThrownBy(
              () -> site.run(() -> Mail.to("a@example.org").subject("Hi").text("x").send()))
          .isInstanceOf(MailException.class)
          .hasMessageContaining("STARTTLS");
    }
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void aServerThatCannotProveItsNameGetsNoMail() {
    GreenMail secure = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
    secure.start();
    try (SiteContext site = site("smtps://127.0.0.1:" + secure.getSmtps().getPort()).build()) {
      assertThatThrownBy(
              () -> site.run(() -> Mail.to("a@example.org").subject("Hi").text("x").send()))
          .isInstanceOf(MailException.class)
          .hasMessageContaining("was not sent");
      assertThat(secure.getReceivedMessages()).isEmpty();
    } finally {
      secure.stop();
    }
  }

  @Test
  void aServerThatIsNotThereIsNamed() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    try (SiteContext site = site("smtp://127.0.0.1:" + free + "?tls=none").build()) {
      Mail mail = Mail.to("a@example.org").subject("Hi").text("x").build();

      assertThatThrownBy(() -> site.service(Mailer.SERVICE).send(mail, mail))
          .isInstanceOf(MailException.class)
          .hasMessageStartingWith(
              "Mail[\"Hi\" to [a@example.org]] was not sent (0 of 2 were sent): the mail server 127.0.0.1:"
                  + free
                  + " did not take it");
    }
  }
}
