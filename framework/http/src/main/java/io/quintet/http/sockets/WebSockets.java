package io.quintet.http.sockets;

import io.quintet.core.SiteContext;
import io.quintet.http.Forbidden;
import io.quintet.http.Headers;
import io.quintet.http.HttpError;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.csrf.Csrf;
import io.quintet.http.internal.Text;
import io.quintet.http.internal.live.LiveConnections;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Opens WebSockets. A WebSocket is the answer of a view: it stands in the route table, behind the
 * same middleware as every other, and knows the visitor by the same session.
 *
 * <pre>{@code
 * routes.path("chat/<slug:room>/", Chat::open).name("chat").with(Access.loginRequired());
 *
 * static Response open(Request request, String room) {
 *   User user = Auth.user(request);
 *   return WebSockets.accept(request, socket -> {
 *     socket.join(room);
 *     for (String text : socket.texts()) {
 *       Groups.send(room, user.username + ": " + text);
 *     }
 *   });
 * }
 * }</pre>
 *
 * <p>Browsers let any page open a WebSocket to any site and send its cookies along. So only pages
 * of this site, of {@code http.csrf-trusted-origins} and of {@link SocketOptions#origins} may;
 * programs that are no browsers send no Origin and are let in.
 *
 * <p>The request ends when the WebSocket begins: take from it what the handler needs. What the
 * handler changes in the session is not saved.
 */
public final class WebSockets {
  private static final int UPGRADE_REQUIRED = 426;

  private WebSockets() {}

  /**
   * Answers with a WebSocket, within the default limits.
   *
   * @throws HttpError 426 if the request asks for no WebSocket, 403 if a page of another site does,
   *     503 if there are too many
   */
  public static Response accept(Request request, SocketHandler handler) {
    return accept(request, SocketOptions.DEFAULT, handler);
  }

  /**
   * Answers with a WebSocket.
   *
   * @throws HttpError 426 if the request asks for no WebSocket, 403 if a page of another site does,
   *     503 if there are too many
   */
  public static Response accept(Request request, SocketOptions options, SocketHandler handler) {
    if (!isHandshake(request)) {
      throw new HttpError(
          UPGRADE_REQUIRED,
          "upgrade_required",
          "This address speaks WebSocket (version 13) only.",
          Headers.of("Upgrade", "websocket").with("Sec-WebSocket-Version", "13"),
          null);
    }
    Optional<String> fault =
        options.origins().contains("*")
            ? Optional.empty()
            : Csrf.originFault(request, options.origins());
    if (fault.isPresent()) {
      System.getLogger("io.quintet.http.sockets")
          .log(
              System.Logger.Level.WARNING,
              "Refused WebSocket " + request + ": " + Text.quote(fault.get()));
      throw new Forbidden("Pages of that site may not open a WebSocket here.");
    }
    SiteContext.current().service(LiveConnections.SERVICE).requireRoom();
    return Response.socket(new SocketSession(options, protocol(request, options), handler));
  }

  private static boolean isHandshake(Request request) {
    return request.method().equals("GET")
        && words(request, "Upgrade").stream().anyMatch("websocket"::equalsIgnoreCase)
        && words(request, "Connection").stream().anyMatch("upgrade"::equalsIgnoreCase)
        && request.headers().get("Sec-WebSocket-Version", "").equals("13")
        && request.headers().has("Sec-WebSocket-Key");
  }

  private static Optional<String> protocol(Request request, SocketOptions options) {
    return words(request, "Sec-WebSocket-Protocol").stream()
        .filter(options.protocols()::contains)
        .findFirst();
  }

  private static List<String> words(Request request, String header) {
    return request
        .headers()
        .joined(header)
        .map(value -> Arrays.stream(value.split(",", -1)).map(String::strip).toList())
        .orElse(List.of());
  }
}
