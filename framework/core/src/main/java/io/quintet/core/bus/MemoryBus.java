package io.quintet.core.bus;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Receivers by channel. */
final class MemoryBus implements MessageBus {
  private static final System.Logger LOG = System.getLogger("io.quintet.core.bus");

  /** Two subscriptions of one receiver are two. */
  private static final class Listener {
    private final Consumer<String> receiver;

    private Listener(Consumer<String> receiver) {
      this.receiver = receiver;
    }
  }

  private final Map<String, List<Listener>> channels = new ConcurrentHashMap<>();

  @Override
  public void publish(String channel, String text) {
    for (Listener listener : channels.getOrDefault(channel, List.of())) {
      try {
        listener.receiver.accept(text);
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.ERROR, "A receiver of the message bus failed", e);
      }
    }
  }

  @Override
  public Subscription subscribe(String channel, Consumer<String> receiver) {
    Listener listener = new Listener(receiver);
    channels.compute(
        channel,
        (name, known) -> {
          List<Listener> listeners = known == null ? new CopyOnWriteArrayList<>() : known;
          listeners.add(listener);
          return listeners;
        });
    return () ->
        channels.computeIfPresent(
            channel,
            (name, known) -> {
              known.remove(listener);
              return known.isEmpty() ? null : known;
            });
  }

  @Override
  public void close() {
    channels.clear();
  }
}
