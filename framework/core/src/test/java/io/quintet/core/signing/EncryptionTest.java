package io.quintet.core.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EncryptionTest {
  private final Encryption encryption = Encryption.of(List.of("new key", "old key"), "shop.iban");

  @Test
  void whatWasEncryptedComesBack() {
    for (String text : List.of("", "a", "Grüße, 世界 \u0000", "x".repeat(10_000))) {
      assertThat(encryption.decrypt(encryption.encrypt(text))).isEqualTo(text);
    }
  }

  @Test
  void theSameTextIsAnotherEachTime() {
    assertThat(encryption.encrypt("a"))
        .matches("aes1\\.[A-Za-z0-9_-]+")
        .isNotEqualTo(encryption.encrypt("a"));
  }

  @Test
  void aFormerKeyCanStillBeRead() {
    String old = Encryption.of(List.of("old key"), "shop.iban").encrypt("a");
    assertThat(encryption.decrypt(old)).isEqualTo("a");
  }

  @Nested
  class Failures {
    private static final String FOREIGN =
        "The text was not encrypted with the secret key or a former key of this site, or was changed.";

    @Test
    void whenTheKeyIsAnother() {
      String foreign = Encryption.of(List.of("foreign key"), "shop.iban").encrypt("a");
      assertThatThrownBy(() -> encryption.decrypt(foreign))
          .isInstanceOf(BadSignature.class)
          .hasMessage(FOREIGN);
    }

    @Test
    void whenThePurposeIsAnother() {
      String other = Encryption.of(List.of("new key"), "shop.notes").encrypt("a");
      assertThatThrownBy(() -> encryption.decrypt(other)).hasMessage(FOREIGN);
    }

    @Test
    void whenACharacterWasChanged() {
      String text = encryption.encrypt("a");
      char last = text.charAt(10);
      String changed = text.substring(0, 10) + (last == 'A' ? 'B' : 'A') + text.substring(11);
      assertThatThrownBy(() -> encryption.decrypt(changed)).hasMessage(FOREIGN);
    }

    @Test
    void whenTheTextIsNotEncrypted() {
      for (String text : List.of("", "plain", "aes1.", "aes1.AAAA", "aes1.%%%")) {
        assertThatThrownBy(() -> encryption.decrypt(text)).hasMessage("The text is not encrypted.");
      }
    }
  }
}
