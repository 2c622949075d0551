package io.quintet.http;

import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.core.CoreSettings;
import io.quintet.core.SiteContext;
import io.quintet.http.routing.RouteSource;
import io.quintet.http.routing.Router;
import io.quintet.http.routing.Routes;
import io.quintet.http.sessions.SessionSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A site for tests: routes in, application out. */
public final class TestSite {
  public static final Instant NOW = Instant.parse("2026-03-15T12:30:45Z");

  private TestSite() {}

  public static HttpApplication app(Consumer<Routes> routes, App... more) {
    return HttpApplication.of(site(routes, more).build());
  }

  public static SiteContext.Builder site(Consumer<Routes> routes, App... more) {
    return SiteContext.builder("test")
        .apps(new HttpApp(), new TestApp(routes))
        .apps(more)
        .env(Map.of())
        .clock(Clock.fixed(NOW, ZoneOffset.UTC))
        .set(CoreSettings.SECRET_KEY, "a-secret-key-for-tests-only-0123456789")
        .set(SessionSettings.STORE, SessionSettings.Store.COOKIE)
        .set(HttpSettings.ALLOWED_HOSTS, List.of("localhost", "testserver"));
  }

  private record TestApp(Consumer<Routes> routes) implements App {
    @Override
    public String label() {
      return "testapp";
    }

    @Override
    public void configure(AppConfig config) {
      config.add(
          Router.ROOTS,
          new RouteSource() {
            @Override
            public String namespace() {
              return "";
            }

            @Override
            public void define(Routes target) {
              routes.accept(target);
            }
          });
    }
  }
}
