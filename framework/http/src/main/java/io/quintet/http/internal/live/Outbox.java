package io.quintet.http.internal.live;

import io.quintet.http.groups.WhenSlow;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent to one client, so many items at most. Its own handler waits for room; what
 * comes from groups never does.
 *
 * @param <T> the items
 */
public final class Outbox<T> {
  private final int capacity;
  private final Deque<T> items = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean finished;

  /** An empty one. */
  public Outbox(int capacity) {
    this.capacity = capacity;
  }

  /** Adds an item and waits for room; false if no more is taken. */
  public boolean put(T item) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!finished && items.size() >= capacity) {
        changed.await();
      }
      return add(item);
    } finally {
      lock.unlock();
    }
  }

  /** Adds an item without waiting; false if there was no room and none could be made. */
  public boolean offer(T item, WhenSlow rule) {
    lock.lock();
    try {
      if (finished) {
        return true;
      }
      if (items.size() >= capacity) {
        if (rule == WhenSlow.CUT_OFF) {
          return false;
        }
        items.removeFirst();
      }
      return add(item);
    } finally {
      lock.unlock();
    }
  }

  private boolean add(T item) {
    if (!finished) {
      items.addLast(item);
      changed.signalAll();
    }
    return !finished;
  }

  /** The next item, or null if there is none now. */
  public @Nullable T poll() {
    lock.lock();
    try {
      T item = items.pollFirst();
      changed.signalAll();
      return item;
    } finally {
      lock.unlock();
    }
  }

  /** The next item; null if none came in time, or none will come any more. */
  public @Nullable T poll(Duration time) throws InterruptedException {
    long left = time.toNanos();
    lock.lockInterruptibly();
    try {
      while (items.isEmpty() && !finished && left > 0) {
        left = changed.awaitNanos(left);
      }
      T item = items.pollFirst();
      changed.signalAll();
      return item;
    } finally {
      lock.unlock();
    }
  }

  /** Whether no more is taken, and all was given. */
  public boolean isDone() {
    lock.lock();
    try {
      return finished && items.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** Takes no more; what is in it can still be polled. */
  public void finish() {
    lock.lock();
    try {
      finished = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Takes no more and forgets what is in it. */
  public void discard() {
    lock.lock();
    try {
      finished = true;
      items.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
