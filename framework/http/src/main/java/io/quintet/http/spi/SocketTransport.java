package io.quintet.http.spi;

import io.quintet.http.sockets.SocketMessage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The server's side of one WebSocket. No method blocks. */
public interface SocketTransport {
  /**
   * Begins to send a message; the next comes when this one is done.
   *
   * @param done called once, with null or what went wrong
   */
  void send(SocketMessage message, Consumer<@Nullable Throwable> done);

  /** Asks for one more message, besides those asked for already. */
  void demand();

  /** Pings the client. */
  void ping();

  /** Sends a close frame; the connection ends when the client has answered, or by {@link #cut}. */
  void close(int code, String reason);

  /** Breaks off the connection. */
  void cut();
}
