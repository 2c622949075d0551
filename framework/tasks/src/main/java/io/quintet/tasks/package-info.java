/**
 * Work that happens after the response: typed tasks, their queue, workers, retries and schedules.
 *
 * <p>A {@link io.quintet.tasks.Task} is declared once as a constant, registered by its app at
 * {@link io.quintet.tasks.Tasks#POINT}, enqueued anywhere and run by {@code ./manage worker}. A
 * task is run at least once: a worker that dies in the middle loses nothing, and what it had begun
 * is begun again, so a task must bear being repeated.
 */
@NullMarked
package io.quintet.tasks;

import org.jspecify.annotations.NullMarked;
