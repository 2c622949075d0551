package io.quintet.http.jetty;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.NegotiatingServerConnection;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.component.Graceful;
import org.eclipse.jetty.util.thread.Scheduler;
import org.eclipse.jetty.websocket.core.WebSocketConnection;
import org.jspecify.annotations.Nullable;

/**
 * The requests that are being answered: how many there may be, how long each may take, and the wait
 * for the last when the server stops. It also closes connections on which bytes come but no
 * request: clients that send their headers a byte at a time, each soon enough to count as alive.
 *
 * <p>The headers of a request must be there within the idle time after their first byte; what comes
 * after them is bounded by the time for a request. All are looked at together, several times in the
 * shorter of the two spans, so that a request costs no timer of its own and an idle connection
 * nothing at all.
 */
final class Exchanges extends AbstractLifeCycle implements Graceful {
  private static final int LOOKS_PER_SPAN = 8;

  private final ServerConnector connector;
  private final Duration longestHeaders;
  private final Duration longestRequest;
  private final int most;
  private final AtomicInteger running = new AtomicInteger();
  private final Set<Exchange> open = ConcurrentHashMap.newKeySet();
  private final Set<LiveResponse> live = ConcurrentHashMap.newKeySet();
  private final Shutdown shutdown;
  private Map<EndPoint, Seen> known = new IdentityHashMap<>();
  private Scheduler.@Nullable Task next;

  /**
   * What a connection looked like when a request was last seen on it.
   *
   * @param connection the one over the network, or within TLS
   * @param requests how many it had begun
   * @param bytes how many had come
   * @param since when more than that had come for the first time; 0 if no more has come
   */
  private record Seen(Connection connection, long requests, long bytes, long since) {}

  Exchanges(ServerConnector connector, Duration longestHeaders, Duration longestRequest, int most) {
    this.connector = connector;
    this.longestHeaders = longestHeaders;
    this.longestRequest = longestRequest;
    this.most = most;
    this.shutdown =
        new Shutdown(this) {
          @Override
          public boolean isShutdownDone() {
            return running.get() == 0;
          }
        };
  }

  /** A request has its headers, and is worked on from now on; null if there are too many. */
  @Nullable Exchange begin(Request request) {
    if (running.incrementAndGet() > most || isShutdown()) {
      left();
      return null;
    }
    Exchange exchange = new Exchange(request, request.getConnectionMetaData().getConnection());
    open.add(exchange);
    return exchange;
  }

  /** A request is answered. */
  void end(Exchange exchange) {
    open.remove(exchange);
    exchange.end();
    left();
  }

  /** Writes a response that goes on while its request counts no more. */
  void live(Request request, Callback callback, LiveResponse.Writing writing) {
    LiveResponse response =
        new LiveResponse(request.getConnectionMetaData().getConnection(), writing);
    live.add(response);
    // Whether the client still takes anything is seen when something is written.
    request.addIdleTimeoutListener(idle -> false);
    Thread.ofVirtual()
        .name("live-response")
        .start(() -> {
          try {
            response.writing().write();
            callback.succeeded();
          } catch (IOException | RuntimeException e) {
            callback.failed(e);
          } finally {
            live.remove(response);
          }
        });
  }

  private void left() {
    running.decrementAndGet();
    if (shutdown.isShutdown()) {
      shutdown.check();
    }
  }

  @Override
  public CompletableFuture<Void> shutdown() {
    return shutdown.shutdown();
  }

  @Override
  public boolean isShutdown() {
    return shutdown.isShutdown();
  }

  @Override
  protected void doStart() {
    lookSoon();
  }

  @Override
  protected synchronized void doStop() {
    if (next != null) {
      next.cancel();
    }
    known.clear();
  }

  private synchronized void lookSoon() {
    if (!isStopping() && !isStopped()) {
      long span = Math.min(longestHeaders.toMillis(), longestRequest.toMillis());
      long pause = Math.max(1, span / LOOKS_PER_SPAN);
      next = connector.getScheduler().schedule(this::look, pause, TimeUnit.MILLISECONDS);
    }
  }

  private synchronized void look() {
    long now = System.nanoTime();
    Set<Connection> busy = new HashSet<>();
    for (Exchange exchange : open) {
      busy.add(exchange.connection());
      exchange.endIfLate(now, longestRequest);
    }
    live.forEach(response -> busy.add(response.connection()));
    Map<EndPoint, Seen> seen = new IdentityHashMap<>();
    for (EndPoint endPoint : connector.getConnectedEndPoints()) {
      Connection connection = within(endPoint.getConnection());
      if (connection != null && !(connection instanceof WebSocketConnection)) {
        Seen state = see(connection, busy.contains(connection), known.get(endPoint), now);
        if (state.since != 0 && now - state.since >= longestHeaders.toNanos()) {
          endPoint.close();
        } else {
          seen.put(endPoint, state);
        }
      }
    }
    known = seen;
    lookSoon();
  }

  /** Within TLS, once it is there; till then bytes come without a request too. */
  private static @Nullable Connection within(@Nullable Connection connection) {
    if (connection instanceof SslConnection encrypted) {
      Connection inner = encrypted.getSslEndPoint().getConnection();
      return inner == null || inner instanceof NegotiatingServerConnection ? encrypted : inner;
    }
    return connection;
  }

  private static Seen see(Connection connection, boolean busy, @Nullable Seen last, long now) {
    long requests = connection instanceof SslConnection ? 0 : connection.getMessagesIn();
    long bytes = connection.getBytesIn();
    Seen before = last != null && last.connection == connection ? last : null;
    if (busy || (before != null && requests != before.requests)) {
      return new Seen(connection, requests, bytes, 0);
    }
    if (before == null) {
      long begun = requests == 0 && bytes > 0 ? now : 0;
      return new Seen(connection, requests, requests == 0 ? 0 : bytes, begun);
    }
    return before.since == 0 && bytes > before.bytes
        ? new Seen(connection, requests, before.bytes, now)
        : before;
  }
}
