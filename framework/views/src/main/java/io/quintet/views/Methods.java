package io.quintet.views;

import io.quintet.http.MethodNotAllowed;
import io.quintet.http.Request;
import java.util.List;

/** Which methods pages answer. */
final class Methods {
  private Methods() {}

  /** Only reading. */
  static void requireSafe(Request request) {
    if (!request.isSafe()) {
      throw new MethodNotAllowed(request.method(), List.of("GET", "HEAD", "OPTIONS"));
    }
  }

  /** Whether a form was sent; reading shows it. */
  static boolean isSubmission(Request request) {
    if (request.isSafe()) {
      return false;
    }
    if (request.isPost()) {
      return true;
    }
    throw new MethodNotAllowed(request.method(), List.of("GET", "HEAD", "OPTIONS", "POST"));
  }
}
