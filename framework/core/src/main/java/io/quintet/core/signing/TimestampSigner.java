package io.quintet.core.signing;

import io.quintet.core.SiteContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Signs text together with the time, so that a signature can be refused when it has grown old. */
public final class TimestampSigner {
  private final Signer signer;
  private final Clock clock;

  /** A signer that reads the time from {@code clock}. */
  public TimestampSigner(Signer signer, Clock clock) {
    this.signer = signer;
    this.clock = clock;
  }

  /** A signer of the current site's secret key and clock. */
  public static TimestampSigner of(String salt) {
    SiteContext site = SiteContext.current();
    return new TimestampSigner(Signer.of(site, salt), site.clock());
  }

  /** The text, the time in base 62 and the signature. */
  public String sign(String value) {
    return signer.sign(
        value + signer.separator() + Base62.encode(clock.instant().getEpochSecond()));
  }

  /**
   * The text that was signed, however long ago.
   *
   * @throws BadSignature if the signature does not match
   */
  public String unsign(String signed) {
    return read(signed).value();
  }

  /**
   * The text that was signed.
   *
   * @throws BadSignature if the signature does not match
   * @throws SignatureExpired if it is older than {@code maxAge}
   */
  public String unsign(String signed, Duration maxAge) {
    Stamped stamped = read(signed);
    Duration age = Duration.between(stamped.at(), clock.instant());
    if (age.compareTo(maxAge) > 0) {
      throw new SignatureExpired(
          "Signature age " + age.toSeconds() + " > " + maxAge.toSeconds() + " seconds");
    }
    return stamped.value();
  }

  private record Stamped(String value, Instant at) {}

  private Stamped read(String signed) {
    String result = signer.unsign(signed);
    int at = result.lastIndexOf(signer.separator());
    if (at < 0) {
      throw new BadSignature("No time stamp found in value");
    }
    try {
      long seconds = Base62.decode(result.substring(at + 1));
      return new Stamped(result.substring(0, at), Instant.ofEpochSecond(seconds));
    } catch (ArithmeticException | NumberFormatException | java.time.DateTimeException e) {
      throw new BadSignature("The time stamp in the value cannot be read");
    }
  }
}
