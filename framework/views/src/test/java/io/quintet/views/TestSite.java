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
import io.quintet.http.routing.RouteSource;
import io.quintet.http.routing.Router;
import io.quintet.http.routing.Routes;
import io.quintet.templates.Loaders;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    return new TestSite(
        SiteContext.builder("test")
            .baseDir(Path.of("target"))
            .apps(new HttpApp(), new CacheApp(), new ViewsApp(), new Pages(routes, templates))
            .env(Map.of())
            .set(CoreSettings.SECRET_KEY, "a-secret-key-for-tests-only-0123456789")
            .set(HttpSettings.ALLOWED_HOSTS, List.of("localhost"))
            .build());
  }

  SiteContext site() {
    return site;
  }

  Response get(String target) {
    return send(Request.get(target));
  }

  Response post(String target, String form) {
    return send(
        Request.builder("POST", target).body("application/x-www-form-urlencoded", form).build());
  }

  Response send(Request request) {
    return application.handle(request);
  }

  @Override
  public void close() {
    site.close();
  }
}
