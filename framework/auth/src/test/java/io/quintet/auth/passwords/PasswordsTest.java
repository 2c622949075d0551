package io.quintet.auth.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The hashes are what Django 5.2 makes of the same password, salt and iterations. */
class PasswordsTest {
  private final Passwords passwords = new Passwords(10);

  @Test
  void aHashIsTheOneThatDjangoMakes() {
    assertThat(Pbkdf2Hasher.sha256(1).encode("letmein", "tpvgINLZMfpobZpzerJ3eU"))
        .isEqualTo(
            "pbkdf2_sha256$1$tpvgINLZMfpobZpzerJ3eU$bf1v0qiNFAE6x4nTsVmuSK2oyfxXgxoIPjDn5+lNz6M=");
    assertThat(Pbkdf2Hasher.sha1(1000).encode("secret", "seasalt"))
        .isEqualTo("pbkdf2_sha1$1000$seasalt$479Zup/w5R6ptaWDmRzkiSxBZWQ=");
  }

  @Test
  void aHashMadeByDjangoIsVerified() {
    String encoded = "pbkdf2_sha256$1500$pepper9$sfvonfFAaTVEuW0XHOx5mfffsPostV73kNr+oDg6Jlg=";
    assertThat(passwords.verify("secret", encoded)).isTrue();
    assertThat(passwords.verify("secretx", encoded)).isFalse();
    assertThat(passwords.mustUpdate(encoded)).isTrue();
  }

  @Test
  void aNewHashVerifiesItsOwnPasswordOnly() {
    String encoded = passwords.hash("correct horse");
    assertThat(encoded).startsWith("pbkdf2_sha256$10$");
    assertThat(passwords.verify("correct horse", encoded)).isTrue();
    assertThat(passwords.verify("Correct horse", encoded)).isFalse();
    assertThat(passwords.mustUpdate(encoded)).isFalse();
    assertThat(passwords.hash("correct horse")).isNotEqualTo(encoded);
  }

  @Test
  void withAnUnusablePasswordNobodyLogsIn() {
    String unusable = Passwords.unusable();
    assertThat(Passwords.isUsable(unusable)).isFalse();
    assertThat(passwords.verify("", unusable)).isFalse();
    assertThat(passwords.verify(unusable, unusable)).isFalse();
  }

  @Test
  void aPasswordOfMegabytesIsRefusedWithoutHashing() {
    assertThat(passwords.verify("x".repeat(1 << 20), passwords.hash("x"))).isFalse();
  }

  @Test
  void aSaltWithADollarSignIsRefused() {
    assertThatThrownBy(() -> Pbkdf2Hasher.sha256(1).encode("x", "a$b"))
        .hasMessage("salt must be provided and cannot contain $.");
  }
}
