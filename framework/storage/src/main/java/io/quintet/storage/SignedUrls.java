package io.quintet.storage;

import io.quintet.core.SiteContext;
import io.quintet.core.signing.BadSignature;
import io.quintet.core.signing.Signer;
import io.quintet.core.signing.Signing;
import io.quintet.core.signing.TimestampSigner;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Addresses that name one file and a moment after which they no longer work. */
final class SignedUrls {
  private static final String PURPOSE = "io.quintet.storage.signed-url";
  private static final int MAX_TOKEN = 4000;

  private final SiteContext site;

  SignedUrls(SiteContext site) {
    this.site = site;
  }

  String url(StoredFile file, Duration validity) {
    if (!validity.isPositive()) {
      throw new IllegalArgumentException(
          "A signed address must be valid for some time, not for " + validity);
    }
    long expires = Math.addExact(site.clock().instant().getEpochSecond(), validity.toSeconds());
    String token = Signing.dumps(List.of(file.storage(), file.name(), expires), signer(), false);
    return site.setting(StorageSettings.SIGNED_URL)
        + token
        + "/"
        + UrlPaths.encode(file.fileName());
  }

  Optional<StoredFile> verify(String token) {
    if (token.length() > MAX_TOKEN) {
      return Optional.empty();
    }
    try {
      return Signing.loads(token, signer()) instanceof List<?> parts
              && parts.size() == 3
              && parts.get(0) instanceof String storage
              && parts.get(1) instanceof String name
              && parts.get(2) instanceof Long expires
              && site.clock().instant().getEpochSecond() < expires
          ? Optional.of(new StoredFile(storage, name))
          : Optional.empty();
    } catch (BadSignature e) {
      return Optional.empty();
    }
  }

  private TimestampSigner signer() {
    return new TimestampSigner(Signer.of(site, PURPOSE), site.clock());
  }
}
