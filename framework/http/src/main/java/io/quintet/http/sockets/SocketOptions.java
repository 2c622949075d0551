package io.quintet.http.sockets;

import io.quintet.core.settings.DataSize;
import io.quintet.http.groups.WhenSlow;
import java.util.List;

/**
 * What a WebSocket allows its client.
 *
 * @param maxMessageSize the largest message that is read; a larger one ends it (1009)
 * @param messagesPerSecond how many messages the client may send in a second; more end it (1008)
 * @param queue how many messages may wait for the client to take them
 * @param whenSlow what happens when messages of groups find the queue full
 * @param origins the pages that may open it, beside those of the site itself and those of {@code
 *     http.csrf-trusted-origins}: such as {@code https://app.example.org}, or {@code *} for any
 * @param protocols the sub-protocols that are spoken; the first that the client offers is chosen
 */
public record SocketOptions(
    DataSize maxMessageSize,
    int messagesPerSecond,
    int queue,
    WhenSlow whenSlow,
    List<String> origins,
    List<String> protocols) {
  /** 64 KB a message, 50 messages a second, 256 in the queue, pages of this site only. */
  public static final SocketOptions DEFAULT =
      new SocketOptions(DataSize.ofKilobytes(64), 50, 256, WhenSlow.CUT_OFF, List.of(), List.of());

  private static final int LARGEST = 64 * 1024 * 1024;

  /** Checks the limits. */
  public SocketOptions {
    if (maxMessageSize.bytes() < 1 || maxMessageSize.bytes() > LARGEST) {
      throw new IllegalArgumentException(
          "A message of a WebSocket is of 1 byte to 64 MB, found " + maxMessageSize);
    }
    if (messagesPerSecond < 1 || queue < 1) {
      throw new IllegalArgumentException(
          "A WebSocket needs messagesPerSecond and queue of at least 1, found %d and %d"
              .formatted(messagesPerSecond, queue));
    }
    origins = List.copyOf(origins);
    protocols = List.copyOf(protocols);
  }

  /** With another size of messages. */
  public SocketOptions withMaxMessageSize(DataSize size) {
    return new SocketOptions(size, messagesPerSecond, queue, whenSlow, origins, protocols);
  }

  /** With another rate. */
  public SocketOptions withMessagesPerSecond(int most) {
    return new SocketOptions(maxMessageSize, most, queue, whenSlow, origins, protocols);
  }

  /** With another queue. */
  public SocketOptions withQueue(int most, WhenSlow rule) {
    return new SocketOptions(maxMessageSize, messagesPerSecond, most, rule, origins, protocols);
  }

  /** For pages of other sites too. */
  public SocketOptions withOrigins(String... allowed) {
    return new SocketOptions(
        maxMessageSize, messagesPerSecond, queue, whenSlow, List.of(allowed), protocols);
  }

  /** With sub-protocols. */
  public SocketOptions withProtocols(String... spoken) {
    return new SocketOptions(
        maxMessageSize, messagesPerSecond, queue, whenSlow, origins, List.of(spoken));
  }
}
