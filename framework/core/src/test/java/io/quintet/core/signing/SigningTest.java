package io.quintet.core.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The expected signatures are what Django 5.2 makes of the same key, salt and value. */
class SigningTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.ofEpochSecond(1_773_577_845), ZoneOffset.UTC);
  private static final String SIGNER_SALT = "django.core.signing.Signer";

  @Test
  void aSignatureIsTheOneThatDjangoMakes() {
    Signer signer = Signer.of("secret", List.of(), SIGNER_SALT);
    assertThat(signer.sign("hello")).isEqualTo("hello:FRBs_KKrjaVe9zJEdlQdiuJ2n9jBEsFOL1Capquoa18");
    assertThat(signer.unsign("a:b:c:Y2iQ1rUL-ai1PfLhqSHc8JA-dg9Y11HF1_rymIn3t8c"))
        .isEqualTo("a:b:c");
    assertThat(
            Signer.of("k", List.of(), "s").withSeparator('/').withAlgorithm("sha1").sign("hello"))
        .isEqualTo("hello/BXOgUonHkOmZ5ILsVtv9pxuim1w");
  }

  @Test
  void aFormerKeyIsStillAccepted() {
    Signer signer = Signer.of("secret", List.of("oldsecret"), SIGNER_SALT);
    assertThat(signer.unsign("abc:7c3oKhXGHLC0vSJepGbFKZp_IrzevBFx3CP0vkp45z0")).isEqualTo("abc");
  }

  @Test
  void aTimeStampIsSignedWithTheValue() {
    var signer =
        new TimestampSigner(
            Signer.of("secret", List.of(), "django.core.signing.TimestampSigner"), CLOCK);
    String signed = "hello:1w1kcH:v8sX4cnN_kd-_y8DrOrf4rF8jR7jjmFOaaRbmnCKMco";
    assertThat(signer.sign("hello")).isEqualTo(signed);
    assertThat(signer.unsign(signed, Duration.ofSeconds(1))).isEqualTo("hello");
    var later =
        new TimestampSigner(
            Signer.of("secret", List.of(), "django.core.signing.TimestampSigner"),
            Clock.offset(CLOCK, Duration.ofSeconds(11)));
    assertThatThrownBy(() -> later.unsign(signed, Duration.ofSeconds(10)))
        .isInstanceOf(SignatureExpired.class)
        .hasMessage("Signature age 11 > 10 seconds");
  }

  @Test
  void valuesAreSignedAsJson() {
    var signer = new TimestampSigner(Signer.of("k1", List.of(), "django.core.signing"), CLOCK);
    String signed = "eyJ1c2VyIjoxfQ:1w1kcH:tA_gcMHcLprJ7v8gyILI1HXPfIxKFLnQb24BUhcR6a0";
    assertThat(Signing.dumps(Map.of("user", 1), signer, true)).isEqualTo(signed);
    assertThat(Signing.loads(signed, signer)).isEqualTo(Map.of("user", 1L));
    String large = Signing.dumps("x".repeat(10_000), signer, true);
    assertThat(large).hasSizeLessThan(200);
    assertThat(Signing.loads(large, signer)).isEqualTo("x".repeat(10_000));
  }

  @Test
  void tamperingIsDetected() {
    Signer signer = Signer.of("secret", List.of(), SIGNER_SALT);
    String signed = signer.sign("hello");
    for (String wrong : List.of(signed + "x", "x" + signed, signed.toUpperCase(), "hello", "")) {
      assertThatThrownBy(() -> signer.unsign(wrong)).isInstanceOf(BadSignature.class);
    }
  }
}
