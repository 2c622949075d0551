package io.quintet.http.internal;

import io.quintet.http.Body;
import io.quintet.http.Cookie;
import io.quintet.http.ETags;
import io.quintet.http.Headers;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.Status;
import java.time.Clock;
import java.util.Optional;

/** The last step: ranges, lengths, cookies, and no body where there may be none. */
public final class ResponseFinisher {
  private ResponseFinisher() {}

  /** The response to a request as it goes over the wire. */
  public static FinalResponse finish(Request request, Response response, Clock clock) {
    Response ranged = ranged(request, response);
    int status = ranged.status();
    Headers headers = ranged.headers();
    long size = ranged.body().size();
    if (Status.isBodiless(status)) {
      headers = headers.without("Content-Length").without("Content-Type");
      size = 0;
    } else if (size >= 0) {
      headers = headers.with("Content-Length", Long.toString(size));
    }
    for (Cookie cookie : ranged.cookies()) {
      headers = headers.adding("Set-Cookie", cookie.header(clock.instant()));
    }
    boolean silent = request.method().equals("HEAD");
    return new FinalResponse(status, headers, ranged.body(), silent ? 0 : size);
  }

  private static Response ranged(Request request, Response response) {
    if (!(response.body() instanceof Body.Source(long length, Body.Opener opener))
        || response.status() != Status.OK) {
      return response;
    }
    Response whole = response.withHeader("Accept-Ranges", "bytes");
    Optional<ByteRanges> asked =
        request.isGet() && unchanged(request, response)
            ? request.header("Range").flatMap(header -> ByteRanges.parse(header, length))
            : Optional.empty();
    if (asked.isEmpty()) {
      return whole;
    }
    ByteRanges range = asked.get();
    if (range == ByteRanges.UNSATISFIABLE) {
      return whole
          .withStatus(Status.RANGE_NOT_SATISFIABLE)
          .withHeader("Content-Range", "bytes */" + length)
          .withBody(Body.EMPTY);
    }
    return whole
        .withStatus(Status.PARTIAL_CONTENT)
        .withHeader(
            "Content-Range", "bytes %d-%d/%d".formatted(range.first(), range.last(), length))
        .withBody(
            new Body.Source(range.length(), position -> opener.openAt(range.first() + position)));
  }

  /** RFC 9110: with If-Range a range is given only if the client's copy is this very content. */
  private static boolean unchanged(Request request, Response response) {
    Optional<String> condition = request.header("If-Range");
    if (condition.isEmpty()) {
      return true;
    }
    String value = condition.get().strip();
    boolean tag = !ETags.parse(value).isEmpty();
    return tag
        ? !value.startsWith("W/") && response.header("ETag").filter(value::equals).isPresent()
        : response.header("Last-Modified").filter(value::equals).isPresent();
  }
}
