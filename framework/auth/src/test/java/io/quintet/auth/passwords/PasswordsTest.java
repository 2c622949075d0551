package io.quintet.auth.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The hashes are what Django 5.2 makes of the same password, salt and iterations. */
class PasswordsTest {
  private static final int ROUNDS = 60_000;

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

  /** CVE-2025-13473 and its siblings: the time of a refusal tells nothing. */
  @Test
  void aRefusalCostsTheSameWhateverIsStored() {
    Passwords current = new Passwords(ROUNDS);
    long known = cost(current, current.hash("secret"));
    for (String stored :
        List.of(
            Passwords.unusable(),
            "",
            "no hash",
            new Passwords(ROUNDS / 20).hash("secret"),
            Pbkdf2Hasher.sha1(ROUNDS / 20).encode("secret", "seasalt"))) {
      double ratio = (double) cost(current, stored) / known;
      assertThat(ratio).as(stored).isBetween(1 / 3.0, 3.0);
    }
  }

  private static long cost(Passwords passwords, String stored) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      long start = threads.getCurrentThreadCpuTime();
      assertThat(passwords.verify("wrong", stored)).isFalse();
      least = Math.min(least, threads.getCurrentThreadCpuTime() - start);
    }
    return least;
  }

  @Test
  void aSaltWithADollarSignIsRefused() {
    assertThatThrownBy(() -> Pbkdf2Hasher.sha256(1).encode("x", "a$b"))
        .hasMessage("salt must be provided and cannot contain $.");
  }
}
