package io.quintet.http.sockets;

import java.nio.charset.StandardCharsets;

/** The codes that may stand in a close frame. */
final class CloseCodes {
  private static final int LONGEST_REASON = 123;

  private CloseCodes() {}

  static void check(int code, String reason) {
    boolean standard = code >= 1000 && code <= 1014 && (code < 1004 || code > 1006);
    if (!standard && (code < 3000 || code > 4999)) {
      throw new IllegalArgumentException(
          "A WebSocket is closed with a code from 1000 to 1014 (without 1004 to 1006) or 3000 to 4999, found "
              + code);
    }
    int bytes = reason.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > LONGEST_REASON) {
      throw new IllegalArgumentException(
          "The reason for closing a WebSocket is of up to %d bytes, found %d"
              .formatted(LONGEST_REASON, bytes));
    }
  }
}
