package io.quintet.http.sockets;

/** One message of a WebSocket. */
public sealed interface SocketMessage {
  /**
   * A text.
   *
   * @param text the text
   */
  record Text(String text) implements SocketMessage {}

  /**
   * Bytes. The array is not copied: do not change it.
   *
   * @param content the bytes
   */
  record Binary(byte[] content) implements SocketMessage {}
}
