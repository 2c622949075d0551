package io.quintet.server;

import io.quintet.core.commands.CommandError;
import io.quintet.http.spi.ServerStartException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Where to listen, as written on the command line: {@code 8001}, {@code 0.0.0.0:8001}, {@code
 * [::1]:8001}.
 */
record Address(String host, int port) {
  private static final int HIGHEST = 65_535;

  /**
   * Says early that the port is taken, before anything is migrated or loaded; the server itself
   * says it again should another program be quicker.
   */
  void requireFree() {
    if (port == 0) {
      return;
    }
    try (var probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(host, port));
    } catch (BindException e) {
      if (String.valueOf(e.getMessage()).contains("in use")) {
        throw new CommandError(ServerStartException.portTaken(host, port, e).getMessage(), e);
      }
    } catch (IOException | IllegalArgumentException e) {
      System.getLogger("io.quintet.server")
          .log(System.Logger.Level.DEBUG, "Whether the port is free could not be tried", e);
    }
  }

  static Address parse(String text, String defaultHost) {
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? defaultHost : text.substring(0, colon);
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    if (bracketed) {
      host = host.substring(1, host.length() - 1);
    }
    try {
      if (host.indexOf(':') >= 0 && colon >= 0 && !bracketed) {
        throw new NumberFormatException(text);
      }
      int port = Integer.parseInt(text.substring(colon + 1));
      if (port < 0 || port > HIGHEST || host.isEmpty()) {
        throw new NumberFormatException(text);
      }
      return new Address(host, port);
    } catch (NumberFormatException e) {
      throw new CommandError(
          "'"
              + text
              + "' is not an address: write [HOST:]PORT with a port from 0 to 65535, as in 8001,"
              + " 0.0.0.0:8001 or [::1]:8001.",
          2,
          e);
    }
  }
}
