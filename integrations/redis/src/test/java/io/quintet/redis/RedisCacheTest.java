package io.quintet.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quintet.cache.Cache;
import io.quintet.cache.CacheApp;
import io.quintet.cache.CacheContract;
import io.quintet.cache.CacheException;
import io.quintet.cache.CacheSettings;
import io.quintet.cache.Caches;
import io.quintet.cache.spi.CacheStore;
import io.quintet.core.CoreApp;
import io.quintet.core.SiteContext;
import io.quintet.core.checks.CheckMessage;
import io.quintet.core.checks.Checks;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class RedisCacheTest extends CacheContract {
  static final String HOST = "127.0.0.1";
  static final int PORT = 6379;
  static final String URL = "redis://" + HOST + ":" + PORT + "/0";

  @Override
  protected CacheStore openStore() {
    requireRedis();
    return RedisCache.open(URL, Duration.ofSeconds(5), 32);
  }

  @Override
  protected void pass(Duration duration) {
    Awaitility.await().pollDelay(duration).until(() -> true);
  }

  static void requireRedis() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(HOST, PORT), 1000);
    } catch (IOException e) {
      String message = "No Redis listens at " + HOST + ":" + PORT + ": " + e.getMessage();
      assertThat(System.getenv("CI")).as(message).isNotEqualTo("true");
      assumeTrue(false, message);
    }
  }

  private static SiteContext site(String url) {
    return SiteContext.builder("redis-test-" + UUID.randomUUID())
        .env(Map.of())
        .apps(new CoreApp(), new CacheApp(), new RedisApp())
        .set(CacheSettings.BACKEND, "redis")
        .set(CacheSettings.URL, url)
        .build();
  }

  @Test
  void theSettingsChooseRedisOnceTheAppIsInstalled() {
    try (SiteContext site = site(URL)) {
      assertThat(Checks.run(site, true))
          .extracting(CheckMessage::id)
          .noneMatch(id -> id.startsWith("cache.") || id.startsWith("redis."));
      site.run(() -> {
        Cache.current().set("k", "v");
        assertThat(Cache.current().get("k")).contains("v");
        Cache.current().clear();
      });
    }
  }

  @Test
  void anAddressThatCannotBeReadIsReportedWithoutItsPassword() {
    try (SiteContext site = site("http://ann:secret@example.org")) {
      String message =
          "cache.url: this is no Redis address; write it as redis://HOST:PORT/DATABASE or, with TLS, rediss://USER:PASSWORD@HOST:PORT/DATABASE";
      assertThat(Checks.run(site, false)).extracting(CheckMessage::text).containsExactly(message);
      assertThatThrownBy(() -> site.service(Caches.SERVICE).get("default")).hasMessage(message);
    }
  }

  @Test
  void aServerThatDoesNotAnswerIsNamedWithoutThePassword() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    Cache cache =
        Cache.over(
            RedisCache.open("redis://:secret@127.0.0.1:" + free, Duration.ofSeconds(1), 2),
            "p",
            Duration.ofMinutes(1));

    assertThatThrownBy(() -> cache.get("k"))
        .isInstanceOf(CacheException.class)
        .hasMessageStartingWith("Redis at redis://127.0.0.1:" + free + "/0 did not do as asked")
        .hasMessageNotContaining("secret");
  }

  @Test
  void addressesAreReadWithUserPasswordAndDatabase() {
    RedisAddress address = RedisAddress.parse("rediss://ann:p%40ss@cache.example.org:6380/3");

    assertThat(address)
        .isEqualTo(new RedisAddress("cache.example.org", 6380, 3, true, "ann", "p@ss"))
        .hasToString("rediss://cache.example.org:6380/3");
    assertThat(RedisAddress.parse("redis://:pw@h").user()).isNull();
    assertThat(RedisAddress.parse("redis://h"))
        .isEqualTo(new RedisAddress("h", 6379, 0, false, null, null));
    assertThatThrownBy(() -> RedisAddress.parse("redis://h/x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the database \"x\" is no number");
  }
}
