package io.quintet.http.spi;

import io.quintet.core.QuintetException;
import org.jspecify.annotations.Nullable;

/** The server cannot listen; the message is one line for the operator. */
public class ServerStartException extends QuintetException {
  private static final long serialVersionUID = 1;

  /** With the line for the operator. */
  public ServerStartException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** The port is taken by another program. */
  public static ServerStartException portTaken(String host, int port, Throwable cause) {
    return new ServerStartException(
        "Port %d at %s is taken by another program. Stop that one, or choose another port: runserver %d (or set QUINTET_HTTP_PORT)"
            .formatted(port, host, port + 1),
        cause);
  }
}
