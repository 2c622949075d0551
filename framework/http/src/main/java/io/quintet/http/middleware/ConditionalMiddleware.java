package io.quintet.http.middleware;

import io.quintet.http.Body;
import io.quintet.http.ETags;
import io.quintet.http.Headers;
import io.quintet.http.HttpDates;
import io.quintet.http.Middleware;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.Status;
import io.quintet.http.View;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tags what has no tag, and answers 304 to a client that has the content already (RFC 9110, section
 * 13.2.2).
 */
final class ConditionalMiddleware implements Middleware {
  private static final Set<String> KEPT =
      Set.of(
          "cache-control", "content-location", "date", "etag", "expires", "last-modified", "vary");

  private final Clock clock;

  ConditionalMiddleware(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Response handle(Request request, View next) throws Exception {
    Response response = next.handle(request);
    if (!request.isGet() || response.status() != Status.OK) {
      return response;
    }
    Response tagged = tagged(response);
    if (failsPrecondition(request, tagged)) {
      return Response.of(Status.PRECONDITION_FAILED);
    }
    return isKnown(request, tagged) ? notModified(tagged) : tagged;
  }

  private static Response tagged(Response response) {
    boolean tags =
        !response.headers().has("ETag")
            && !hasDirective(response, "no-store")
            && response.cookies().isEmpty();
    return tags && response.body() instanceof Body.Bytes(byte[] content) && content.length > 0
        ? response.withHeader("ETag", ETags.of(content))
        : response;
  }

  private boolean failsPrecondition(Request request, Response response) {
    Optional<String> ifMatch = request.headers().joined("If-Match");
    if (ifMatch.isPresent()) {
      String tag = response.headers().get("ETag", "");
      List<String> wanted = ETags.parse(ifMatch.get());
      return !tag.isEmpty()
          && !wanted.contains("*")
          && (tag.startsWith("W/") || !wanted.contains(tag));
    }
    Optional<Instant> since = date(request, "If-Unmodified-Since");
    Optional<Instant> modified = modified(response);
    return since.isPresent() && modified.isPresent() && modified.get().isAfter(since.get());
  }

  private boolean isKnown(Request request, Response response) {
    Optional<String> ifNoneMatch = request.headers().joined("If-None-Match");
    if (ifNoneMatch.isPresent()) {
      String tag = response.headers().get("ETag", "");
      List<String> known = ETags.parse(ifNoneMatch.get());
      return !tag.isEmpty()
          && (known.contains("*")
              || known.stream().anyMatch(other -> ETags.matchWeakly(tag, other)));
    }
    Optional<Instant> since = date(request, "If-Modified-Since");
    Optional<Instant> modified = modified(response);
    return since.isPresent() && modified.isPresent() && !modified.get().isAfter(since.get());
  }

  private Optional<Instant> date(Request request, String header) {
    return request.header(header).flatMap(text -> HttpDates.parse(text, clock.instant()));
  }

  private Optional<Instant> modified(Response response) {
    return response.header("Last-Modified").flatMap(text -> HttpDates.parse(text, clock.instant()));
  }

  private static Response notModified(Response response) {
    Headers kept =
        Headers.of(
            response.headers().lines().stream()
                .filter(line -> KEPT.contains(line.name().toLowerCase(Locale.ROOT)))
                .toList());
    return response.withStatus(Status.NOT_MODIFIED).withHeaders(kept).withBody(Body.EMPTY);
  }

  private static boolean hasDirective(Response response, String directive) {
    String header = response.headers().joined("Cache-Control").orElse("").toLowerCase(Locale.ROOT);
    for (String part : header.split(",")) {
      if (part.strip().equals(directive)) {
        return true;
      }
    }
    return false;
  }
}
