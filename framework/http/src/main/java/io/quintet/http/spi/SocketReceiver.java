package io.quintet.http.spi;

import io.quintet.http.sockets.SocketMessage;
import java.util.Optional;

/**
 * Where a server brings what happens on a WebSocket, one call after the other; no method blocks.
 */
public interface SocketReceiver {
  /** The sub-protocol that was chosen. */
  Optional<String> protocol();

  /** The largest message in bytes; the server refuses a larger one with 1009. */
  int maxMessageSize();

  /** The WebSocket is open; messages come when they are asked for. */
  void opened(SocketTransport transport);

  /** A frame of any kind has come, before what is in it is looked at. */
  void frame();

  /** A whole message, one of those that were asked for. */
  void message(SocketMessage message);

  /** It is over. */
  void closed(int code, String reason);
}
