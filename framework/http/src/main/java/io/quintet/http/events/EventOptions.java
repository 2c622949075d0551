package io.quintet.http.events;

import io.quintet.http.groups.WhenSlow;

/**
 * What an event stream allows its client.
 *
 * @param queue how many events may wait for the client to take them
 * @param whenSlow what happens when events of groups find the queue full
 */
public record EventOptions(int queue, WhenSlow whenSlow) {
  /** 256 in the queue; who is slower is cut off, and comes again with its Last-Event-ID. */
  public static final EventOptions DEFAULT = new EventOptions(256, WhenSlow.CUT_OFF);

  /** Checks the queue. */
  public EventOptions {
    if (queue < 1) {
      throw new IllegalArgumentException(
          "An event stream needs a queue of at least 1, found " + queue);
    }
  }
}
