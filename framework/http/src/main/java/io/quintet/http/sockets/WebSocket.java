package io.quintet.http.sockets;

import java.util.Optional;

/**
 * An open WebSocket, seen from the server:
 *
 * <pre>{@code
 * static void chat(WebSocket socket) throws InterruptedException {
 *   socket.join("lobby");
 *   for (String text : socket.texts()) {
 *     Groups.send("lobby", text);
 *   }
 * }
 * }</pre>
 *
 * <p>Reading is for the handler's thread; everything else is for any.
 */
public sealed interface WebSocket permits SocketSession {
  /** A name for this connection that nobody can guess: 128 random bits. */
  String id();

  /**
   * Waits for the next message; empty when the client is gone, the WebSocket is closed or the
   * server stops.
   */
  Optional<SocketMessage> receive() throws InterruptedException;

  /** The messages as they come, until the WebSocket is closed; may be gone through once. */
  Iterable<SocketMessage> messages();

  /**
   * The texts as they come, until the WebSocket is closed; bytes end it (1003). May be gone through
   * once.
   */
  Iterable<String> texts();

  /**
   * Sends a text; waits while the queue of this client is full.
   *
   * @throws SocketClosed if it is closed
   */
  void send(String text) throws InterruptedException;

  /**
   * Sends bytes; waits while the queue of this client is full. The array is not copied.
   *
   * @throws SocketClosed if it is closed
   */
  void send(byte[] content) throws InterruptedException;

  /** Gets the texts that are sent to a group, from now on. */
  void join(String group);

  /** Gets them no more. */
  void leave(String group);

  /** Closes it once everything is sent (1000). */
  void close();

  /**
   * Closes it once everything is sent.
   *
   * @param code 1000 to 1014 as RFC 6455 describes them, or 3000 to 4999 for meanings of one's own
   * @param reason for the client, up to 123 bytes in UTF-8
   */
  void close(int code, String reason);

  /** Whether nobody has closed it. */
  boolean isOpen();
}
