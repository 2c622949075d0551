package io.quintet.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Files in memory, for tests: gone when the process ends. */
public final class MemoryStorage implements Storage {
  private record Entry(byte[] content, Instant modified) {}

  private final String alias;
  private final @Nullable String baseUrl;
  private final Clock clock;
  private final ConcurrentMap<String, Entry> entries = new ConcurrentHashMap<>();

  private MemoryStorage(String alias, @Nullable String baseUrl, Clock clock) {
    this.alias = alias;
    this.baseUrl = baseUrl;
    this.clock = clock;
  }

  /**
   * A storage whose files have public addresses.
   *
   * @param alias the alias it is known by
   * @param baseUrl what stands before a name in a URL, with a slash at its end
   * @param clock gives the time a file was written
   * @return an empty storage
   */
  public static MemoryStorage publicFiles(String alias, String baseUrl, Clock clock) {
    return new MemoryStorage(alias, baseUrl, clock);
  }

  /**
   * A storage without public addresses.
   *
   * @param alias the alias it is known by
   * @param clock gives the time a file was written
   * @return an empty storage
   */
  public static MemoryStorage privateFiles(String alias, Clock clock) {
    return new MemoryStorage(alias, null, clock);
  }

  @Override
  public String alias() {
    return alias;
  }

  @Override
  public boolean isPublic() {
    return baseUrl != null;
  }

  @Override
  public StoredFile save(String name, InputStream content) {
    String wanted = FileNames.valid(name);
    Entry entry;
    try {
      entry = new Entry(content.readAllBytes(), clock.instant());
    } catch (IOException e) {
      throw new StorageException(
          "Storage \"" + alias + "\" could not save \"" + wanted + "\": it cannot be read", e);
    }
    String free = wanted;
    while (entries.putIfAbsent(free, entry) != null) {
      free = FileNames.alternative(wanted);
    }
    return new StoredFile(alias, free);
  }

  @Override
  public InputStream open(String name) {
    return new ByteArrayInputStream(entry(name).content);
  }

  @Override
  public boolean delete(String name) {
    return entries.remove(FileNames.check(name)) != null;
  }

  @Override
  public boolean exists(String name) {
    return entries.containsKey(FileNames.check(name));
  }

  @Override
  public long size(String name) {
    return entry(name).content.length;
  }

  @Override
  public Instant modified(String name) {
    return entry(name).modified;
  }

  @Override
  public String url(String name) {
    return PublicUrls.of(alias, baseUrl, name);
  }

  @Override
  public List<String> list(String folder) {
    String prefix = folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
    TreeSet<String> names = new TreeSet<>();
    for (String name : entries.keySet()) {
      if (name.startsWith(prefix)) {
        int slash = name.indexOf('/', prefix.length());
        names.add(slash < 0 ? name : name.substring(0, slash + 1));
      }
    }
    return List.copyOf(names);
  }

  private Entry entry(String name) {
    Entry entry = entries.get(FileNames.check(name));
    if (entry == null) {
      throw new MissingFileException(alias, name);
    }
    return entry;
  }

  @Override
  public String toString() {
    return "MemoryStorage[" + alias + ", " + entries.size() + " files]";
  }
}
