package io.quintet.rest;

import io.quintet.auth.AccountsApp;
import io.quintet.auth.ContentType;
import io.quintet.auth.Group;
import io.quintet.auth.User;
import io.quintet.auth.passwords.Passwords;
import io.quintet.cache.CacheApp;
import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.core.CoreSettings;
import io.quintet.core.SiteContext;
import io.quintet.http.HttpApp;
import io.quintet.http.HttpApplication;
import io.quintet.http.HttpSettings;
import io.quintet.http.Request;
import io.quintet.http.RequestBuilder;
import io.quintet.http.Response;
import io.quintet.http.routing.RouteSource;
import io.quintet.http.routing.Router;
import io.quintet.http.routing.Routes;
import io.quintet.orm.DatabaseUrl;
import io.quintet.orm.Db;
import io.quintet.orm.OrmApp;
import io.quintet.orm.OrmSettings;
import io.quintet.orm.migrations.Schema;
import io.quintet.rest.shop.Category;
import io.quintet.rest.shop.Product;
import io.quintet.rest.shop.Season;
import io.quintet.rest.shop.Sheet;
import io.quintet.rest.shop.Tag;
import io.quintet.rest.tokens.Token;
import io.quintet.rest.tokens.TokensApp;
import io.quintet.storage.StorageApp;
import io.quintet.views.ViewsApp;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** A site with a shop, an SQLite database and an API; answers requests in process. */
public final class ShopSite implements AutoCloseable {
  public static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");

  private final SiteContext site;
  private final HttpApplication application;

  private ShopSite(SiteContext site) {
    this.site = site;
    this.application = HttpApplication.of(site);
  }

  public static ShopSite of(Path folder, RouteSource api) {
    return of(folder, api, builder -> {});
  }

  public static ShopSite of(Path folder, RouteSource api, Consumer<SiteContext.Builder> more) {
    SiteContext.Builder builder =
        SiteContext.builder("shop")
            .apps(
                new HttpApp(),
                new CacheApp(),
                new StorageApp(),
                new ViewsApp(),
                new OrmApp(),
                new AccountsApp(),
                new RestApp(),
                new TokensApp(),
                new Shop(api))
            .env(Map.of())
            .baseDir(folder)
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
            .set(HttpSettings.ACCESS_LOG, false)
            .set(CoreSettings.SECRET_KEY, "a-secret-key-for-tests-only-0123456789")
            .set(HttpSettings.ALLOWED_HOSTS, List.of("localhost"))
            .set(Passwords.ITERATIONS, 1)
            .set(OrmSettings.DATABASE_URL, DatabaseUrl.parse("sqlite:shop.sqlite3"));
    more.accept(builder);
    ShopSite made = new ShopSite(builder.build());
    made.call(() -> {
      Db.connection(connection -> {
        Schema.create(
            connection,
            ContentType.class,
            io.quintet.auth.Permission.class,
            Group.class,
            User.class,
            Token.class,
            Category.class,
            Tag.class,
            Product.class,
            Sheet.class,
            Season.class);
        return "";
      });
      return "";
    });
    return made;
  }

  private record Shop(RouteSource api) implements App {
    @Override
    public String label() {
      return "shop";
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
            public void define(Routes routes) {
              routes.include("api/", api);
            }
          });
    }
  }

  public <T> T call(Callable<T> work) {
    try {
      return site.call(work);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  public User user(String name, Consumer<User> change) {
    return call(() -> {
      User user = new User();
      user.username = name;
      user.email = name + "@example.org";
      user.changePassword("secret-" + name);
      change.accept(user);
      user.save();
      return user;
    });
  }

  public Response get(String target) {
    return send(json("GET", target));
  }

  public Response post(String target, String body) {
    return send(json("POST", target).body("application/json", body));
  }

  public static RequestBuilder json(String method, String target) {
    return Request.builder(method, target).header("Accept", "application/json");
  }

  public Response send(RequestBuilder request) {
    return application.handle(request.build());
  }

  @Override
  public void close() {
    site.close();
  }
}
