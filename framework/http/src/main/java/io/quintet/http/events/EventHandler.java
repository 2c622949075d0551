package io.quintet.http.events;

/** What sends events to one client. */
@FunctionalInterface
public interface EventHandler {
  /**
   * Sends events; runs in a virtual thread of its own, with the site, the visitor's language and
   * time zone bound, and may block. When it returns, what was sent still goes out and the stream
   * ends; the browser then connects again after a while. When the client is gone, {@link
   * EventStream#send} throws {@link StreamClosed}, which is no failure; a handler that waits for
   * something else is interrupted some seconds later.
   *
   * @throws Exception whatever went wrong; it is logged and the stream ends
   */
  void handle(EventStream events) throws Exception;
}
