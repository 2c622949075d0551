package io.quintet.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.cache.spi.CacheStore;
import io.quintet.cache.spi.CacheStores;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryCacheTest extends CacheContract {
  private final MovableClock clock = new MovableClock();

  @Override
  protected CacheStore openStore() {
    return CacheStores.memory(1000, clock);
  }

  @Override
  protected void pass(Duration duration) {
    clock.advance(duration);
  }

  @Test
  void aFullCacheLetsEntriesGo() {
    Cache cache = Cache.over(CacheStores.memory(10, clock), "p", Duration.ofHours(1));
    IntStream.range(0, 100).forEach(i -> cache.set("k" + i, i));

    assertThat(IntStream.range(0, 100).filter(i -> cache.has("k" + i)).count())
        .isLessThanOrEqualTo(10);
  }
}
