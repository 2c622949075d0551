/** Server-sent events: {@link io.quintet.http.events.EventStreams}. */
@NullMarked
package io.quintet.http.events;

import org.jspecify.annotations.NullMarked;
