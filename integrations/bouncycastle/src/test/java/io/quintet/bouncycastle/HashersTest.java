package io.quintet.bouncycastle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.auth.passwords.PasswordHasher;
import io.quintet.auth.passwords.Passwords;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HashersTest {
  static List<PasswordHasher> cheap() {
    return List.of(
        new Argon2Hasher(64, 1, 1),
        new ScryptHasher(16, 1, 1),
        BcryptHasher.sha256(4),
        BcryptHasher.plain(4));
  }

  @ParameterizedTest
  @MethodSource("cheap")
  void aHashVerifiesItsOwnPasswordOnly(PasswordHasher hasher) {
    String encoded = hasher.encode("lètmein");
    assertThat(encoded).startsWith(hasher.algorithm() + "$");
    assertThat(hasher.verify("lètmein", encoded)).isTrue();
    assertThat(hasher.verify("letmein", encoded)).isFalse();
    assertThat(hasher.mustUpdate(encoded)).isFalse();
    assertThat(hasher.encode("lètmein")).isNotEqualTo(encoded);
    assertThat(hasher.decode(encoded)).containsEntry("algorithm", hasher.algorithm());
  }

  @ParameterizedTest
  @MethodSource("cheap")
  void aSummaryDoesNotGiveTheHashAway(PasswordHasher hasher) {
    String encoded = hasher.encode("letmein");
    String hash = encoded.substring(encoded.length() - 20);
    assertThat(hasher.safeSummary(encoded).toString()).doesNotContain(hash).contains("*****");
  }

  @ParameterizedTest
  @MethodSource("cheap")
  void aStoredTextOfAnotherFormIsRefused(PasswordHasher hasher) {
    for (String broken : List.of("", "md5$a$b", hasher.algorithm() + "$", hasher.algorithm())) {
      assertThatThrownBy(() -> hasher.verify("x", broken))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void lessWorkThanWantedAsksForANewHash() {
    String encoded = new ScryptHasher(16, 1, 1).encode("letmein");
    assertThat(new ScryptHasher(32, 1, 1).mustUpdate(encoded)).isTrue();
    assertThat(new ScryptHasher(32, 1, 1).verify("letmein", encoded)).isTrue();
    assertThat(BcryptHasher.plain(5).mustUpdate(BcryptHasher.plain(4).encode("x"))).isTrue();
  }

  @Test
  void storedWorkThatWouldExhaustTheMemoryIsRefused() {
    assertThatThrownBy(() -> ScryptHasher.standard().verify("x", "scrypt$1073741824$s$8$1$aa=="))
        .hasMessageContaining("at most 512 MiB");
    assertThatThrownBy(() ->
            Argon2Hasher.standard()
                .verify("x", "argon2$argon2id$v=19$m=99999999,t=2,p=8$c29tZXNhbHQ$aaaa"))
        .hasMessageContaining("8 KiB a lane to 1 GiB");
  }

  @Test
  void bcryptTakesNoMoreThan72BytesAndSaysSo() {
    assertThatThrownBy(() -> BcryptHasher.plain(4).encode("x".repeat(73)))
        .hasMessage(
            "The password is longer than the 72 bytes that bcrypt takes: use bcrypt_sha256");
    BcryptHasher digested = BcryptHasher.sha256(4);
    String encoded = digested.encode("x".repeat(73));
    assertThat(digested.verify("x".repeat(74), encoded)).isFalse();
  }

  @Test
  void theFirstHasherIsForNewPasswordsAndAllForOldOnes() {
    Passwords passwords = new Passwords(cheap());
    assertThat(passwords.hash("letmein")).startsWith("argon2$argon2id$v=19$m=64,t=1,p=1$");
    String old = BcryptHasher.plain(4).encode("letmein");
    assertThat(passwords.verify("letmein", old)).isTrue();
    assertThat(passwords.mustUpdate(old)).isTrue();
  }
}
