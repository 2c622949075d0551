package io.quintet.orm.internal.db;

import java.time.Duration;
import org.sqlite.ProgressHandler;

/** Tells SQLite, which asks now and then, whether the running statement has to end. */
final class StatementClock extends ProgressHandler {
  /** After how many steps of its virtual machine SQLite asks. */
  static final int STEPS = 20_000;

  private final long nanos;
  private long deadline;
  private boolean running;

  StatementClock(Duration limit) {
    this.nanos = limit.toNanos();
  }

  void start() {
    deadline = System.nanoTime() + nanos;
    running = true;
  }

  void stop() {
    running = false;
  }

  @Override
  protected int progress() {
    return running && System.nanoTime() - deadline > 0 ? 1 : 0;
  }
}
