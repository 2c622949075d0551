package io.quintet.http.sockets;

import io.quintet.http.groups.WhenSlow;
import io.quintet.http.internal.live.Outbox;
import io.quintet.http.spi.SocketTransport;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is to be sent to one client, one message after the other, then the close frame. */
final class Sending {
  private final Outbox<SocketMessage> outbox;
  private final Consumer<Throwable> lost;
  private final AtomicInteger calls = new AtomicInteger();
  private @Nullable SocketTransport transport;
  private long begun;
  private int closeCode;
  private String closeReason = "";
  private boolean closed;

  Sending(int queue, Consumer<Throwable> lost) {
    this.outbox = new Outbox<>(queue);
    this.lost = lost;
  }

  synchronized void opened(SocketTransport opened) {
    transport = opened;
  }

  boolean put(SocketMessage message) throws InterruptedException {
    boolean taken = outbox.put(message);
    pump();
    return taken;
  }

  boolean offer(SocketMessage message, WhenSlow rule) {
    boolean taken = outbox.offer(message, rule);
    pump();
    return taken;
  }

  void discard() {
    outbox.discard();
  }

  void finish(int code, String reason) {
    synchronized (this) {
      closeCode = code;
      closeReason = reason;
    }
    outbox.finish();
    pump();
  }

  /** Whether the client has been taking one message for so long. */
  synchronized boolean isStuck(long now, long longest) {
    return begun != 0 && now - begun > longest;
  }

  /** One thread at a time hands messages on; the others leave their work to it. */
  private void pump() {
    int seen = 1;
    if (calls.getAndIncrement() == 0) {
      do {
        step();
        seen = calls.addAndGet(-seen);
      } while (seen != 0);
    }
  }

  private void step() {
    SocketTransport open;
    SocketMessage next;
    synchronized (this) {
      if (transport == null || begun != 0 || closed) {
        return;
      }
      open = transport;
      next = outbox.poll();
      if (next == null) {
        if (closeCode == 0 || !outbox.isDone()) {
          return;
        }
        closed = true;
      } else {
        begun = Math.max(1, System.nanoTime());
      }
    }
    if (next == null) {
      open.close(closeCode, closeReason);
    } else {
      open.send(next, this::sent);
    }
  }

  private void sent(@Nullable Throwable failure) {
    synchronized (this) {
      begun = 0;
    }
    if (failure != null) {
      lost.accept(failure);
    } else {
      pump();
    }
  }
}
