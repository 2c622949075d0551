package io.quintet.http.sockets;

import java.util.concurrent.TimeUnit;

/**
 * How fast a client may send: so many messages a second and many more frames, of which messages
 * consist. Either may come all at once.
 */
final class FrameRate {
  private static final int FRAMES_OF_A_MESSAGE = 20;
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final Bucket messages;
  private final Bucket frames;

  FrameRate(int messagesPerSecond) {
    this.messages = new Bucket(messagesPerSecond);
    this.frames = new Bucket((long) FRAMES_OF_A_MESSAGE * messagesPerSecond);
  }

  boolean allows(long now) {
    return frames.take(now);
  }

  boolean allowsMessage(long now) {
    return messages.take(now);
  }

  /** Counted as the time at which all that was taken would have come at the even rate. */
  private static final class Bucket {
    private final long interval;
    private long due = System.nanoTime();

    Bucket(long perSecond) {
      this.interval = Math.max(1, SECOND / perSecond);
    }

    boolean take(long now) {
      due = Math.max(due, now) + interval;
      return due - now <= SECOND;
    }
  }
}
