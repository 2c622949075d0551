package io.quintet.cache;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Computes a value once for all threads that want it at the same time. */
final class SingleFlight {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private record Flight(Thread owner, CompletableFuture<@Nullable Object> result) {}

  private final ConcurrentMap<String, Flight> flights = new ConcurrentHashMap<>();

  /**
   * The value of {@code work}, run here or by the thread that began first; its exceptions reach
   * all.
   */
  @Nullable Object call(String key, Supplier<? extends @Nullable Object> work) {
    Flight mine = new Flight(Thread.currentThread(), new CompletableFuture<>());
    Flight other = flights.putIfAbsent(key, mine);
    if (other != null) {
      return await(key, other, work);
    }
    try {
      Object value = work.get();
      mine.result.complete(value);
      return value;
    } catch (RuntimeException | Error e) {
      mine.result.completeExceptionally(e);
      throw e;
    } finally {
      flights.remove(key, mine);
    }
  }

  private static @Nullable Object await(
      String key, Flight flight, Supplier<? extends @Nullable Object> work) {
    if (flight.owner == Thread.currentThread()) {
      throw new CacheException(
          "The value for \"%s\" is needed while it is being computed: its supplier asks the cache for the same key"
              .formatted(key));
    }
    try {
      return flight.result.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CacheException(
          "Interrupted while another thread computed the value for \"" + key + "\"", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default ->
            throw new CacheException("Computing the value for \"" + key + "\" failed", e);
      }
    }
  }
}
