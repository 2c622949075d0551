package io.quintet.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quintet.cache.CacheException;
import io.quintet.cache.spi.CacheHit;
import io.quintet.cache.spi.CacheStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.resps.ScanResult;

/** Entries in a Redis server. */
final class RedisStore implements CacheStore {
  private static final System.Logger LOG = System.getLogger("io.quintet.redis");
  private static final int SCAN_BATCH = 500;
  private static final String NOT_WHOLE = "QUINTET-NOT-WHOLE";

  /** Turns a small number into digits, which Redis can add to, and adds. */
  private static final byte[] INCREMENT =
      """
      local v = redis.call('GET', KEYS[1])
      if not v then return false end
      local first, tag, a, b, c, d = string.byte(v, 1, 6)
      if first == 1 then
        if tag ~= 105 or #v ~= 6 then return redis.error_reply('%s') end
        local n = ((a * 256 + b) * 256 + c) * 256 + d
        if n >= 2147483648 then n = n - 4294967296 end
        redis.call('SET', KEYS[1], string.format('%%d', n), 'KEEPTTL')
      end
      return redis.call('INCRBY', KEYS[1], ARGV[1])
      """
          .formatted(NOT_WHOLE)
          .getBytes(UTF_8);

  private final RedisClient client;
  private final RedisAddress address;

  RedisStore(RedisClient client, RedisAddress address) {
    this.client = client;
    this.address = address;
  }

  private <T extends @Nullable Object> T ask(Supplier<T> question) {
    try {
      return question.get();
    } catch (JedisException e) {
      throw new CacheException(
          "Redis at %s did not do as asked (%s); see that it runs, that cache.url and the password are right, and that it has memory left"
              .formatted(address, e.getMessage()),
          e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static SetParams lasting(Duration timeToLive) {
    SetParams params = SetParams.setParams();
    return endless(timeToLive) ? params : params.px(millis(timeToLive));
  }

  private static boolean endless(Duration timeToLive) {
    return timeToLive.getSeconds() > Integer.MAX_VALUE;
  }

  private static long millis(Duration timeToLive) {
    return Math.max(1, timeToLive.toMillis());
  }

  @Override
  public @Nullable CacheHit get(String key) {
    return hit(key, ask(() -> client.get(bytes(key))));
  }

  private static @Nullable CacheHit hit(String key, byte @Nullable [] found) {
    if (found == null) {
      return null;
    }
    try {
      return new CacheHit(RedisValues.decode(found));
    } catch (CacheException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The cached value \"{0}\" is ignored: {1}",
          key,
          e.getMessage());
      return null;
    }
  }

  @Override
  public void set(String key, @Nullable Object value, Duration timeToLive) {
    byte[] encoded = RedisValues.encode(value);
    ask(() -> client.set(bytes(key), encoded, lasting(timeToLive)));
  }

  @Override
  public boolean add(String key, @Nullable Object value, Duration timeToLive) {
    byte[] encoded = RedisValues.encode(value);
    String answer = ask(() -> client.set(bytes(key), encoded, lasting(timeToLive).nx()));
    return answer != null;
  }

  @Override
  public boolean delete(String key) {
    return ask(() -> client.del(bytes(key))) > 0;
  }

  @Override
  public boolean touch(String key, Duration timeToLive) {
    byte[] name = bytes(key);
    if (endless(timeToLive)) {
      return ask(() -> client.persist(name) > 0 || client.exists(name));
    }
    return ask(() -> client.pexpire(name, millis(timeToLive))) > 0;
  }

  @Override
  public OptionalLong increment(String key, long delta) {
    List<byte[]> keys = List.of(bytes(key));
    List<byte[]> arguments = List.of(bytes(Long.toString(delta)));
    Object sum =
        ask(() -> {
          try {
            return client.eval(INCREMENT, keys, arguments);
          } catch (JedisDataException e) {
            throw understood(key, delta, e);
          }
        });
    return sum instanceof Long number ? OptionalLong.of(number) : OptionalLong.empty();
  }

  private RuntimeException understood(String key, long delta, JedisDataException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("overflow")) {
      return new CacheException(
          "Adding %d to the cached number \"%s\" gives more than a long can hold"
              .formatted(delta, key),
          e);
    }
    if (message.contains(NOT_WHOLE) || message.contains("not an integer")) {
      CacheHit hit = get(key);
      Object value = hit == null ? null : hit.value();
      return new CacheException(
          "The cached value \"%s\" is %s, not a whole number, so nothing can be added to it"
              .formatted(key, value == null ? "null" : "a " + value.getClass().getSimpleName()),
          e);
    }
    return e;
  }

  @Override
  public void clear(String prefix) {
    ScanParams search =
        new ScanParams().match(bytes(RedisValues.literally(prefix) + "*")).count(SCAN_BATCH);
    byte[] cursor = ScanParams.SCAN_POINTER_START_BINARY;
    boolean more = true;
    while (more) {
      byte[] from = cursor;
      ScanResult<byte[]> batch = ask(() -> client.scan(from, search));
      if (!batch.getResult().isEmpty()) {
        ask(() -> client.unlink(batch.getResult().toArray(byte[][]::new)));
      }
      cursor = batch.getCursorAsBytes();
      more = !batch.isCompleteIteration();
    }
  }

  @Override
  public Map<String, CacheHit> getMany(Collection<String> keys) {
    Map<String, CacheHit> found = new LinkedHashMap<>();
    if (keys.isEmpty()) {
      return found;
    }
    List<String> names = new ArrayList<>(keys);
    List<byte[]> values =
        ask(() -> client.mget(names.stream().map(RedisStore::bytes).toArray(byte[][]::new)));
    for (int i = 0; i < names.size(); i++) {
      CacheHit hit = hit(names.get(i), values.get(i));
      if (hit != null) {
        found.put(names.get(i), hit);
      }
    }
    return found;
  }

  @Override
  public void setMany(Map<String, ? extends @Nullable Object> values, Duration timeToLive) {
    Map<byte[], byte[]> encoded = new LinkedHashMap<>();
    values.forEach((key, value) -> encoded.put(bytes(key), RedisValues.encode(value)));
    ask(() -> {
      try (Pipeline pipeline = client.pipelined()) {
        encoded.forEach((key, value) -> pipeline.set(key, value, lasting(timeToLive)));
        return pipeline.syncAndReturnAll();
      }
    });
  }

  @Override
  public void deleteMany(Collection<String> keys) {
    if (!keys.isEmpty()) {
      ask(() -> client.del(keys.stream().map(RedisStore::bytes).toArray(byte[][]::new)));
    }
  }

  @Override
  public void close() {
    client.close();
  }

  @Override
  public String toString() {
    return "RedisStore[" + address + "]";
  }
}
