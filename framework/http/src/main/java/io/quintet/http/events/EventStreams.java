package io.quintet.http.events;

import io.quintet.core.SiteContext;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.internal.live.LiveConnections;
import io.quintet.http.internal.live.LiveSettings;

/**
 * Answers with a stream of server-sent events, which a page reads with {@code new
 * EventSource(address)} and which connects again by itself:
 *
 * <pre>{@code
 * static Response changes(Request request) {
 *   return EventStreams.open(request, events -> {
 *     long seen = events.lastEventId().map(Long::parseLong).orElse(0L);
 *     for (Change change : Change.objects.filter(change.id.gt(seen)).list()) {
 *       events.send(ServerEvent.of(change.text).withId(change.id));
 *     }
 *     events.join("changes");
 *     events.await();
 *   });
 * }
 * }</pre>
 *
 * <p>The request ends when the stream begins: take from it what the handler needs. A stream counts
 * towards {@code http.max-live} and not towards the requests that run.
 */
public final class EventStreams {
  private EventStreams() {}

  /**
   * A stream within the default limits.
   *
   * @throws io.quintet.http.ServiceUnavailable if there are too many
   */
  public static Response open(Request request, EventHandler handler) {
    return open(request, EventOptions.DEFAULT, handler);
  }

  /**
   * A stream.
   *
   * @throws io.quintet.http.ServiceUnavailable if there are too many
   */
  public static Response open(Request request, EventOptions options, EventHandler handler) {
    SiteContext site = SiteContext.current();
    site.service(LiveConnections.SERVICE).requireRoom();
    EventSession session =
        new EventSession(
            request.header("Last-Event-ID").filter(id -> !id.isEmpty()),
            options,
            site.setting(LiveSettings.PING),
            handler);
    return Response.live("text/event-stream", session)
        .withHeader("Cache-Control", "no-store")
        .withHeader("X-Accel-Buffering", "no");
  }
}
