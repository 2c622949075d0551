package io.quintet.http.internal.live;

import io.quintet.core.settings.Setting;
import java.time.Duration;
import java.util.List;

/** The settings of WebSockets and event streams. */
public final class LiveSettings {
  /** How many there may be. */
  public static final Setting<Integer> MOST =
      Setting.integer(
              "http.max-live",
              10_000,
              "WebSockets and event streams open at once; more are answered 503 with Retry-After")
          .check(most -> most > 0, "must be above 0");

  /** How often they are pinged. */
  public static final Setting<Duration> PING =
      Setting.duration(
              "http.live-ping",
              Duration.ofSeconds(15),
              "How often open WebSockets and event streams are pinged; a WebSocket from which nothing came for three times as long is cut off")
          .check(ping -> ping.toMillis() > 0, "must be above 0");

  /** The settings. */
  public static final List<Setting<?>> ALL = List.of(MOST, PING);

  private LiveSettings() {}
}
