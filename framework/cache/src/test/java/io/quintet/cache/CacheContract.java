package io.quintet.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.cache.spi.CacheStore;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every back end of the cache does. */
public abstract class CacheContract {
  private static final Duration SHORT = Duration.ofMillis(400);
  private static final Duration HOUR = Duration.ofHours(1);

  private CacheStore store;
  private Cache cache;

  /** An empty store, or one where nobody else uses keys that begin with {@code contract}. */
  protected abstract CacheStore openStore() throws Exception;

  /** Lets time pass for the store. */
  protected abstract void pass(Duration duration);

  @BeforeEach
  void openCache() throws Exception {
    store = openStore();
    cache = Cache.over(store, "contract" + UUID.randomUUID(), HOUR);
  }

  @AfterEach
  void closeStore() {
    if (store != null) {
      cache.clear();
      store.close();
    }
  }

  static List<Object> valuesThatCanBeCached() {
    return List.of(
        "",
        "Grüße 🎉",
        true,
        false,
        0,
        -7,
        Integer.MAX_VALUE,
        5_000_000_000L,
        Long.MIN_VALUE,
        1.5f,
        Math.PI,
        Double.NaN,
        new BigInteger("123456789012345678901234567890"),
        new BigDecimal("12.500"),
        UUID.fromString("00000000-0000-4000-8000-000000000001"),
        Instant.parse("2026-11-24T12:00:00.123456789Z"),
        LocalDate.of(2026, 11, 24),
        LocalTime.of(12, 30),
        LocalDateTime.of(2026, 11, 24, 12, 30, 1),
        OffsetDateTime.parse("2026-11-24T12:30:00+01:00"),
        ZonedDateTime.parse("2026-11-24T12:30:00+01:00[Europe/Vienna]"),
        Duration.ofSeconds(3, 5),
        List.of(),
        List.of(1, 2L, "three", List.of(4.0)),
        new LinkedHashSet<>(List.of("b", "a")),
        Map.of("n", 1));
  }

  @ParameterizedTest
  @MethodSource("valuesThatCanBeCached")
  void aValueComesBackAsTheTypeItWas(Object value) {
    cache.set("k", value);

    assertThat(cache.get("k")).contains(value);
    if (!(value instanceof List || value instanceof Set || value instanceof Map)) {
      assertThat(cache.get("k").orElseThrow()).hasSameClassAs(value);
    }
  }

  @Test
  void bytesComeBackAsACopy() {
    byte[] bytes = {0, 1, -1};
    cache.set("k", bytes);
    bytes[0] = 9;
    cache.get("k", byte[].class).orElseThrow()[1] = 9;

    assertThat(cache.get("k", byte[].class).orElseThrow()).containsExactly(0, 1, -1);
  }

  @Test
  void collectionsComeBackInTheirOrderAndUnmodifiable() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("z", Arrays.asList(1, null));
    map.put("a", null);
    cache.set("k", map);
    map.put("later", 1);

    Map<?, ?> found = cache.get("k", Map.class).orElseThrow();
    assertThat(found.keySet()).extracting(Object::toString).containsExactly("z", "a");
    assertThatThrownBy(() -> found.remove("z")).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> ((List<?>) found.get("z")).clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aCachedNullDiffersFromNothing() {
    AtomicInteger computed = new AtomicInteger();
    Supplier<String> nothing =
        () -> {
          computed.incrementAndGet();
          return null;
        };

    assertThat(cache.has("k")).isFalse();
    assertThat(cache.<String>getOrSet("k", nothing)).isNull();
    assertThat(cache.<String>getOrSet("k", nothing)).isNull();
    assertThat(computed).hasValue(1);
    assertThat(cache.has("k")).isTrue();
    assertThat(cache.get("k")).isEmpty();
  }

  @Test
  void aKeyMayBeAnyText() {
    List<String> keys =
        List.of("a b", "a\nb\0", "ä/../ö", "*", "[a-z]?", "x".repeat(5000), "x".repeat(5001));
    keys.forEach(key -> cache.set(key, key));

    keys.forEach(key -> assertThat(cache.get(key)).contains(key));
  }

