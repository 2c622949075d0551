package io.quintet.tasks.spi;

import io.quintet.tasks.TaskState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a broker knows of a task.
 *
 * @param message the task
 * @param state where it is
 * @param attempts how often it has been started
 * @param crashes how many of these ended with a lease that ran out
 * @param started when the last attempt started, or null before the first
 * @param finished when it was done or dead, or null before that
 * @param worker the worker that holds or last held it, or null before the first attempt
 * @param result its result as JSON, or null if there is none
 * @param failure its last failure, or null if it never failed
 */
public record TaskRecord(
    TaskMessage message,
    TaskState state,
    int attempts,
    int crashes,
    @Nullable Instant started,
    @Nullable Instant finished,
    @Nullable String worker,
    @Nullable String result,
    @Nullable Failure failure) {}
