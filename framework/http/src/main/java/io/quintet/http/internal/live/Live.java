package io.quintet.http.internal.live;

import java.time.Duration;

/** A connection that is open after its request was answered. */
public interface Live {
  /** Looks after it: pings the client, and cuts it off if it is dead. Never blocks. */
  void look(long now, Duration ping);

  /** The server stops: says so to the client and lets the handler end. Never blocks. */
  void end();

  /** Breaks it off. */
  void cut();
}
