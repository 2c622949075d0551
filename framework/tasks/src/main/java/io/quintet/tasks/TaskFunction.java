package io.quintet.tasks;

/**
 * What a task with a result does, with one argument.
 *
 * @param <A> the type of the argument
 * @param <R> the type of the result, never null
 */
@FunctionalInterface
public interface TaskFunction<A, R> {

  /** Does the work. What is thrown makes the attempt fail. */
  R run(A argument) throws Exception;

  /**
   * What a task with a result does, without an argument.
   *
   * @param <R> the type of the result, never null
   */
  @FunctionalInterface
  interface OfNothing<R> {
    /** Does the work. What is thrown makes the attempt fail. */
    R run() throws Exception;
  }
}
