package io.quintet.tasks.spi;

import java.time.Instant;
import java.util.UUID;

/**
 * One task as it waits in a broker.
 *
 * @param id its identity, chosen by the producer
 * @param task the name of the task to run
 * @param arguments the positional arguments, a JSON list: {@code [7]}, {@code []}
 * @param queue the queue it waits in
 * @param priority higher goes first
 * @param enqueued when it was made
 * @param due the earliest time to run it
 */
public record TaskMessage(
    UUID id,
    String task,
    String arguments,
    String queue,
    int priority,
    Instant enqueued,
    Instant due) {}
