package io.quintet.http.jetty;

import java.time.Duration;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections on which bytes come but no request: clients that send their headers a byte at
 * a time, each soon enough to count as alive.
 *
 * <p>The headers of a request must be there within the idle time after their first byte. What comes
 * after them is bounded by the {@link Deadline} of the request. The connections are looked at
 * together, a few times in that span, so that an idle one costs nothing of its own.
 */
final class SlowRequests extends AbstractLifeCycle {
  private static final int LOOKS_PER_SPAN = 4;

  private final ServerConnector connector;
  private final Duration longest;
  private final Map<Connection, Integer> running = new ConcurrentHashMap<>();
  private Map<EndPoint, Seen> known = new IdentityHashMap<>();
  private Scheduler.@Nullable Task next;

  /**
   * What a connection looked like when a request was last seen on it.
   *
   * @param requests how many it had begun
   * @param bytes how many had come
   * @param since when more than that had come for the first time; 0 if no more has come
   */
  private record Seen(long requests, long bytes, long since) {}

  SlowRequests(ServerConnector connector, Duration longest) {
    this.connector = connector;
    this.longest = longest;
  }

  /** A request has its headers, and is worked on from now on. */
  void begin(Connection connection) {
    running.merge(connection, 1, Integer::sum);
  }

  /** A request is answered. */
  void end(Connection connection) {
    running.computeIfPresent(connection, (key, count) -> count == 1 ? null : count - 1);
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
      long pause = Math.max(1, longest.toMillis() / LOOKS_PER_SPAN);
      next = connector.getScheduler().schedule(this::look, pause, TimeUnit.MILLISECONDS);
    }
  }

  private synchronized void look() {
    long now = System.nanoTime();
    Collection<EndPoint> open = connector.getConnectedEndPoints();
    Map<EndPoint, Seen> seen = new IdentityHashMap<>();
    for (EndPoint endPoint : open) {
      Connection connection = endPoint.getConnection();
      if (connection != null) {
        Seen state = see(connection, known.get(endPoint), now);
        if (state.since != 0 && now - state.since >= longest.toNanos()) {
          endPoint.close();
        } else {
          seen.put(endPoint, state);
        }
      }
    }
    known = seen;
    lookSoon();
  }

  private Seen see(Connection connection, @Nullable Seen before, long now) {
    long requests = connection.getMessagesIn();
    long bytes = connection.getBytesIn();
    if (running.containsKey(connection) || (before != null && requests != before.requests)) {
      return new Seen(requests, bytes, 0);
    }
    if (before == null) {
      return new Seen(requests, requests == 0 ? 0 : bytes, requests == 0 && bytes > 0 ? now : 0);
    }
    return before.since == 0 && bytes > before.bytes
        ? new Seen(requests, before.bytes, now)
        : before;
  }
}
