package io.quintet.http.ratelimit;

import io.quintet.http.Headers;
import io.quintet.http.Middleware;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.TooManyRequests;
import io.quintet.http.View;
import java.util.Optional;
import java.util.function.Function;

/**
 * A limit on how often a route may be asked for, put around a route or all of an include:
 *
 * <pre>{@code
 * routes.path("log-in/", Accounts::logIn).with(RateLimit.perAddress("log-in", "5/minute"));
 * routes.include("shop/", Shop::urls);   // within it: routes.use(RateLimit.perAddress("shop", "100/m"))
 * RateLimit.by("export", "10/hour", request -> Auth.user(request).map(user -> "user " + user.id));
 * }</pre>
 *
 * <p>Who asks too often is answered 429 with {@code Retry-After}. Every answer says what is left,
 * in the fields {@code RateLimit} and {@code RateLimit-Policy}
 * (draft-ietf-httpapi-ratelimit-headers). It is counted in the site's cache: with a shared one, for
 * all processes together. Behind a proxy addresses are those of visitors only if {@code
 * http.trusted-proxies} names it.
 */
public final class RateLimit implements Middleware {
  private static final String GROUP = "rate-limit";

  private final String name;
  private final Rate rate;
  private final Function<Request, Optional<String>> key;

  private RateLimit(String name, Rate rate, Function<Request, Optional<String>> key) {
    if (!name.matches("[A-Za-z0-9_.-]{1,64}")) {
      throw new IllegalArgumentException(
          "A rate limit is named with 1 to 64 letters, digits, '_', '.' and '-', found \"%s\""
              .formatted(name));
    }
    this.name = name;
    this.rate = rate;
    this.key = key;
  }

  /**
   * A limit for each address of visitors; an IPv6 network of 64 bits counts as one.
   *
   * @param name what is counted; limits of one name count together
   * @param rate such as {@code 5/minute} or {@code 100/10m}
   */
  public static RateLimit perAddress(String name, String rate) {
    return by(name, rate, request -> Optional.of(Networks.of(request.remoteAddress())));
  }

  /**
   * A limit by a key of one's own, such as the user; where it is empty nothing is counted.
   *
   * @param name what is counted; limits of one name count together
   * @param rate such as {@code 5/minute} or {@code 100/10m}
   */
  public static RateLimit by(
      String name, String rate, Function<Request, Optional<String>> keyOfRequest) {
    return new RateLimit(name, Rate.parse(rate), keyOfRequest);
  }

  @Override
  public Response handle(Request request, View next) throws Exception {
    Optional<String> who = key.apply(request);
    if (who.isEmpty()) {
      return next.handle(request);
    }
    RateCounter.Count count = RateCounter.count(GROUP, name + " " + who.get(), rate);
    if (!count.isAllowed()) {
      throw new TooManyRequests(
          "Too many requests. Please try again in %d seconds.".formatted(seconds(count)),
          count.reset(),
          fields(Headers.none(), count));
    }
    Response response = next.handle(request);
    return response.withHeaders(fields(response.headers(), count));
  }

  private Headers fields(Headers headers, RateCounter.Count count) {
    return headers
        .adding(
            "RateLimit-Policy",
            "\"%s\";q=%d;w=%d".formatted(name, rate.calls(), rate.time().toSeconds()))
        .adding("RateLimit", "\"%s\";r=%d;t=%d".formatted(name, count.remaining(), seconds(count)));
  }

  private static long seconds(RateCounter.Count count) {
    return count.reset().plusNanos(999_999_999).toSeconds();
  }
}
