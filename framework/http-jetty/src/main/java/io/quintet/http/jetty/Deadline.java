package io.quintet.http.jetty;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/** Interrupts the thread of a request that takes longer than it may. */
final class Deadline implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(JettyServer.class.getName());

  private final Thread thread = Thread.currentThread();
  private final String what;
  private final Duration limit;
  private boolean over;
  private Scheduler.Task task = () -> false;

  private Deadline(String what, Duration limit) {
    this.what = what;
    this.limit = limit;
  }

  static Deadline after(Duration limit, Request exchange, Scheduler scheduler) {
    Deadline deadline =
        new Deadline(exchange.getMethod() + " " + exchange.getHttpURI().getCanonicalPath(), limit);
    deadline.task = scheduler.schedule(deadline::strike, limit.toMillis(), TimeUnit.MILLISECONDS);
    return deadline;
  }

  /**
   * After this the thread is no longer interrupted, and is free of an interrupt that came at the
   * last moment.
   */
  @Override
  public void close() {
    task.cancel();
    synchronized (this) {
      over = true;
    }
    Thread.interrupted();
  }

  private synchronized void strike() {
    if (!over) {
      LOG.log(
          Level.WARNING, what + " took longer than " + limit.toSeconds() + " s and is interrupted");
      thread.interrupt();
    }
  }
}
