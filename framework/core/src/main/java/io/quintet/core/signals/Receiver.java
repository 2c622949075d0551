package io.quintet.core.signals;

/**
 * Listens to a signal.
 *
 * @param <E> the type of the event
 */
@FunctionalInterface
public interface Receiver<E> {

  /** Called for each event; what it throws reaches the sender. */
  void receive(E event);
}
