package io.quintet.testing;

/** Work that may throw anything, as tests do. */
@FunctionalInterface
public interface ThrowingRunnable {

  /** Does the work. */
  void run() throws Exception;
}
