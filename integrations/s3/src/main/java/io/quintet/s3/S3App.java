package io.quintet.s3;

import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.core.SiteContext;
import io.quintet.core.checks.CheckContext;
import io.quintet.core.checks.CheckMessage;
import io.quintet.core.settings.Setting;
import io.quintet.storage.Storage;
import io.quintet.storage.StorageBackend;
import io.quintet.storage.StorageSettings;
import io.quintet.storage.Storages;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets a site keep its files in an S3-compatible store: set {@code storage.backend} to {@code s3},
 * {@code s3.public-bucket} and {@code s3.private-bucket} to two buckets, and {@code s3.endpoint} if
 * the store is not Amazon's.
 */
public final class S3App implements App {
  private static final String NAME = "s3";

  private static final class Backend implements StorageBackend {
    @Override
    public String name() {
      return NAME;
    }

    @Override
    public Storage publicFiles(SiteContext site, String alias) {
      return S3Storage.publicFiles(
          site,
          alias,
          site.setting(S3Settings.PUBLIC_BUCKET),
          site.setting(S3Settings.PUBLIC_PREFIX),
          emptyToNull(site.setting(S3Settings.PUBLIC_URL)));
    }

    @Override
    public Storage privateFiles(SiteContext site, String alias) {
      return S3Storage.privateFiles(
          site,
          alias,
          site.setting(S3Settings.PRIVATE_BUCKET),
          site.setting(S3Settings.PRIVATE_PREFIX));
    }

    private static @Nullable String emptyToNull(String text) {
      return text.isEmpty() ? null : text;
    }
  }

  /** The app. */
  public S3App() {}

  @Override
  public String label() {
    return NAME;
  }

  @Override
  public void configure(AppConfig config) {
    config
        .add(Storages.BACKENDS, new Backend())
        .settings(
            S3Settings.ENDPOINT,
            S3Settings.REGION,
            S3Settings.ACCESS_KEY,
            S3Settings.SECRET_KEY,
            S3Settings.PATH_STYLE,
            S3Settings.PUBLIC_BUCKET,
            S3Settings.PUBLIC_PREFIX,
            S3Settings.PUBLIC_URL,
            S3Settings.PRIVATE_BUCKET,
            S3Settings.PRIVATE_PREFIX,
            S3Settings.MAX_AGE,
            S3Settings.TIMEOUT)
        .checks(S3App::check);
  }

  private static List<CheckMessage> check(CheckContext context) {
    SiteContext site = context.site();
    List<CheckMessage> found = new ArrayList<>();
    if (!site.setting(StorageSettings.BACKEND).equals(NAME)) {
      return found;
    }
    requireBucket(site, S3Settings.PUBLIC_BUCKET, "s3.E001", found);
    requireBucket(site, S3Settings.PRIVATE_BUCKET, "s3.E002", found);
    if (found.isEmpty()
        && site.setting(S3Settings.PUBLIC_BUCKET).equals(site.setting(S3Settings.PRIVATE_BUCKET))) {
      found.add(
          CheckMessage.warning(
              "s3.W001",
              "Public and private files share the bucket %s, so a policy that opens the bucket opens the private files"
                  .formatted(site.setting(S3Settings.PUBLIC_BUCKET)),
              "Set " + S3Settings.PRIVATE_BUCKET.variable() + " to a bucket of its own"));
    }
    if (site.setting(S3Settings.ACCESS_KEY).isEmpty()
        != site.setting(S3Settings.SECRET_KEY).isEmpty()) {
      found.add(
          CheckMessage.error(
              "s3.E003",
              "Only one of s3.access-key and s3.secret-key is set",
              "Set both, or neither for what the machine's role or profile gives"));
    }
    return found;
  }

  private static void requireBucket(
      SiteContext site, Setting<String> setting, String id, List<CheckMessage> found) {
    if (site.setting(setting).isEmpty()) {
      found.add(
          CheckMessage.error(
              id,
              "storage.backend is s3, but " + setting.key() + " is empty",
              "Set " + setting.variable() + " to the name of a bucket"));
    }
  }
}
