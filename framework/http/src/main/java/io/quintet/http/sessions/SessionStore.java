package io.quintet.http.sessions;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where sessions are kept. Values are what JSON can say. */
public interface SessionStore {
  /** The data of a session, or empty if there is none of that key or it has expired. */
  Optional<Map<String, @Nullable Object>> load(String key);

  /** Keeps a new session and returns its key, which cannot be guessed. */
  String create(Map<String, @Nullable Object> data, Duration age);

  /**
   * Keeps changed data of a session and returns its key, which may be another. Empty if the session
   * was deleted in the meantime: it must not come back then.
   */
  Optional<String> update(String key, Map<String, @Nullable Object> data, Duration age);

  /** Forgets a session. */
  void delete(String key);

  /**
   * Forgets the sessions that have expired and returns how many there were, or -1 if the store does
   * so itself.
   */
  int clearExpired();
}
