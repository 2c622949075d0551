package io.quintet.tasks.spi;

/**
 * A task handed to one worker, which holds it until it settles it or its lease ends. The number of
 * the attempt tells a lease from an earlier one on the same task.
 *
 * @param message the task
 * @param worker the name of the worker that holds it
 * @param attempt how often it has been started, this time included; 1 the first time
 * @param crashes how many earlier attempts ended with a lease that ran out
 */
public record Delivery(TaskMessage message, String worker, int attempt, int crashes) {

  /**
   * How often the task has failed when this attempt fails: the attempts that did not end with a
   * crash.
   */
  public int failures() {
    return attempt - crashes;
  }
}
