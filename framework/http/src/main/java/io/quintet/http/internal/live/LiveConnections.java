package io.quintet.http.internal.live;

import io.quintet.core.Service;
import io.quintet.core.SiteContext;
import io.quintet.http.ServiceUnavailable;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The WebSockets and event streams of a site that are open in this process. */
public final class LiveConnections implements AutoCloseable {
  /** Those of a site. */
  public static final Service<LiveConnections> SERVICE =
      Service.of("live connections", LiveConnections::new).closing(LiveConnections::close);

  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private final int most;
  private final Duration ping;
  private final Set<Live> open = new HashSet<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean refusing;
  private boolean watched;

  private LiveConnections(SiteContext site) {
    this.most = site.setting(LiveSettings.MOST);
    this.ping = site.setting(LiveSettings.PING);
  }

  /** How many are open. */
  public int count() {
    lock.lock();
    try {
      return open.size();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Refuses a request for one more if there are too many.
   *
   * @throws ServiceUnavailable if there are as many as there may be, or the server is stopping
   */
  public void requireRoom() {
    lock.lock();
    try {
      if (refusing || open.size() >= most) {
        throw new ServiceUnavailable(
            "There are too many open connections. Please try again.", RETRY_AFTER);
      }
    } finally {
      lock.unlock();
    }
  }

  /** One more is open; false if there may be no more by now. */
  public boolean add(Live connection) {
    lock.lock();
    try {
      if (refusing || open.size() >= most) {
        return false;
      }
      open.add(connection);
      if (!watched) {
        watched = true;
        Thread.ofVirtual().name("live-connections").start(this::watch);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** One is over, and its handler too. */
  public void remove(Live connection) {
    lock.lock();
    try {
      open.remove(connection);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** A server begins to serve the site. */
  public void begin() {
    lock.lock();
    try {
      refusing = false;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes no more, tells all that the server goes away, and waits for their handlers as long as
   * given; then breaks off the rest.
   */
  public void end(Duration grace) {
    refuse();
    snapshot().forEach(Live::end);
    long left = grace.toNanos();
    lock.lock();
    try {
      while (!open.isEmpty() && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
    snapshot().forEach(Live::cut);
  }

  @Override
  public void close() {
    refuse();
    snapshot().forEach(Live::cut);
  }

  private void refuse() {
    lock.lock();
    try {
      refusing = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Runs while any is open. */
  private void watch() {
    while (await()) {
      long now = System.nanoTime();
      for (Live connection : snapshot()) {
        connection.look(now, ping);
      }
    }
  }

  /** Waits until it is time to look again; false if nothing is open any more. */
  private boolean await() {
    long left = ping.toNanos();
    lock.lock();
    try {
      while (!open.isEmpty() && left > 0) {
        left = changed.awaitNanos(left);
      }
      watched = !open.isEmpty();
      return watched;
    } catch (InterruptedException e) {
      watched = false;
      return false;
    } finally {
      lock.unlock();
    }
  }

  private List<Live> snapshot() {
    lock.lock();
    try {
      return List.copyOf(open);
    } finally {
      lock.unlock();
    }
  }
}
