package io.quintet.http.sockets;

import io.quintet.core.QuintetException;

/** Something was to be sent over a WebSocket that is closed. */
public class SocketClosed extends QuintetException {
  private static final long serialVersionUID = 1;

  SocketClosed(int code) {
    super("The WebSocket is closed (" + code + "): nothing can be sent any more");
  }
}
