package io.quintet.storage;

import io.quintet.core.settings.Setting;
import java.nio.file.Path;

/** The settings of this room. */
public final class StorageSettings {
  /** Where public and private files are kept. */
  public static final Setting<String> BACKEND =
      Setting.text(
          "storage.backend", LocalBackend.NAME, "Where files are kept: local (folders) or s3");

  /** The folder of the public files. */
  public static final Setting<Path> MEDIA_ROOT =
      Setting.path("storage.media-root", Path.of("var/media"), "Folder of the public files");

  /** What stands before the name of a public file in a URL. */
  public static final Setting<String> MEDIA_URL =
      Setting.text("storage.media-url", "/media/", "Path or URL before the names of public files")
          .check(
              StorageSettings::isUrlPrefix,
              "it must begin with / or https:// (or http://) and end with /");

  /** The folder of the private files. */
  public static final Setting<Path> PRIVATE_ROOT =
      Setting.path("storage.private-root", Path.of("var/private"), "Folder of the private files");

  /** What stands before the token in a signed address of a private file. */
  public static final Setting<String> SIGNED_URL =
      Setting.text(
              "storage.signed-url", "/files/", "Path or URL before the token of a signed address")
          .check(
              StorageSettings::isUrlPrefix,
              "it must begin with / or https:// (or http://) and end with /");

  private StorageSettings() {}

  private static boolean isUrlPrefix(String text) {
    boolean begins =
        text.startsWith("/") && !text.startsWith("//")
            || text.startsWith("https://")
            || text.startsWith("http://");
    return begins && text.endsWith("/");
  }
}
