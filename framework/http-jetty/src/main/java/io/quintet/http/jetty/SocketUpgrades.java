package io.quintet.http.jetty;

import io.quintet.http.spi.SocketReceiver;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.WebSocketComponents;
import org.eclipse.jetty.websocket.core.exception.WebSocketException;
import org.eclipse.jetty.websocket.core.server.Handshaker;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;

/**
 * Makes WebSockets of connections. Compression is not negotiated: it would let a small message
 * unfold into a large one, and would tell secrets by the length of what is sent.
 */
final class SocketUpgrades {
  private static final int MOST_OUTGOING_FRAMES = 64;

  private final Handshaker handshaker = Handshaker.newInstance();
  private final WebSocketComponents components = new WebSocketComponents();

  WebSocketComponents components() {
    return components;
  }

  /** Answers a handshake that the site has accepted, and completes the callback. */
  void upgrade(Request request, Response answer, Callback callback, SocketReceiver receiver) {
    WebSocketNegotiator negotiator =
        (asked, answered, done) -> {
          answered.setExtensions(List.of());
          receiver.protocol().ifPresent(answered::setAcceptedSubProtocol);
          return new SocketFrames(receiver);
        };
    boolean upgraded;
    try {
      upgraded =
          handshaker.upgradeRequest(
              negotiator, request, answer, callback, components, SocketUpgrades::configure);
    } catch (WebSocketException | IllegalArgumentException malformed) {
      upgraded = false;
    }
    if (!upgraded) {
      receiver.closed(HttpStatus.BAD_REQUEST_400, "");
      Response.writeError(
          request, answer, callback, HttpStatus.BAD_REQUEST_400, "The handshake is malformed.");
    }
  }

  /** The site watches its WebSockets itself. */
  private static void configure(Configuration configuration) {
    configuration.setIdleTimeout(Duration.ZERO);
    configuration.setMaxOutgoingFrames(MOST_OUTGOING_FRAMES);
  }
}
