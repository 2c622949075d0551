package io.quintet.http.sockets;

import io.quintet.http.spi.SocketTransport;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The messages that the handler has not taken yet. When there are a few, the transport is asked for
 * no more until one is taken: the client has to wait.
 */
final class Inbox {
  private static final int MOST = 16;

  private final Deque<SocketMessage> messages = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable SocketTransport transport;
  private boolean asked;
  private boolean ended;

  void opened(SocketTransport opened) {
    lock.lock();
    try {
      transport = opened;
      asked = true;
    } finally {
      lock.unlock();
    }
    opened.demand();
  }

  void put(SocketMessage message) {
    lock.lock();
    try {
      asked = false;
      if (!ended) {
        messages.addLast(message);
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
    ask();
  }

  Optional<SocketMessage> take() throws InterruptedException {
    Optional<SocketMessage> taken;
    lock.lockInterruptibly();
    try {
      while (messages.isEmpty() && !ended) {
        changed.await();
      }
      taken = Optional.ofNullable(messages.pollFirst());
    } finally {
      lock.unlock();
    }
    ask();
    return taken;
  }

  /** Whether the client has to wait for the handler. */
  boolean isFull() {
    lock.lock();
    try {
      return !ended && messages.size() >= MOST;
    } finally {
      lock.unlock();
    }
  }

  /**
   * No more is taken in; what is here may still be read. The transport is asked on, for the close
   * frame of the client comes after what it sent before.
   */
  void end() {
    lock.lock();
    try {
      ended = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    ask();
  }

  private void ask() {
    SocketTransport wanted;
    lock.lock();
    try {
      wanted = !asked && (ended || messages.size() < MOST) ? transport : null;
      asked |= wanted != null;
    } finally {
      lock.unlock();
    }
    if (wanted != null) {
      wanted.demand();
    }
  }
}
