package io.quintet.cache;

import io.quintet.core.settings.Setting;
import java.nio.file.Path;
import java.time.Duration;

/** The settings of this room; they describe the default cache. */
public final class CacheSettings {
  /** The kind of store. */
  public static final Setting<String> BACKEND =
      Setting.text(
          "cache.backend",
          "memory",
          "Where cached values are: memory, file, none, or what an app adds, such as redis");

  /** The address of a store outside the process. */
  public static final Setting<String> URL =
      Setting.secret("cache.url", "", "Address of the store, such as redis://127.0.0.1:6379/0");

  /** What stands before every key. */
  public static final Setting<String> PREFIX =
      Setting.text("cache.prefix", "", "What stands before every key; the site's name when empty")
          .check(prefix -> prefix.indexOf(':') < 0, "it must not hold a colon");

  /** How long entries last where nothing else is said. */
  public static final Setting<Duration> TIME_TO_LIVE =
      Setting.duration(
              "cache.time-to-live",
              Duration.ofMinutes(5),
              "How long entries last where nothing else is said")
          .check(Duration::isPositive, "it must be positive");

  /** Most entries of the memory and file stores. */
  public static final Setting<Integer> MAX_ENTRIES =
      Setting.integer("cache.max-entries", 10_000, "Most entries of the memory and the file store")
          .check(count -> count > 0, "it must be at least 1");

  /** The folder of the file store. */
  public static final Setting<Path> FOLDER =
      Setting.path("cache.folder", Path.of("var/cache"), "Folder of the file store");

  private CacheSettings() {}
}
