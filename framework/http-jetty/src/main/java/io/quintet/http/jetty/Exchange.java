package io.quintet.http.jetty;

import java.time.Duration;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Request;

/** One request that is being answered: which connection it keeps busy, and until when. */
final class Exchange {
  private static final System.Logger LOG = System.getLogger(JettyServer.class.getName());

  private final Request request;
  private final Connection connection;
  private final Thread thread = Thread.currentThread();
  private final long begun = System.nanoTime();
  private boolean over;

  Exchange(Request request, Connection connection) {
    this.request = request;
    this.connection = connection;
  }

  Connection connection() {
    return connection;
  }

  /**
   * After this the thread is no longer interrupted, and is free of an interrupt that came at the
   * last moment.
   */
  void end() {
    synchronized (this) {
      over = true;
    }
    Thread.interrupted();
  }

  /** Interrupts its thread if it has taken longer than it may. */
  synchronized void endIfLate(long now, Duration limit) {
    if (!over && now - begun >= limit.toNanos()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} {1} took longer than {2} s and is interrupted",
          request.getMethod(),
          request.getHttpURI().getCanonicalPath(),
          limit.toSeconds());
      over = true;
      thread.interrupt();
    }
  }
}
