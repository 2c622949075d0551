package io.quintet.core.bus;

import io.quintet.core.ExtensionPoint;
import io.quintet.core.ImproperlyConfigured;
import io.quintet.core.Service;
import io.quintet.core.SiteContext;
import io.quintet.core.settings.Setting;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Carries short texts to whoever listens at the moment, in this process and, with a back end for
 * it, in the other processes of the site. Nothing is kept: who is not subscribed, or not connected
 * just then, misses the text. For work that must be done, use tasks.
 *
 * <pre>{@code
 * try (MessageBus.Subscription rates = MessageBus.current().subscribe("rates", Rates::read)) {
 *   MessageBus.current().publish("rates", "EUR=1.08");
 * }
 * }</pre>
 *
 * <p>Safe for any number of threads.
 */
public interface MessageBus extends AutoCloseable {
  /** The name of the back end. */
  Setting<String> BACKEND =
      Setting.text(
          "bus.backend",
          "memory",
          "What carries messages between the processes of the site: memory (one process), or that of an installed integration, such as redis");

  /**
   * A back end that the setting {@code bus.backend} can name.
   *
   * @param name the name
   * @param factory opens it, once a site; it is closed with the site
   */
  record Backend(String name, Function<SiteContext, MessageBus> factory) {}

  /** Where integrations add back ends. */
  ExtensionPoint<Backend> BACKENDS = ExtensionPoint.named("message buses");

  /** The bus of a site. */
  Service<MessageBus> SERVICE =
      Service.of("message bus", MessageBus::open).closing(MessageBus::close);

  /** The bus of the running site. */
  static MessageBus current() {
    return SiteContext.current().service(SERVICE);
  }

  /** A bus within this process: receivers run in the thread of the publisher. */
  static MessageBus memory() {
    return new MemoryBus();
  }

  /**
   * Gives a text to everyone who is subscribed to a channel; each subscriber of this process gets
   * it once, whether or not other processes can be reached.
   *
   * @param channel any text
   * @param text what to say; keep it below some kilobytes
   */
  void publish(String channel, String text);

  /**
   * Listens to a channel until the subscription is closed.
   *
   * @param channel any text
   * @param receiver called for each text, in a thread of the bus; it must not block. What it throws
   *     is logged
   */
  Subscription subscribe(String channel, Consumer<String> receiver);

  /** Lets go of connections. */
  @Override
  void close();

  /** Someone who listens. */
  @FunctionalInterface
  interface Subscription extends AutoCloseable {
    /** Listens no more. */
    @Override
    void close();
  }

  private static MessageBus open(SiteContext site) {
    String wanted = site.setting(BACKEND);
    if (wanted.equals("memory")) {
      return memory();
    }
    List<Backend> offered = site.extensions(BACKENDS);
    return offered.stream()
        .filter(backend -> backend.name().equals(wanted))
        .findFirst()
        .orElseThrow(() -> unknown(wanted, offered))
        .factory()
        .apply(site);
  }

  private static ImproperlyConfigured unknown(String wanted, List<Backend> offered) {
    List<String> names =
        Stream.concat(Stream.of("memory"), offered.stream().map(Backend::name)).toList();
    return new ImproperlyConfigured(
        "The setting bus.backend is '%s', but only %s can be used here. Install the app of that integration, or name another"
            .formatted(wanted, String.join(", ", names)));
  }
}
