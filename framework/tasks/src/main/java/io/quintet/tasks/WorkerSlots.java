package io.quintet.tasks;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** The tasks that a worker runs at the moment, and how many more it may take. */
final class WorkerSlots {
  private final int size;
  private final Map<UUID, Running> running = new LinkedHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  WorkerSlots(int size) {
    this.size = size;
  }

  int size() {
    return size;
  }

  int free() {
    lock.lock();
    try {
      return size - running.size();
    } finally {
      lock.unlock();
    }
  }

  List<Running> running() {
    lock.lock();
    try {
      return List.copyOf(running.values());
    } finally {
      lock.unlock();
    }
  }

  void add(Running task) {
    lock.lock();
    try {
      running.put(task.delivery().message().id(), task);
    } finally {
      lock.unlock();
    }
  }

  void remove(Running task) {
    lock.lock();
    try {
      running.remove(task.delivery().message().id(), task);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Blocks until that many places are free, or {@code giveUp} is true, which is asked again after
   * each {@link #wake}.
   */
  void awaitFree(int free, BooleanSupplier giveUp) throws InterruptedException {
    lock.lock();
    try {
      while (size - running.size() < free && !giveUp.getAsBoolean()) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Blocks until nothing runs, or the time is over; answers whether nothing runs. */
  boolean awaitIdle(Duration longest) throws InterruptedException {
    long left = longest.toNanos();
    lock.lock();
    try {
      while (!running.isEmpty() && left > 0) {
        left = changed.awaitNanos(left);
      }
      return running.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** Makes those who wait look again. */
  void wake() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
