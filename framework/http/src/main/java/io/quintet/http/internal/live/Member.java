package io.quintet.http.internal.live;

/** Who can be in a group. */
@FunctionalInterface
public interface Member {
  /** Takes a text of a group for its client; never blocks. */
  void offer(String group, String text);
}
