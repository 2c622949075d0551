package io.quintet.templates.values;

import java.time.ZonedDateTime;

/**
 * A moment in the zone that a filter chose, which is not moved to the current zone when it is
 * printed.
 *
 * @param time the moment
 */
public record ShownTime(ZonedDateTime time) {
  @Override
  public String toString() {
    return time.toString();
  }
}
