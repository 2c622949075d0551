package io.quintet.http.groups;

/**
 * What happens to a client that does not take what is sent to its groups as fast as it comes, once
 * its queue is full.
 */
public enum WhenSlow {
  /** It is cut off, and may come again: it never sees a stream with gaps. */
  CUT_OFF,
  /** It misses the oldest message: for what is soon replaced, such as positions or prices. */
  DROP_OLDEST
}
