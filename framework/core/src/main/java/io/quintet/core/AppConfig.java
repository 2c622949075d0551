package io.quintet.core;

import io.quintet.core.checks.Check;
import io.quintet.core.checks.Checks;
import io.quintet.core.commands.Command;
import io.quintet.core.commands.Commands;
import io.quintet.core.settings.Setting;
import io.quintet.core.signals.Receiver;
import io.quintet.core.signals.Signal;
import java.util.function.Function;

/** What one app contributes to its site; given to {@link App#configure}. */
public final class AppConfig {
  private final App app;
  private final SiteRegistry registry;

  AppConfig(App app, SiteRegistry registry) {
    this.app = app;
    this.registry = registry;
  }

  /** The app that is being configured. */
  public App app() {
    return app;
  }

  /** Adds {@code item} to an extension point. */
  public <T> AppConfig add(ExtensionPoint<T> point, T item) {
    registry.add(point, item);
    return this;
  }

  /**
   * Declares settings, so that they are listed, checked at start and accepted in the environment.
   */
  public AppConfig settings(Setting<?>... settings) {
    for (Setting<?> setting : settings) {
      registry.declare(setting);
    }
    return this;
  }

  /** Adds commands. */
  public AppConfig commands(Command... commands) {
    for (Command command : commands) {
      add(Commands.POINT, command);
    }
    return this;
  }

  /** Adds system checks. */
  public AppConfig checks(Check... checks) {
    for (Check check : checks) {
      add(Checks.POINT, check);
    }
    return this;
  }

  /** Listens to a signal; the receiver runs in the sender's thread, inside its transaction. */
  public <E> AppConfig receive(Signal<E> signal, Receiver<? super E> receiver) {
    registry.receivers().connect(signal, receiver, false);
    return this;
  }

  /**
   * Listens to a signal once the surrounding transaction has committed; at once when there is none.
   * Nothing is delivered when the transaction rolls back.
   */
  public <E> AppConfig receiveAfterCommit(Signal<E> signal, Receiver<? super E> receiver) {
    registry.receivers().connect(signal, receiver, true);
    return this;
  }

  /** Puts another maker in the place of a service's own; the last app wins. */
  public <T> AppConfig provide(Service<T> service, Function<SiteContext, ? extends T> factory) {
    registry.provide(service, factory);
    return this;
  }
}
