package io.quintet.http.sockets;

/** What talks with one client over a WebSocket, from its first message to its last. */
@FunctionalInterface
public interface SocketHandler {
  /**
   * Talks; runs in a virtual thread of its own, with the site, the visitor's language and time zone
   * bound, and may block. When it returns, the WebSocket is closed (1000). When it throws, that is
   * logged and the WebSocket closed (1011); {@link SocketClosed} is no failure.
   *
   * @throws Exception whatever went wrong
   */
  void handle(WebSocket socket) throws Exception;
}
