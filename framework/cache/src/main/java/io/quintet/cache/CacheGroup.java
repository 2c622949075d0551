package io.quintet.cache;

import io.quintet.core.AppConfig;
import io.quintet.core.signals.Signal;
import io.quintet.core.signing.Crypto;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Cached values that become stale together: everything made from articles, say.
 *
 * <pre>{@code
 * public static final CacheGroup ARTICLES = CacheGroup.named("articles");
 *
 * // in a view: served from the cache until an article changes
 * String list = ARTICLES.getOrSet("page:" + page, Duration.ofHours(1), () -> renderList(page));
 *
 * // in BlogApp.configure
 * ARTICLES
 *     .invalidateOn(config, ModelSignals.POST_SAVE.signal(), saved -> saved.entity() instanceof Article)
 *     .invalidateOn(config, ModelSignals.POST_DELETE.signal(), gone -> gone.entity() instanceof Article);
 * }</pre>
 *
 * <p>The group's keys hold a token, itself cached. Invalidating replaces the token: it takes one
 * write however many values there are, works for every process that shares the store, and a value
 * that was being computed from old data meanwhile is kept under the old token, where nobody looks.
 */
public final class CacheGroup {
  private static final int TOKEN_LENGTH = 12;

  private final String alias;
  private final String name;

  private CacheGroup(String alias, String name) {
    this.alias = alias;
    this.name = name;
  }

  /**
   * A group in the site's default cache. Make it a constant.
   *
   * @param name its name, without a colon
   * @return the group
   */
  public static CacheGroup named(String name) {
    return new CacheGroup(Caches.DEFAULT, name);
  }

  /**
   * The same group in another cache of the site.
   *
   * @param cacheAlias the alias of the cache
   * @return the group
   */
  public CacheGroup in(String cacheAlias) {
    return new CacheGroup(cacheAlias, name);
  }

  /**
   * The cache of this group as it is now, with every method of a cache. Take it before the data is
   * read, and do not keep it: after the next invalidation it is a cache nobody reads.
   *
   * @return the view
   */
  public Cache cache() {
    Cache tokens = tokens();
    String token = tokens.getOrSet(name, Cache.FOREVER, CacheGroup::newToken);
    return Caches.current().get(alias).within("group").within(name).within(token);
  }

  /**
   * The value under a key, computed and cached if there is none since the last invalidation.
   *
   * @param key the key, unique within the group
   * @param duration how long a computed value lasts at most
   * @param supplier computes the value, null included
   * @param <T> the type of the value, which must be the same wherever this key is used
   * @return the value
   * @throws CacheException if the value cannot be cached
   */
  public <T extends @Nullable Object> T getOrSet(
      String key, Duration duration, Supplier<? extends T> supplier) {
    return cache().getOrSet(key, duration, supplier);
  }

  /**
   * Makes all values of the group stale. Inside a transaction, call it after the commit, or a
   * reader may cache the old data again before.
   */
  public void invalidate() {
    tokens().set(name, newToken(), Cache.FOREVER);
  }

  /**
   * Invalidates the group whenever a signal is sent, after the commit of the transaction around it.
   *
   * @param config the app's configuration
   * @param signal the signal
   * @param <E> the type of its event
   * @return this group
   */
  public <E> CacheGroup invalidateOn(AppConfig config, Signal<E> signal) {
    return invalidateOn(config, signal, event -> true);
  }

  /**
   * Invalidates the group whenever a signal is sent with an event that matters, after the commit of
   * the transaction around it.
   *
   * @param config the app's configuration
   * @param signal the signal
   * @param matters whether an event makes the group stale
   * @param <E> the type of its event
   * @return this group
   */
  public <E> CacheGroup invalidateOn(
      AppConfig config, Signal<E> signal, Predicate<? super E> matters) {
    config.receiveAfterCommit(
        signal,
        event -> {
          if (matters.test(event)) {
            invalidate();
          }
        });
    return this;
  }

  private Cache tokens() {
    return Caches.current().get(alias).within("group-token");
  }

  private static String newToken() {
    return Crypto.randomString(TOKEN_LENGTH);
  }

  @Override
  public String toString() {
    return "CacheGroup[" + name + "]";
  }
}
