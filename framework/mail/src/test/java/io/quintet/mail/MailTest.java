package io.quintet.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailTest {
  @Test
  void aBuilderMakesAMail() {
    Mail mail =
        Mail.to("Ann <ann@example.org>", "bob@example.org")
            .from("site@example.org")
            .cc("c@example.org")
            .bcc("d@example.org")
            .replyTo("office@example.org")
            .subject("Grüße")
            .text("Hello")
            .html("<p>Hello</p>")
            .attach("a.txt", "text/plain", new byte[] {1})
            .header("List-Unsubscribe", "<https://example.org/u>")
            .build();

    assertThat(mail.to()).extracting(MailAddress::name).containsExactly("Ann", "");
    assertThat(mail.recipients())
        .extracting(MailAddress::address)
        .containsExactly("ann@example.org", "bob@example.org", "c@example.org", "d@example.org");
    assertThat(mail.subject()).isEqualTo("Grüße");
    assertThat(mail.html()).contains("<p>Hello</p>");
    assertThat(mail.attachments()).extracting(Attachment::fileName).containsExactly("a.txt");
    assertThat(mail.toBuilder().build()).usingRecursiveComparison().isEqualTo(mail);
  }

  @ParameterizedTest
  @CsvSource({
    "ann@example.org, '', ann@example.org",
    "' Ann Example <ann@example.org> ', Ann Example, ann@example.org",
    "'\"Example, Ann \\\"A\\\"\" <ann+x@example.org>', 'Example, Ann \"A\"', ann+x@example.org",
    "Jürgen <j@müller.example>, Jürgen, j@müller.example",
    "root@localhost, '', root@localhost"
  })
  void addressesAreReadAsPeopleWriteThem(String text, String name, String address) {
    assertThat(MailAddress.parse(text)).isEqualTo(new MailAddress(name, address));
  }

  @Test
  void aDomainInAnyScriptTravelsInAscii() {
    assertThat(MailAddress.parse("j@müller.example").asciiAddress())
        .isEqualTo("j@xn--mller-kva.example");
  }

  @Nested
  class Failures {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "ann",
          "@example.org",
          "ann@",
          "a b@example.org",
          "ann@example..org",
          "ann@.org",
          "ann@example.org, bob@example.org",
          "ann@example.org\nBcc: x@example.org",
          "ann@example.org\r\n",
          ".ann@example.org",
          "änn@example.org",
          "ann@exam_ple.org",
          "<ann@example.org",
          "ann@example.org>",
          "ann@[127.0.0.1]"
        })
    void whatIsNoAddressIsRefused(String text) {
      boolean onlyBlanksAround = text.strip().equals("ann@example.org");
      if (onlyBlanksAround) {
        assertThat(MailAddress.parse(text).address()).isEqualTo("ann@example.org");
      } else {
        assertThatThrownBy(() -> MailAddress.parse(text)).isInstanceOf(MailException.class);
      }
    }

    @Test
    void anAddressThatIsTooLongIsRefusedAtOnce() {
      assertThat(MailAddress.isValid("a".repeat(65) + "@example.org")).isFalse();
      assertThat(MailAddress.isValid("a@" + "b.".repeat(1_000_000) + "org")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hi\r\nBcc: all@example.org", "Hi\nX", "Hi\rX", "Hi\0", "Hi\u0085X"})
    void noHeaderCanBeSmuggledIn(String text) {
      List<Runnable> ways =
          List.of(
              () -> Mail.builder().subject(text),
              () -> Mail.builder().header("X-A", text),
              () -> Mail.builder().header(text, "x"),
              () -> Mail.builder().to(text + " <ann@example.org>"),
              () -> Mail.builder().from(new MailAddress(text, "ann@example.org")),
              () -> Mail.builder().attach(text, "text/plain", new byte[0]),
              () -> Mail.builder().attach("a", "text/" + text, new byte[0]));
      ways.forEach(way -> assertThatThrownBy(way::run).isInstanceOf(MailException.class));
    }

    @Test
    void aLineBreakInTheSubjectIsShownAndExplained() {
      assertThatThrownBy(() -> Mail.builder().subject("Hi\nBcc: x"))
          .hasMessage(
              "The subject holds a line break or another control character at position 2: \"Hi\\u000aBcc: x\". Whoever wrote it could add headers of their own; remove it, or refuse the input");
    }

    @Test
    void headersThatTheMailWritesItselfAreRefused() {
      for (String name : List.of("Bcc", "from", "Subject", "Content-Type", "Message-ID")) {
        assertThatThrownBy(() -> Mail.builder().header(name, "x"))
            .hasMessage(
                "The header "
                    + name
                    + " is written by the mail itself; use the builder's own methods");
      }
    }

    @Test
    void aMailNeedsSomeoneToGoToAndABody() {
      assertThatThrownBy(() -> Mail.builder().subject("Hi").text("x").build())
          .hasMessage("The mail \"Hi\" goes to nobody; add to(...), cc(...) or bcc(...)");
      assertThatThrownBy(() -> Mail.to("ann@example.org").subject("Hi").build())
          .hasMessage("The mail \"Hi\" has no body; add text(...) or html(...)");
    }
  }
}
