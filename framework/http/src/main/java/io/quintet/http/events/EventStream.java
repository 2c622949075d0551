package io.quintet.http.events;

import java.util.Optional;
import java.util.function.Function;

/** An open stream of events to one client. Its methods may be called in any thread. */
public sealed interface EventStream permits EventSession {
  /** The id of the last event that the client has seen, when it comes again. */
  Optional<String> lastEventId();

  /**
   * Sends an event; waits while the queue of this client is full.
   *
   * @throws StreamClosed if the client is gone or the server stops
   */
  void send(ServerEvent event) throws InterruptedException;

  /**
   * Sends a plain message; waits while the queue of this client is full.
   *
   * @throws StreamClosed if the client is gone or the server stops
   */
  void send(String data) throws InterruptedException;

  /** Sends the texts of a group on as plain messages, from now on. */
  void join(String group);

  /** Sends the texts of a group on as events, from now on. The function must not block. */
  void join(String group, Function<String, ServerEvent> event);

  /** Sends them on no more. */
  void leave(String group);

  /** Waits until the client is gone, the stream is closed or the server stops. */
  void await() throws InterruptedException;

  /** Ends the stream once everything is sent. */
  void close();

  /** Whether it goes on. */
  boolean isOpen();
}
