package io.quintet.s3;

import io.quintet.core.settings.Setting;
import java.time.Duration;

/** The settings of this module. */
public final class S3Settings {
  /** Where the store answers. */
  public static final Setting<String> ENDPOINT =
      Setting.text("s3.endpoint", "", "Address of the store; empty for Amazon's in s3.region")
          .check(
              text -> text.isEmpty() || text.startsWith("https://") || text.startsWith("http://"),
              "it must begin with https:// or http://");

  /** The region the buckets are in. */
  public static final Setting<String> REGION =
      Setting.text("s3.region", "us-east-1", "Region of the buckets");

  /** The name of the site at the store. */
  public static final Setting<String> ACCESS_KEY =
      Setting.text(
          "s3.access-key", "", "Access key; empty for what the machine's role or profile gives");

  /** The secret that signs requests. */
  public static final Setting<String> SECRET_KEY =
      Setting.secret("s3.secret-key", "", "Secret of the access key");

  /** How addresses name a bucket. */
  public static final Setting<Boolean> PATH_STYLE =
      Setting.bool(
          "s3.path-style",
          false,
          "Whether the bucket stands in the path of addresses, not in their host name; most stores but Amazon's want this");

  /** The bucket of the public files. */
  public static final Setting<String> PUBLIC_BUCKET =
      Setting.text("s3.public-bucket", "", "Bucket of the public files");

  /** What stands before the names of public files in their bucket. */
  public static final Setting<String> PUBLIC_PREFIX =
      prefix("s3.public-prefix", "Folder of the public files in their bucket");

  /** What stands before the names of public files in addresses. */
  public static final Setting<String> PUBLIC_URL =
      Setting.text(
              "s3.public-url",
              "",
              "URL before the names of public files, such as that of a CDN; empty for the bucket's own")
          .check(
              text ->
                  text.isEmpty()
                      || text.endsWith("/")
                          && (text.startsWith("https://") || text.startsWith("http://")),
              "it must begin with https:// or http:// and end with /");

  /** The bucket of the private files. */
  public static final Setting<String> PRIVATE_BUCKET =
      Setting.text("s3.private-bucket", "", "Bucket of the private files; no policy may open it");

  /** What stands before the names of private files in their bucket. */
  public static final Setting<String> PRIVATE_PREFIX =
      prefix("s3.private-prefix", "Folder of the private files in their bucket");

  /** How long browsers and proxies may keep public files. */
  public static final Setting<Duration> MAX_AGE =
      Setting.duration(
          "s3.max-age",
          Duration.ofHours(1),
          "How long browsers may keep a public file without asking again");

  /** How long to wait for the store. */
  public static final Setting<Duration> TIMEOUT =
      Setting.duration(
              "s3.timeout", Duration.ofSeconds(10), "How long to wait for the store's next bytes")
          .check(Duration::isPositive, "it must be positive");

  private S3Settings() {}

  private static Setting<String> prefix(String key, String help) {
    return Setting.text(key, "", help)
        .check(
            text -> text.isEmpty() || text.endsWith("/") && !text.startsWith("/"),
            "it must end with / and not begin with it");
  }
}
