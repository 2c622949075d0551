package io.quintet.http.middleware;

import io.quintet.core.signing.Crypto;
import io.quintet.http.Middleware;
import io.quintet.http.Request;
import io.quintet.http.RequestIds;
import io.quintet.http.Response;
import io.quintet.http.View;

/** Takes over a well-formed request id, or makes one, and answers with it. */
final class RequestIdMiddleware implements Middleware {
  private static final int LONGEST = 64;
  private static final int LENGTH = 22;

  @Override
  public Response handle(Request request, View next) throws Exception {
    String id =
        request
            .header(RequestIds.HEADER)
            .filter(RequestIdMiddleware::isWellFormed)
            .orElseGet(() -> Crypto.randomString(LENGTH));
    request.set(RequestIds.KEY, id);
    return next.handle(request).withHeader(RequestIds.HEADER, id);
  }

  private static boolean isWellFormed(String id) {
    return !id.isEmpty()
        && id.length() <= LONGEST
        && id.chars()
            .allMatch(c ->
                (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '-'
                    || c == '_'
                    || c == '.');
  }
}
