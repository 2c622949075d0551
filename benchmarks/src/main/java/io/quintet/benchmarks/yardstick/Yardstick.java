package io.quintet.benchmarks.yardstick;

import io.quintet.Site;
import io.quintet.auth.AccountsApp;
import io.quintet.core.CoreSettings;
import io.quintet.core.SiteContext;
import io.quintet.core.signing.Crypto;
import io.quintet.http.HttpSettings;
import io.quintet.http.routing.Routes;
import io.quintet.http.spi.ServerConfig;
import io.quintet.http.spi.ServerRunner;
import io.quintet.orm.DatabaseUrl;
import io.quintet.orm.OrmSettings;
import io.quintet.rest.RestApp;
import java.util.List;

/**
 * The yardstick application: production settings, the framework's usual middleware. Any setting can
 * be changed by its environment variable, such as {@code QUINTET_ORM_DATABASE_URL}.
 */
public final class Yardstick {
  private static final int DEFAULT_PORT = 8080;
  private static final int HIGHEST_PORT = 65_535;
  private static final int KEY_LENGTH = 64;

  /** As many connections as every other implementation of the yardstick has. */
  private static final int CONNECTIONS = 16;

  private Yardstick() {}

  /**
   * Serves until the process is told to stop.
   *
   * @param args the port; without it, 8080
   */
  public static void main(String[] args) throws InterruptedException {
    int port = args.length == 0 ? DEFAULT_PORT : port(args[0]);
    try (SiteContext site = site().build()) {
      ServerRunner server = ServerRunner.start(site, ServerConfig.of(site).at("127.0.0.1", port));
      System.out.println("The yardstick listens at " + server.url());
      server.awaitShutdown(site.setting(ServerConfig.STOP_GRACE));
    }
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= HIGHEST_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      System.err.println("A port is a number.");
    }
    throw new IllegalArgumentException(
        "'" + text + "' is not a port; give a number from 0 (any free one) to " + HIGHEST_PORT);
  }

  /** The site, not yet started. */
  static Site site() {
    return Site.named("yardstick")
        .set(CoreSettings.DEBUG, false)
        .set(CoreSettings.SECRET_KEY, Crypto.randomString(KEY_LENGTH))
        .set(HttpSettings.ALLOWED_HOSTS, List.of("127.0.0.1", "localhost"))
        .set(HttpSettings.ACCESS_LOG, false)
        .set(
            OrmSettings.DATABASE_URL,
            DatabaseUrl.parse("postgresql://yardstick:yardstick@127.0.0.1:5432/yardstick"))
        .set(OrmSettings.POOL_SIZE, CONNECTIONS)
        .apps(new AccountsApp(), new RestApp(), new YardstickApp())
        .urls(Yardstick::urls);
  }

  private static void urls(Routes routes) {
    routes.path("plaintext", BenchViews::plaintext);
    routes.path("json", BenchViews::json);
    routes.path("db", BenchViews::db);
    routes.path("queries", BenchViews::queries);
    routes.path("updates", BenchViews::updates);
    routes.path("fortunes", BenchViews::fortunes);
    routes.path("blog", BlogViews::list);
    PostApi.urls(routes);
  }
}
