package io.quintet.cache;

import io.quintet.core.SiteContext;
import io.quintet.core.checks.Check;
import io.quintet.core.checks.CheckContext;
import io.quintet.core.checks.CheckMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds unknown back ends, folders that cannot be written, and caches that processes cannot share.
 */
final class CacheChecks implements Check {
  @Override
  public List<CheckMessage> run(CheckContext context) {
    SiteContext site = context.site();
    List<CheckMessage> found = new ArrayList<>();
    String backend = site.setting(CacheSettings.BACKEND);
    if (Caches.backend(site).isEmpty()) {
      found.add(
          CheckMessage.error(
              "cache.E001",
              Caches.unknownBackend(site),
              "Set " + CacheSettings.BACKEND.variable() + " to one of these"));
    }
    Path folder = site.baseDir().resolve(site.setting(CacheSettings.FOLDER)).toAbsolutePath();
    if (backend.equals("file") && !canWrite(folder)) {
      found.add(
          CheckMessage.error(
              "cache.E002",
              "The folder of the file cache, " + folder + ", cannot be written",
              "Give the user that runs the site the right to write there, or set "
                  + CacheSettings.FOLDER.variable()
                  + " to another folder"));
    }
    if (context.deploy() && backend.equals("memory")) {
      found.add(
          CheckMessage.warning(
              "cache.W001",
              "The cache is in the memory of one process: other processes and workers have caches of their own, and an invalidation does not reach them",
              "With more than one process set "
                  + CacheSettings.BACKEND.variable()
                  + " to redis, or to file on one machine"));
    }
    return found;
  }

  private static boolean canWrite(Path folder) {
    Path existing = folder;
    while (!Files.exists(existing) && existing.getParent() instanceof Path parent) {
      existing = parent;
    }
    return Files.isDirectory(existing) && Files.isWritable(existing);
  }
}