  @Test
  void anEntryExpires() {
    cache.set("short", 1, SHORT);
    cache.set("long", 1, HOUR);
    cache.set("ever", 1, Cache.FOREVER);

    pass(SHORT.plusMillis(20));

    assertThat(cache.get("short")).isEmpty();
    assertThat(cache.get("long")).contains(1);
    assertThat(cache.get("ever")).contains(1);
    assertThat(cache.touch("short", HOUR)).isFalse();
    assertThat(cache.delete("short")).isFalse();
    assertThat(cache.increment("short", 1)).isEmpty();
    assertThat(cache.add("short", 2, HOUR)).isTrue();
  }

  @Test
  void touchingLetsAnEntryLastLonger() {
    cache.set("k", 1, SHORT);

    assertThat(cache.touch("k", HOUR)).isTrue();
    pass(SHORT.plusMillis(20));

    assertThat(cache.get("k")).contains(1);
    assertThat(cache.touch("other", Cache.FOREVER)).isFalse();
  }

  @Test
  void addingDoesNotReplace() {
    assertThat(cache.add("k", 1, HOUR)).isTrue();
    assertThat(cache.add("k", 2, HOUR)).isFalse();
    assertThat(cache.get("k")).contains(1);
  }

  @Test
  void deletingTellsWhetherThereWasAValue() {
    cache.set("k", 1);

    assertThat(cache.delete("k")).isTrue();
    assertThat(cache.delete("k")).isFalse();
    assertThat(cache.get("k")).isEmpty();
  }

  @Test
  void countingKeepsTheTimeToLive() {
    cache.set("int", 5, HOUR);
    cache.set("long", 5_000_000_000L, HOUR);

    assertThat(cache.increment("int", 3)).hasValue(8);
    assertThat(cache.increment("int", -10)).hasValue(-2);
    assertThat(cache.increment("long", 1)).hasValue(5_000_000_001L);
    assertThat(cache.get("int")).contains(-2L);
    assertThat(cache.increment("none", 1)).isEqualTo(OptionalLong.empty());

    cache.touch("int", SHORT);
    cache.increment("int", 1);
    pass(SHORT.plusMillis(20));
    assertThat(cache.has("int")).isFalse();
  }

  @Test
  void countBeginsAtOneAndStartsAgainWhenItsTimeIsOver() {
    assertThat(cache.count("hits", HOUR)).isEqualTo(1);
    assertThat(cache.count("hits", HOUR)).isEqualTo(2);
    cache.touch("hits", SHORT);
    cache.increment("hits", 1);
    pass(SHORT.plusMillis(20));
    assertThat(cache.count("hits", HOUR)).isEqualTo(1);
  }

  @Test
  void manyThreadsCountWithoutLosingOne() throws Exception {
    inThreads(16, () -> cache.count("hits", HOUR));

    assertThat(cache.get("hits")).contains(16L);
  }

  @Test
  void onlyTextsAndOtherNonNumbersCannotBeCounted() {
    cache.set("text", "7");
    cache.set("null", null);
    cache.set("full", Long.MAX_VALUE);

    assertThatThrownBy(() -> cache.increment("text", 1))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining("is a String, not a whole number, so nothing can be added to it");
    assertThatThrownBy(() -> cache.increment("null", 1)).isInstanceOf(CacheException.class);
    assertThatThrownBy(() -> cache.increment("full", 1))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining("gives more than a long can hold");
    assertThat(cache.get("full")).contains(Long.MAX_VALUE);
  }

  @Test
  void severalKeysAreReadWrittenAndDeletedTogether() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("a", 1);
    values.put("b", null);
    values.put("c", "three");
    cache.setMany(values, HOUR);

