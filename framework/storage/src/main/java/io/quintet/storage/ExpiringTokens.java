package io.quintet.storage;

import io.quintet.core.SiteContext;
import io.quintet.core.signing.BadSignature;
import io.quintet.core.signing.Signer;
import io.quintet.core.signing.Signing;
import io.quintet.core.signing.TimestampSigner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Signed texts that say some values until a moment; one purpose's are nothing to another. */
final class ExpiringTokens {
  private final SiteContext site;
  private final String purpose;
  private final int longest;

  /**
   * Those of a purpose.
   *
   * @param longest most characters of one that is read
   */
  ExpiringTokens(SiteContext site, String purpose, int longest) {
    this.site = site;
    this.purpose = purpose;
    this.longest = longest;
  }

  /** The moment so long from now, in whole seconds. */
  static Instant after(SiteContext site, Duration validity) {
    return Instant.ofEpochSecond(
        Math.addExact(site.clock().instant().getEpochSecond(), validity.toSeconds()));
  }

  String sign(List<?> values, Instant expires) {
    List<Object> all = new ArrayList<>(values);
    all.add(expires.getEpochSecond());
    return Signing.dumps(all, signer(), false);
  }

  /** The values; empty if the text was not signed here for this purpose, or is too old. */
  Optional<List<?>> read(String token) {
    if (token.length() > longest) {
      return Optional.empty();
    }
    try {
      return Signing.loads(token, signer()) instanceof List<?> all
              && !all.isEmpty()
              && all.getLast() instanceof Long expires
              && site.clock().instant().getEpochSecond() < expires
          ? Optional.of(all.subList(0, all.size() - 1))
          : Optional.empty();
    } catch (BadSignature e) {
      return Optional.empty();
    }
  }

  private TimestampSigner signer() {
    return new TimestampSigner(Signer.of(site, purpose), site.clock());
  }
}
