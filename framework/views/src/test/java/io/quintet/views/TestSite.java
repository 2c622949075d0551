package io.quintet.views;

import io.quintet.cache.CacheApp;
import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.core.CoreSettings;
import io.quintet.core.SiteContext;
import io.quintet.http.HttpApp;
import io.quintet.http.HttpApplication;
import io.quintet.http.HttpSettings;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.csrf.Csrf;
import io.quintet.http.routing.RouteSource;
import io.quintet.http.routing.Router;
import io.quintet.http.routing.Routes;
import io.quintet.orm.DatabaseUrl;
import io.quintet.orm.OrmApp;
import io.quintet.orm.OrmSettings;
import io.quintet.templates.Loaders;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** A site of some routes and templates that answers requests in process. */
final class TestSite implements AutoCloseable {
  private final SiteContext site;
  private final HttpApplication application;

  private TestSite(SiteContext site) {
    this.site = site;
    this.application = HttpApplication.of(site);
  }

  /** An app with routes and templates. */
  private record Pages(Consumer<Routes> routes, Map<String, String> templates) implements App {
    @Override
    public String label() {
      return "pages";
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
      config.add(Templates.LOADERS, Loaders.memory(templates));
    }
  }

  static TestSite of(Map<String, String> templates, Consumer<Routes> routes) {
    return new TestSite(builder(templates, routes).baseDir(Path.of("target")).build());
  }

  /** A site whose error pages are those of development, or not. */
  static TestSite debugging(boolean debug, Map<String, String> templates, Consumer<Routes> routes) {
    return new TestSite(
        builder(templates, routes)
            .baseDir(Path.of("target"))
            .set(CoreSettings.DEBUG, debug)
            .build());
  }

  static TestSite withDatabase(
      Path folder, DatabaseUrl database, Map<String, String> templates, Consumer<Routes> routes) {
    return new TestSite(
        builder(templates, routes)
            .baseDir(folder)
            .apps(new OrmApp())
            .set(OrmSettings.DATABASE_URL, database)
            .build());
  }

  static TestSite at(
      Clock clock,
      Consumer<SiteContext.Builder> more,
      Path folder,
      DatabaseUrl database,
      Map<String, String> templates,
      Consumer<Routes> routes) {
    SiteContext.Builder builder =
        builder(templates, routes)
            .baseDir(folder)
            .apps(new OrmApp())
            .set(OrmSettings.DATABASE_URL, database)
            .clock(clock);
    more.accept(builder);
    return new TestSite(builder.build());
  }

  private static SiteContext.Builder builder(
      Map<String, String> templates, Consumer<Routes> routes) {
    return SiteContext.builder("test")
        .apps(new HttpApp(), new CacheApp(), new ViewsApp(), new Pages(routes, templates))
        .env(Map.of())
        .set(HttpSettings.ACCESS_LOG, false)
        .set(CoreSettings.SECRET_KEY, "a-secret-key-for-tests-only-0123456789")
        .set(HttpSettings.ALLOWED_HOSTS, List.of("localhost"));
  }

  /** Does something with the site bound. */
  <T> T call(Callable<T> work) {
    try {
      return site.call(work);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  SiteContext site() {
    return site;
  }

  Response get(String target) {
    return send(Request.get(target));
  }

  Response post(String target, String form) {
    Request request =
        Request.builder("POST", target).body("application/x-www-form-urlencoded", form).build();
    request.set(Csrf.UNCHECKED, true);
    return send(request);
  }

  Response send(Request request) {
    return application.handle(request);
  }

  @Override
  public void close() {
    site.close();
  }
}