    assertThat(cache.getMany(List.of("c", "x", "b", "a")))
        .containsExactly(Map.entry("c", "three"), entryWithNull("b"), Map.entry("a", 1));
    cache.deleteMany(List.of("a", "b", "x"));
    assertThat(cache.getMany(values.keySet())).containsOnlyKeys("c");
    assertThat(cache.getMany(List.of())).isEmpty();
    cache.setMany(Map.of(), HOUR);
    cache.deleteMany(List.of());
  }

  private static Map.Entry<String, Object> entryWithNull(String key) {
    return new java.util.AbstractMap.SimpleEntry<>(key, null);
  }

  @Test
  void viewsHaveKeysOfTheirOwnAndClearOnlyThem() {
    Cache blog = cache.within("blog");
    Cache second = cache.withVersion(2);
    Cache star = cache.within("bl*");
    cache.set("k", "root");
    blog.set("k", "blog");
    second.set("k", "second");
    star.set("k", "star");

    assertThat(blog.get("k")).contains("blog");
    assertThat(second.get("k")).contains("second");
    star.clear();
    assertThat(star.has("k")).isFalse();
    assertThat(blog.has("k")).isTrue();
    blog.clear();
    assertThat(blog.has("k")).isFalse();
    assertThat(cache.get("k")).contains("root");
    cache.clear();
    assertThat(cache.has("k")).isFalse();
    assertThat(second.has("k")).isTrue();
    second.clear();
  }

  @Test
  void manyThreadsThatWantTheSameValueComputeItOnce() throws Exception {
    AtomicInteger computed = new AtomicInteger();
    CountDownLatch everyoneIsHere = new CountDownLatch(8);
    Set<Object> seen = ConcurrentHashMap.newKeySet();

    inThreads(
        8,
        () -> {
          everyoneIsHere.countDown();
          everyoneIsHere.await();
          return seen.add(
              cache.getOrSet(
                  "slow",
                  HOUR,
                  () -> {
                    computed.incrementAndGet();
                    Thread.yield();
                    return List.of("value");
                  }));
        });

    assertThat(computed).hasValue(1);
    assertThat(seen).containsExactly(List.of("value"));
  }

  @Test
  void aFailedComputationIsNotCached() {
    assertThatThrownBy(() ->
            cache.getOrSet(
                "k",
                () -> {
                  throw new IllegalStateException("no database");
                }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no database");
    assertThat(cache.getOrSet("k", () -> "now")).isEqualTo("now");
  }

  @Test
  void aComputationThatNeedsItselfIsReported() {
    assertThatThrownBy(() -> cache.getOrSet("k", () -> cache.getOrSet("k", () -> 1)))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining("its supplier asks the cache for the same key");
  }

  private static void inThreads(int count, java.util.concurrent.Callable<?> work) throws Exception {
    List<Throwable> failures = java.util.Collections.synchronizedList(new ArrayList<>());
    Set<Thread> threads = new HashSet<>();
    for (int i = 0; i < count; i++) {
      threads.add(
          Thread.startVirtualThread(() -> {
            try {
              work.call();
            } catch (Throwable e) {
              failures.add(e);
            }
          }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void aValueOfAnotherTypeThanAskedForIsReported() {
    cache.set("k", "text");

    assertThatThrownBy(() -> cache.get("k", Integer.class))
        .isInstanceOf(CacheException.class)
        .hasMessage(
            "The cached value \"k\" is a java.lang.String, not a java.lang.Integer; give the new form of the value another key or version");
  }

  @Test
  void otherTypesAreRefusedBeforeAnythingIsStored() {
    record Card(String title) {}

    assertThatThrownBy(() -> cache.set("k", new Card("a")))
        .isInstanceOf(CacheException.class)
        .hasMessageStartingWith(
            "A value of " + Card.class.getName() + " cannot be cached; allowed are null, texts");
    assertThatThrownBy(() -> cache.set("k", List.of(new byte[1])))
        .hasMessageStartingWith("A byte[] within a list, set or map cannot be cached");
    List<Object> self = new ArrayList<>();
    self.add(self);
    assertThatThrownBy(() -> cache.set("k", self)).hasMessageContaining("or holds itself");
    assertThat(cache.has("k")).isFalse();
  }

  @Test
  void aTimeToLiveMustBePositive() {
    assertThatThrownBy(() -> cache.set("k", 1, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "A time to live must be positive, not PT0S; use delete to forget a value, Cache.FOREVER to keep it");
  }
}
