package io.quintet;

import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.http.routing.RouteSource;
import io.quintet.http.routing.Router;
import io.quintet.http.routing.Routes;
import io.quintet.messages.CompileMessages;
import io.quintet.messages.MakeMessages;
import io.quintet.scaffold.PackageSite;
import java.util.List;
import java.util.function.Consumer;

/** The site itself as an app, so that rooms find its routes as they find everything else. */
record SiteApp(List<Consumer<Routes>> urls, String mainClass) implements App {
  @Override
  public String label() {
    return "site";
  }

  @Override
  public void configure(AppConfig config) {
    urls.forEach(define -> config.add(Router.ROOTS, new Root(define)));
    config.commands(new PackageSite(mainClass), new MakeMessages(), new CompileMessages());
  }

  private record Root(Consumer<Routes> routes) implements RouteSource {
    @Override
    public String namespace() {
      return "";
    }

    @Override
    public void define(Routes target) {
      routes.accept(target);
    }
  }
}
