package io.quintet.storage;

import io.quintet.core.SiteContext;
import io.quintet.core.checks.Check;
import io.quintet.core.checks.CheckContext;
import io.quintet.core.checks.CheckMessage;
import io.quintet.core.settings.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds folders that cannot be written, and private files that would be public. */
final class StorageChecks implements Check {
  @Override
  public List<CheckMessage> run(CheckContext context) {
    SiteContext site = context.site();
    if (!site.setting(StorageSettings.BACKEND).equals(LocalBackend.NAME)) {
      return List.of();
    }
    List<CheckMessage> found = new ArrayList<>();
    checkWritable(site, StorageSettings.MEDIA_ROOT, "storage.E001", found);
    checkWritable(site, StorageSettings.PRIVATE_ROOT, "storage.E002", found);
    Path media = folder(site, StorageSettings.MEDIA_ROOT);
    Path secret = folder(site, StorageSettings.PRIVATE_ROOT);
    if (secret.startsWith(media)) {
      found.add(
          CheckMessage.error(
              "storage.E003",
              "The private files in %s lie within the public ones in %s, so everyone may fetch them"
                  .formatted(secret, media),
              "Set storage.private-root to a folder outside storage.media-root"));
    }
    return found;
  }

  private static void checkWritable(
      SiteContext site, Setting<Path> setting, String id, List<CheckMessage> found) {
    Path folder = folder(site, setting);
    Path existing = folder;
    while (!Files.exists(existing) && existing.getParent() instanceof Path parent) {
      existing = parent;
    }
    if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
      found.add(
          CheckMessage.error(
              id,
              "%s is %s, but %s".formatted(setting.key(), folder, problem(existing)),
              "Give the user that runs the site the right to write there, or set "
                  + setting.variable()
                  + " to another folder"));
    }
  }

  private static String problem(Path existing) {
    return existing + (Files.isDirectory(existing) ? " cannot be written" : " is not a folder");
  }

  private static Path folder(SiteContext site, Setting<Path> setting) {
    return site.baseDir().resolve(site.setting(setting)).toAbsolutePath().normalize();
  }
}
