package io.quintet.tasks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a task waits and runs. */
record TaskOptions(String queue, int priority, Retry retry, @Nullable Duration timeLimit) {
  static final TaskOptions DEFAULT = new TaskOptions("default", 0, Retry.none(), null);

  TaskOptions {
    if (queue.isBlank() || queue.length() > 100 || queue.contains(",")) {
      throw new IllegalArgumentException(
          "A queue's name has 1 to 100 characters and no comma, but was \"" + queue + "\"");
    }
    if (timeLimit != null && !timeLimit.isPositive()) {
      throw new IllegalArgumentException(
          "A time limit must be more than zero but was " + timeLimit);
    }
  }

  TaskOptions withQueue(String name) {
    return new TaskOptions(name, priority, retry, timeLimit);
  }

  TaskOptions withPriority(int value) {
    return new TaskOptions(queue, value, retry, timeLimit);
  }

  TaskOptions withRetry(Retry policy) {
    return new TaskOptions(queue, priority, policy, timeLimit);
  }

  TaskOptions withTimeLimit(Duration limit) {
    return new TaskOptions(queue, priority, retry, limit);
  }
}
