package io.quintet.http.events;

import io.quintet.core.QuintetException;

/** An event was to be sent over a stream that is closed. */
public class StreamClosed extends QuintetException {
  private static final long serialVersionUID = 1;

  StreamClosed() {
    super("The event stream is closed: nothing can be sent any more");
  }
}
