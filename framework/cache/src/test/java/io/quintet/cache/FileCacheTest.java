package io.quintet.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.cache.spi.CacheStore;
import io.quintet.cache.spi.CacheStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCacheTest extends CacheContract {
  private final MovableClock clock = new MovableClock();
  @TempDir private Path folder;

  @Override
  protected CacheStore openStore() {
    return CacheStores.files(folder.resolve("cache"), 1000, clock);
  }

  @Override
  protected void pass(Duration duration) {
    clock.advance(duration);
  }

  private Cache cacheOf(int maxEntries) {
    return Cache.over(
        CacheStores.files(folder.resolve("cache"), maxEntries, clock), "p", Duration.ofHours(1));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(path -> path.toString().endsWith(".cache")).toList();
    }
  }

  @Test
  void anotherProcessOverTheSameFolderSeesTheValues() {
    cacheOf(10).set("k", "v");

    assertThat(cacheOf(10).get("k")).contains("v");
  }

  @Test
  void aFullCacheLetsTheExpiredAndThenTheOldestGo() throws IOException {
    Cache cache = cacheOf(30);
    IntStream.range(0, 10).forEach(i -> cache.set("short" + i, i, Duration.ofMinutes(1)));
    clock.advance(Duration.ofMinutes(2));
    IntStream.range(0, 25).forEach(i -> cache.set("long" + i, i));
    assertThat(files()).hasSizeLessThanOrEqualTo(30);
    assertThat(cache.getMany(IntStream.range(0, 25).mapToObj(i -> "long" + i).toList()))
        .hasSize(25);

    IntStream.range(25, 60).forEach(i -> cache.set("long" + i, i));

    assertThat(files()).hasSizeBetween(20, 31);
    assertThat(cache.has("long59")).isTrue();
  }

  @Test
  void aBrokenFileIsNothingButAMiss() throws IOException {
    Cache cache = cacheOf(10);
    cache.set("k", "v");
    byte[] whole = Files.readAllBytes(files().getFirst());

    for (int length : List.of(0, 3, 15, whole.length - 1)) {
      Files.write(files().getFirst(), java.util.Arrays.copyOf(whole, length));
      assertThat(cache.get("k")).isEmpty();
    }
    cache.set("k", "again");
    assertThat(cache.get("k")).contains("again");
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Cache cache = Cache.over(CacheStores.files(file, 10, clock), "p", Duration.ofHours(1));

    assertThatThrownBy(() -> cache.set("k", 1))
        .isInstanceOf(CacheException.class)
        .hasMessageStartingWith("The file cache in " + file + " failed");
  }
}
