package io.quintet.tasks;

import io.quintet.tasks.spi.Outcome;
import org.jspecify.annotations.Nullable;

/** How running a task once ended: what to tell the broker, and what was thrown. */
record Attempt(Outcome outcome, @Nullable Throwable thrown) {}
