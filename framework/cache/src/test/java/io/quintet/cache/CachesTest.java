package io.quintet.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.cache.spi.CacheStores;
import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.core.CoreApp;
import io.quintet.core.ImproperlyConfigured;
import io.quintet.core.SiteContext;
import io.quintet.core.checks.CheckMessage;
import io.quintet.core.checks.Checks;
import io.quintet.core.signals.Signal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachesTest {
  record ArticleSaved(String kind) {}

  private static final Signal<ArticleSaved> SAVED = Signal.named("article saved");
  private static final CacheGroup ARTICLES = CacheGroup.named("articles");

  @TempDir private Path folder;

  private static final class BlogApp implements App {
    @Override
    public String label() {
      return "blog";
    }

    @Override
    public void configure(AppConfig config) {
      config.add(
          Caches.POINT, new NamedCache("reports", site -> CacheStores.memory(5, site.clock())));
      ARTICLES.invalidateOn(config, SAVED, event -> event.kind().equals("article"));
    }
  }

  private SiteContext.Builder site() {
    return SiteContext.builder("test")
        .env(Map.of())
        .baseDir(folder)
        .clock(new MovableClock())
        .apps(new CoreApp(), new CacheApp(), new BlogApp());
  }

  @Test
  void theDefaultCacheIsThereWithoutSettings() {
    SiteContext site = site().build();

    site.run(() -> {
      Cache.current().set("k", 1);
      assertThat(Cache.current().get("k")).contains(1);
      assertThat(Caches.current().get("reports").has("k")).isFalse();
      assertThat(Cache.current()).hasToString("Cache[test:1:]");
    });
  }

  @Test
  void aGroupIsServedFromTheCacheUntilASignalSaysItChanged() {
    SiteContext site = site().build();
    AtomicInteger rendered = new AtomicInteger();

    site.run(() -> {
      for (int i = 0; i < 3; i++) {
        ARTICLES.getOrSet("list", Duration.ofHours(1), rendered::incrementAndGet);
      }
      assertThat(rendered).hasValue(1);

      SAVED.send(new ArticleSaved("comment"));
      ARTICLES.getOrSet("list", Duration.ofHours(1), rendered::incrementAndGet);
      assertThat(rendered).hasValue(1);

      SAVED.send(new ArticleSaved("article"));
      int now = ARTICLES.getOrSet("list", Duration.ofHours(1), rendered::incrementAndGet);
      assertThat(now).isEqualTo(2);
    });
  }

  @Test
  void aValueComputedFromOldDataIsNotSeenAfterTheInvalidation() {
    site()
        .build()
        .run(() -> {
          ARTICLES.getOrSet(
              "list",
              Duration.ofHours(1),
              () -> {
                ARTICLES.invalidate();
                return "old";
              });

          assertThat(ARTICLES.<String>getOrSet("list", Duration.ofHours(1), () -> "new"))
              .isEqualTo("new");
        });
  }

  @Test
  void twoSitesDoNotShareAMemoryCache() {
    site().build().run(() -> Cache.current().set("k", 1));
    site().build().run(() -> assertThat(Cache.current().has("k")).isFalse());
  }

  @Test
  void theSettingsChooseTheStore() {
    site().set(CacheSettings.BACKEND, "file").build().run(() -> Cache.current().set("k", 1));
    assertThat(folder.resolve("var/cache")).isNotEmptyDirectory();

    site()
        .set(CacheSettings.BACKEND, "none")
        .build()
        .run(() -> {
          Cache.current().set("k", 1);
          assertThat(Cache.current().has("k")).isFalse();
          assertThat(Cache.current().<Integer>getOrSet("k", () -> 2)).isEqualTo(2);
          assertThat(Cache.current().count("hits", Duration.ofHours(1))).isEqualTo(1);
        });
  }

  @Test
  void anUnknownStoreIsReportedByTheChecksAndOnUse() {
    SiteContext site = site().set(CacheSettings.BACKEND, "redis").build();
    String message =
        "cache.backend is \"redis\"; this site knows [memory, file, none]. For redis, add the module quintet-redis and install io.quintet.redis.RedisApp";

    assertThat(Checks.run(site, false)).extracting(CheckMessage::text).containsExactly(message);
    assertThatThrownBy(() -> site.run(Cache::current))
        .isInstanceOf(ImproperlyConfigured.class)
        .hasMessage(message);
  }

  @Test
  void anUnknownAliasIsReportedWithThoseThatExist() {
    assertThatThrownBy(() -> site().build().run(() -> Caches.current().get("report")))
        .isInstanceOf(CacheException.class)
        .hasMessage(
            "There is no cache \"report\"; this site has [default, reports]. An app adds one with config.add(Caches.POINT, new NamedCache(...))");
  }

  @Test
  void aMemoryCacheIsWorthAWarningInProduction() {
    assertThat(Checks.run(site().build(), true))
        .extracting(CheckMessage::id)
        .contains("cache.W001");
    assertThat(Checks.run(site().build(), false)).isEmpty();
  }

  @Test
  void pagesThatDependOnAHeaderHaveAKeyForEachValue() {
    assertThat(CacheKeys.page("GET", "https://a/", Map.of("accept-language", "de")))
        .isNotEqualTo(CacheKeys.page("GET", "https://a/", Map.of("accept-language", "en")))
        .isNotEqualTo(CacheKeys.page("HEAD", "https://a/", Map.of("accept-language", "de")));
  }
}
