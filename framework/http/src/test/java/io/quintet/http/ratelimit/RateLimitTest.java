package io.quintet.http.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.cache.CacheApp;
import io.quintet.core.CoreSettings;
import io.quintet.core.SiteContext;
import io.quintet.http.HttpApp;
import io.quintet.http.HttpApplication;
import io.quintet.http.HttpSettings;
import io.quintet.http.Request;
import io.quintet.http.RequestBuilder;
import io.quintet.http.Response;
import io.quintet.http.routing.Router;
import io.quintet.http.routing.Routes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2027-01-10T12:00:00Z"));
  private final SiteContext site =
      SiteContext.builder("limited")
          .apps(new CacheApp(), new HttpApp())
          .env(Map.of())
          .clock(moving())
          .set(CoreSettings.SECRET_KEY, "a-secret-key-for-tests-only-0123456789")
          .set(HttpSettings.ALLOWED_HOSTS, List.of("localhost"))
          .set(HttpSettings.ACCESS_LOG, false)
          .replace(Router.SERVICE, context -> Router.of(RateLimitTest::urls))
          .build();
  private final HttpApplication application = HttpApplication.of(site);

  private Clock moving() {
    return new Clock() {
      @Override
      public ZoneOffset getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(java.time.ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now.get();
      }
    };
  }

  private static void urls(Routes routes) {
    routes
        .path("log-in/", request -> Response.text("welcome"))
        .with(RateLimit.perAddress("log-in", "2/minute"));
    routes.include(
        "shop/",
        shop -> {
          shop.use(
              RateLimit.by(
                  "shop",
                  "1/h",
                  request -> request.header("X-Customer").map(id -> "customer " + id)));
          shop.path("tea/", request -> Response.text("tea"));
          shop.path("milk/", request -> Response.text("milk"));
        });
    routes.path("closed/", request -> Response.text("?")).with(RateLimit.perAddress("no", "0/day"));
  }

  @AfterEach
  void close() {
    site.close();
  }

  private Response get(String path, String address, String... header) {
    RequestBuilder builder = Request.builder("GET", path).remoteAddress(address);
    if (header.length == 2) {
      builder.header(header[0], header[1]);
    }
    return application.handle(builder.build());
  }

  @Test
  void whoAsksTooOftenHasToWait() {
    assertThat(get("/log-in/", "192.0.2.1").header("RateLimit")).contains("\"log-in\";r=1;t=60");
    now.set(now.get().plusSeconds(20));
    Response second = get("/log-in/", "192.0.2.1");
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.header("RateLimit")).contains("\"log-in\";r=0;t=40");
    assertThat(second.header("RateLimit-Policy")).contains("\"log-in\";q=2;w=60");
    Response third = get("/log-in/", "192.0.2.1");
    assertThat(third.status()).isEqualTo(429);
    assertThat(third.header("Retry-After")).contains("40");
    assertThat(third.header("RateLimit")).contains("\"log-in\";r=0;t=40");
    assertThat(third.text()).contains("Too many requests. Please try again in 40 seconds.");
    assertThat(get("/log-in/", "192.0.2.2").status()).isEqualTo(200);
    now.set(now.get().plusSeconds(41));
    assertThat(get("/log-in/", "192.0.2.1").status()).isEqualTo(200);
  }

  @Test
  void aLimitAroundAnIncludeCountsAllItsRoutesTogether() {
    assertThat(get("/shop/tea/", "192.0.2.1", "X-Customer", "7").status()).isEqualTo(200);
    assertThat(get("/shop/milk/", "192.0.2.9", "X-Customer", "7").status()).isEqualTo(429);
    assertThat(get("/shop/milk/", "192.0.2.9", "X-Customer", "8").status()).isEqualTo(200);
  }

  @Test
  void whoHasNoKeyIsNotCounted() {
    for (int i = 0; i < 5; i++) {
      Response response = get("/shop/tea/", "192.0.2.1");
      assertThat(response.status()).isEqualTo(200);
      assertThat(response.header("RateLimit")).isEmpty();
    }
  }

  @Test
  void aRateOfNothingIsClosed() {
    assertThat(get("/closed/", "192.0.2.1").status()).isEqualTo(429);
  }

  @Test
  void aNetworkOfIpv6IsOneVisitor() {
    assertThat(get("/log-in/", "2001:db8:0:7::1").status()).isEqualTo(200);
    assertThat(get("/log-in/", "2001:DB8::7:0:0:0:2").status()).isEqualTo(200);
    assertThat(get("/log-in/", "2001:db8:0:7:ffff:1:2:3").status()).isEqualTo(429);
    assertThat(get("/log-in/", "2001:db8:0:8::1").status()).isEqualTo(200);
    assertThat(Networks.of("::1")).isEqualTo("0:0:0:0::/64");
    assertThat(Networks.of("::ffff:192.0.2.1")).isEqualTo("::ffff:192.0.2.1");
  }

  @Test
  void mistakesAreToldWhenTheRouteIsDefined() {
    assertThatThrownBy(() -> RateLimit.perAddress("log in", "5/minute"))
        .hasMessage(
            "A rate limit is named with 1 to 64 letters, digits, '_', '.' and '-', found \"log in\"");
    assertThatThrownBy(() -> RateLimit.by("x", "often", request -> Optional.empty()))
        .hasMessage(
            "\"often\" is no rate. Write a number, a slash and second, minute, hour or day: 100/day.");
    assertThat(Rate.parse("5/10m")).isEqualTo(new Rate(5, Duration.ofMinutes(10)));
  }
}
