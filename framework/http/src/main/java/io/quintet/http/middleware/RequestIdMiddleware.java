package io.quintet.http.middleware;

import io.quintet.http.Middleware;
import io.quintet.http.Request;
import io.quintet.http.RequestIds;
import io.quintet.http.Response;
import io.quintet.http.View;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/** Takes over a well-formed request id, or makes one, and answers with it. */
final class RequestIdMiddleware implements Middleware {
  private static final int LONGEST = 64;
  private static final int LENGTH = 22;
  private static final int BITS_OF_A_CHARACTER = 5;
  private static final int CHARACTERS_OF_A_LONG = 12;
  private static final byte[] ALPHABET =
      "0123456789abcdefghijklmnopqrstuv".getBytes(StandardCharsets.ISO_8859_1);

  @Override
  public Response handle(Request request, View next) throws Exception {
    String id =
        request
            .header(RequestIds.HEADER)
            .filter(RequestIdMiddleware::isWellFormed)
            .orElseGet(RequestIdMiddleware::newId);
    request.set(RequestIds.KEY, id);
    return next.handle(request).withHeader(RequestIds.HEADER, id);
  }

  /** No secret: it has to differ from others, not to be hard to guess. */
  private static String newId() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    byte[] id = new byte[LENGTH];
    long bits = 0;
    for (int i = 0; i < LENGTH; i++) {
      bits = i % CHARACTERS_OF_A_LONG == 0 ? random.nextLong() : bits >>> BITS_OF_A_CHARACTER;
      id[i] = ALPHABET[(int) (bits & (ALPHABET.length - 1))];
    }
    return new String(id, StandardCharsets.ISO_8859_1);
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
