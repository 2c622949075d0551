package io.quintet.http.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.cache.CacheApp;
import io.quintet.core.SiteContext;
import io.quintet.http.TestSite;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CachedStoreTest {
  @Test
  void keepsLoadsChangesAndForgetsSessions() {
    try (SiteContext site =
        TestSite.site(routes -> {}, new CacheApp())
            .set(SessionSettings.STORE, SessionSettings.Store.CACHE)
            .build()) {
      site.run(() -> {
        SessionStore store = site.service(Sessions.STORE);
        String key = store.create(Map.of("user", 7L, "name", "Ann"), Duration.ofHours(1));
        assertThat(store.load(key)).hasValue(Map.of("user", 7L, "name", "Ann"));
        assertThat(store.update(key, Map.of("user", 8L), Duration.ofHours(1))).hasValue(key);
        assertThat(store.load(key)).hasValue(Map.of("user", 8L));
        store.delete(key);
        assertThat(store.load(key)).isEmpty();
        assertThat(store.update(key, Map.of("user", 9L), Duration.ofHours(1)))
            .as("a deleted session")
            .isEmpty();
        assertThat(store.load("../../etc/passwd")).isEmpty();
      });
    }
  }
}
