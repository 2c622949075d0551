package io.quintet.core.signals;

import io.quintet.core.Service;
import io.quintet.core.SiteContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

/** Who listens to what in one site. Apps connect through {@code AppConfig}; tests connect here. */
public final class Receivers {
  /**
   * When after-commit receivers run. Without a database: at once. The orm provides one that waits
   * for the surrounding transaction.
   */
  public static final Service<Executor> AFTER_COMMIT =
      Service.of("after-commit delivery", site -> Runnable::run);

  private static final System.Logger LOG = System.getLogger(Receivers.class.getName());

  private final Map<Signal<?>, List<Connection<?>>> connections = new ConcurrentHashMap<>();

  /** Ends a connection when closed. */
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  private record Connection<E>(Receiver<? super E> receiver, boolean afterCommit) {}

  /** Connects a receiver until the subscription is closed. */
  public <E> Subscription connect(
      Signal<E> signal, Receiver<? super E> receiver, boolean afterCommit) {
    var connection = new Connection<E>(receiver, afterCommit);
    List<Connection<?>> list =
        connections.computeIfAbsent(signal, key -> new CopyOnWriteArrayList<>());
    list.add(connection);
    return () -> list.remove(connection);
  }

  boolean has(Signal<?> signal) {
    return !connections.getOrDefault(signal, List.of()).isEmpty();
  }

  @SuppressWarnings("unchecked") // connect() ties the receiver's type to the signal's
  <E> void deliver(Signal<E> signal, E event) {
    for (Connection<?> entry : connections.getOrDefault(signal, List.of())) {
      var connection = (Connection<E>) entry;
      if (connection.afterCommit()) {
        SiteContext.current()
            .service(AFTER_COMMIT)
            .execute(() -> deliverLogged(signal, connection, event));
      } else {
        connection.receiver().receive(event);
      }
    }
  }

  private static <E> void deliverLogged(Signal<E> signal, Connection<E> connection, E event) {
    try {
      connection.receiver().receive(event);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "A receiver of the signal '" + signal + "' failed", e);
    }
  }
}
