package io.quintet.rest.throttling;

import io.quintet.rest.ApiRequest;
import java.time.Duration;
import java.util.Optional;

/** A limit on how often a client may call. */
@FunctionalInterface
public interface Throttle {
  /** Counts the call; the time to wait when it is one too many. */
  Optional<Duration> count(ApiRequest request);
}
