package io.quintet.templates;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A few arrays for rendering into, since clearing a new one costs as much as filling it. Threads
 * are virtual and many, so the arrays belong to none of them.
 */
final class ByteBuffers {
  private static final int SLOTS = 32;
  private static final int SMALLEST = 8192;
  private static final int LARGEST_KEPT = 1 << 20;
  private static final AtomicReferenceArray<byte[]> KEPT = new AtomicReferenceArray<>(SLOTS);

  private ByteBuffers() {}

  private static int slot() {
    return (int) (Thread.currentThread().threadId() & (SLOTS - 1));
  }

  /** An array with anything in it. */
  static byte[] take() {
    byte[] kept = KEPT.getAndSet(slot(), null);
    return kept != null ? kept : new byte[SMALLEST];
  }

  /** Gives an array back, which nobody else may hold. */
  static void give(byte[] buffer) {
    if (buffer.length <= LARGEST_KEPT) {
      KEPT.lazySet(slot(), buffer);
    }
  }
}
