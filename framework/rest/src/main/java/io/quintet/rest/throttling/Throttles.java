package io.quintet.rest.throttling;

import io.quintet.core.ImproperlyConfigured;
import io.quintet.core.SiteContext;
import io.quintet.http.ratelimit.Rate;
import io.quintet.http.ratelimit.RateCounter;
import io.quintet.rest.ApiRequest;
import io.quintet.rest.RestSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * The usual limits, counted in the site's cache, so that all processes of a site count together.
 * The time of a rate begins with the first call.
 */
public final class Throttles {
  private Throttles() {}

  /** Visitors, by address; users are not counted. */
  public static Throttle anonymous(String rate) {
    return of("anon", Rate.parse(rate), Throttles::visitor);
  }

  /** Users by account, visitors by address. */
  public static Throttle user(String rate) {
    return of("user", Rate.parse(rate), Throttles::anybody);
  }

  /** As {@link #user}, counted for a part of the API of its own. */
  public static Throttle scoped(String scope, String rate) {
    return of("scope-" + scope, Rate.parse(rate), Throttles::anybody);
  }

  /**
   * The limit of a scope with the rate that the setting {@code rest.throttle-rates} gives it; the
   * scopes {@code anon} and {@code user} count as {@link #anonymous} and {@link #user}.
   */
  public static Throttle configured(String scope) {
    return request -> configured(scope, rate(scope)).count(request);
  }

  private static Throttle configured(String scope, String rate) {
    return switch (scope) {
      case "anon" -> anonymous(rate);
      case "user" -> user(rate);
      default -> scoped(scope, rate);
    };
  }

  private static String rate(String scope) {
    for (String entry : SiteContext.current().setting(RestSettings.THROTTLE_RATES)) {
      int equals = entry.indexOf('=');
      if (equals > 0 && entry.substring(0, equals).strip().equals(scope)) {
        return entry.substring(equals + 1);
      }
    }
    throw new ImproperlyConfigured(
        "The throttle scope \"%s\" has no rate. Add %s=100/day to the setting rest.throttle-rates."
            .formatted(scope, scope));
  }

  private static Throttle of(
      String scope, Rate rate, Function<ApiRequest, Optional<String>> client) {
    return request -> client.apply(request).flatMap(who -> count(scope, rate, who));
  }

  private static Optional<Duration> count(String scope, Rate rate, String who) {
    RateCounter.Count count = RateCounter.count("throttle", scope + " " + who, rate);
    return count.isAllowed() ? Optional.empty() : Optional.of(count.reset());
  }

  private static Optional<String> visitor(ApiRequest request) {
    return request.user().isPresent() ? Optional.empty() : anybody(request);
  }

  private static Optional<String> anybody(ApiRequest request) {
    return Optional.of(
        request
            .user()
            .map(user -> "user " + user.id)
            .orElseGet(() -> "address " + request.http().remoteAddress()));
  }
}
