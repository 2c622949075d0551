package io.quintet.http.events;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * One server-sent event.
 *
 * <pre>{@code
 * ServerEvent.of(Json.write(order)).named("order").withId(order.version)
 * }</pre>
 *
 * @param data what it says; may be of several lines
 * @param name its kind, for {@code source.addEventListener(name, ...)}; empty: a plain message
 * @param id where the client is when it has seen this; it comes back as Last-Event-ID
 * @param retry how long the client waits before it connects again
 */
public record ServerEvent(
    String data, Optional<String> name, Optional<String> id, Optional<Duration> retry) {
  /**
   * Checks that name and id are of one line.
   *
   * @throws IllegalArgumentException if they are not: the rest would become another field
   */
  public ServerEvent {
    name.ifPresent(text -> requireOneLine("name", text));
    id.ifPresent(text -> requireOneLine("id", text));
  }

  /** An event with data only. */
  public static ServerEvent of(String data) {
    return new ServerEvent(data, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same of another kind. */
  public ServerEvent named(String newName) {
    return new ServerEvent(data, Optional.of(newName), id, retry);
  }

  /** The same with an id. */
  public ServerEvent withId(String newId) {
    return new ServerEvent(data, name, Optional.of(newId), retry);
  }

  /** The same with a number as its id. */
  public ServerEvent withId(long newId) {
    return withId(Long.toString(newId));
  }

  /** The same with a time to wait before connecting again. */
  public ServerEvent withRetry(Duration time) {
    return new ServerEvent(data, name, id, Optional.of(time));
  }

  /**
   * As it goes over the wire. Each line of the data is a field of its own, whether it ends in CR,
   * LF or both, so that data never becomes another event.
   */
  public byte[] encoded() {
    StringBuilder out = new StringBuilder(data.length() + 32);
    id.ifPresent(text -> field(out, "id", text));
    name.ifPresent(text -> field(out, "event", text));
    retry.ifPresent(time -> field(out, "retry", Long.toString(time.toMillis())));
    int start = 0;
    for (int i = 0; i < data.length(); i++) {
      char c = data.charAt(i);
      if (c == '\n' || c == '\r') {
        field(out, "data", data.substring(start, i));
        i += c == '\r' && i + 1 < data.length() && data.charAt(i + 1) == '\n' ? 1 : 0;
        start = i + 1;
      }
    }
    field(out, "data", data.substring(start));
    return out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void field(StringBuilder out, String name, String value) {
    out.append(name).append(": ").append(value).append('\n');
  }

  private static void requireOneLine(String what, String text) {
    if (text.chars().anyMatch(c -> c == '\n' || c == '\r' || c == 0)) {
      throw new IllegalArgumentException(
          "The %s of a server-sent event is one line without CR, LF and NUL".formatted(what));
    }
  }
}
