package io.quintet.http;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What runs when a request ends: the last added first, each once, whatever the others throw. What
 * one of them adds runs too.
 */
final class Closers {
  private @Nullable Deque<Runnable> waiting;

  void add(Runnable work) {
    if (waiting == null) {
      waiting = new ArrayDeque<>();
    }
    waiting.push(work);
  }

  void run() {
    Deque<Runnable> due = waiting;
    if (due == null) {
      return;
    }
    RuntimeException first = null;
    for (Runnable work = due.poll(); work != null; work = due.poll()) {
      try {
        work.run();
      } catch (RuntimeException e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
