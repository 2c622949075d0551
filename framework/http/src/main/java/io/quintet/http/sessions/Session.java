package io.quintet.http.sessions;

import io.quintet.http.RequestKey;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A visitor's session: named values that stay between requests. Loaded on first use, saved after
 * the request if it was changed.
 *
 * <p>Values are what JSON can say: texts, numbers (whole ones come back as {@code Long}), booleans,
 * null, lists and maps of these. After changing a list or map inside, put it again.
 */
public final class Session {
  /** The session of a request; use {@link io.quintet.http.Request#session()}. */
  public static final RequestKey<Session> KEY = RequestKey.named("session");

  private static final String EXPIRY = "_session_expiry";

  private final Supplier<SessionStore> store;
  private final Duration defaultAge;
  private @Nullable String key;
  private @Nullable Map<String, @Nullable Object> data;
  private boolean accessed;
  private boolean modified;

  /**
   * A session of a store; loads nothing yet.
   *
   * @param store asked when the session is first used
   * @param key the key that the visitor sent, or null
   * @param defaultAge how long it lasts without use
   */
  public Session(Supplier<SessionStore> store, @Nullable String key, Duration defaultAge) {
    this.store = store;
    this.key = key;
    this.defaultAge = defaultAge;
  }

  /** A value, or null. */
  public @Nullable Object get(String name) {
    return data().get(name);
  }

  /** A value that is a text; empty if it is absent or something else. */
  public Optional<String> text(String name) {
    return data().get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** A value that is a whole number; empty if it is absent or something else. */
  public Optional<Long> number(String name) {
    return data().get(name) instanceof Number number
        ? Optional.of(number.longValue())
        : Optional.empty();
  }

  /** Whether there is a value of that name. */
  public boolean has(String name) {
    return data().containsKey(name);
  }

  /** The names of the values. */
  public Set<String> names() {
    return Set.copyOf(data().keySet());
  }

  /** A copy of the values by name. */
  public Map<String, @Nullable Object> asMap() {
    return new LinkedHashMap<>(data());
  }

  /** Keeps a value. */
  public void put(String name, @Nullable Object value) {
    data().put(name, value);
    modified = true;
  }

  /** Removes a value and returns it; null if there was none. */
  public @Nullable Object remove(String name) {
    if (!data().containsKey(name)) {
      return null;
    }
    modified = true;
    return data().remove(name);
  }

  /** Removes every value and keeps the key. */
  public void clear() {
    data().clear();
    modified = true;
  }

  /** Forgets the session altogether, as at log-out: the data, the key and the visitor's cookie. */
  public void flush() {
    if (key != null) {
      store.get().delete(key);
    }
    key = null;
    data = new LinkedHashMap<>();
    accessed = true;
    modified = true;
  }

  /**
   * Gives the session a new key and keeps its data: at log-in, so that a key known to someone else
   * is worth nothing.
   */
  public void cycleKey() {
    Map<String, @Nullable Object> kept = data();
    String old = key;
    key = store.get().create(kept, age());
    modified = true;
    if (old != null) {
      store.get().delete(old);
    }
  }

  /** Lets this session last that long without use, in place of the site's setting. */
  public void setExpiry(Duration age) {
    put(EXPIRY, age.toSeconds());
  }

  /** Lets this session end when the browser closes. */
  public void expireAtBrowserClose() {
    put(EXPIRY, 0L);
  }

  /** Whether it ends when the browser closes, if {@link #expireAtBrowserClose} said so. */
  public boolean endsWithBrowser() {
    return number(EXPIRY).filter(seconds -> seconds == 0).isPresent();
  }

  /** Whether an expiry was set for this session, in place of the site's setting. */
  public boolean hasOwnExpiry() {
    return has(EXPIRY);
  }

  /** How long it lasts without use. */
  public Duration age() {
    return number(EXPIRY)
        .filter(seconds -> seconds > 0)
        .map(Duration::ofSeconds)
        .orElse(defaultAge);
  }

  /** The key, if the session has one: it gets it when it is first saved. */
  public Optional<String> key() {
    return Optional.ofNullable(key);
  }

  /** Whether there is neither a key nor a value. */
  public boolean isEmpty() {
    return key == null && data().isEmpty();
  }

  /** Whether anything was read or written: the response then depends on the cookie. */
  public boolean isAccessed() {
    return accessed;
  }

  /** Whether it must be saved. */
  public boolean isModified() {
    return modified;
  }

  /**
   * Saves the session, and gives it a key if it has none.
   *
   * @throws SessionInterrupted if it was deleted by another request in the meantime
   */
  public void save() {
    Map<String, @Nullable Object> kept = data();
    if (key == null) {
      key = store.get().create(kept, age());
    } else {
      key = store.get().update(key, kept, age()).orElseThrow(SessionInterrupted::new);
    }
    modified = false;
  }

  private Map<String, @Nullable Object> data() {
    accessed = true;
    if (data == null) {
      Optional<Map<String, @Nullable Object>> loaded =
          key == null ? Optional.empty() : store.get().load(key);
      if (loaded.isEmpty()) {
        key = null;
      }
      data = new LinkedHashMap<>(loaded.orElse(Map.of()));
    }
    return data;
  }
}
