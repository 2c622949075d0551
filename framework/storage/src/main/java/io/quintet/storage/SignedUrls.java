package io.quintet.storage;

import io.quintet.core.SiteContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Addresses that name one file and a moment after which they no longer work. */
final class SignedUrls {
  private final SiteContext site;
  private final ExpiringTokens tokens;

  SignedUrls(SiteContext site) {
    this.site = site;
    this.tokens = new ExpiringTokens(site, "io.quintet.storage.signed-url", 4000);
  }

  String url(StoredFile file, Duration validity) {
    if (!validity.isPositive()) {
      throw new IllegalArgumentException(
          "A signed address must be valid for some time, not for " + validity);
    }
    String token =
        tokens.sign(List.of(file.storage(), file.name()), ExpiringTokens.after(site, validity));
    return site.setting(StorageSettings.SIGNED_URL)
        + token
        + "/"
        + FileNames.urlPath(file.fileName());
  }

  Optional<StoredFile> verify(String token) {
    return tokens
        .read(token)
        .flatMap(parts ->
            parts.size() == 2
                    && parts.get(0) instanceof String storage
                    && parts.get(1) instanceof String name
                ? Optional.of(new StoredFile(storage, name))
                : Optional.empty());
  }
}
