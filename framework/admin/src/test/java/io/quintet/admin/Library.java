package io.quintet.admin;

import io.quintet.admin.library.Author;
import io.quintet.admin.library.Book;
import io.quintet.admin.library.Genre;
import io.quintet.admin.library.LibraryApp;
import io.quintet.admin.library.Loan;
import io.quintet.admin.library.Translator;
import io.quintet.auth.AccountsApp;
import io.quintet.auth.ContentType;
import io.quintet.auth.Group;
import io.quintet.auth.Permission;
import io.quintet.auth.Permissions;
import io.quintet.auth.User;
import io.quintet.auth.passwords.Passwords;
import io.quintet.cache.CacheApp;
import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.core.CoreApp;
import io.quintet.core.CoreSettings;
import io.quintet.core.SiteContext;
import io.quintet.http.HttpApp;
import io.quintet.http.HttpApplication;
import io.quintet.http.HttpSettings;
import io.quintet.http.routing.RouteSource;
import io.quintet.http.routing.Router;
import io.quintet.http.routing.Routes;
import io.quintet.http.sessions.SessionSettings;
import io.quintet.orm.DatabaseUrl;
import io.quintet.orm.Db;
import io.quintet.orm.OrmApp;
import io.quintet.orm.OrmSettings;
import io.quintet.orm.migrations.Schema;
import io.quintet.storage.StorageApp;
import io.quintet.storage.Storages;
import io.quintet.views.ViewsApp;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The library as a site with an empty database, for one test. */
final class Library implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  static final String PASSWORD = "a-long-and-unusual-one";

  private final SiteContext site;
  private final HttpApplication application;

  private Library(SiteContext site) {
    this.site = site;
    run(() ->
        Db.connection(connection -> {
          Schema.create(
              connection,
              ContentType.class,
              Permission.class,
              Group.class,
              User.class,
              LogEntry.class,
              Author.class,
              Genre.class,
              Book.class,
              Loan.class,
              Translator.class);
          return "";
        }));
    run(Permissions::createMissing);
    this.application = HttpApplication.of(site);
  }

  static Library open(Path folder, App... more) {
    return new Library(
        SiteContext.builder("library")
            .apps(
                new CoreApp(),
                new HttpApp(),
                new CacheApp(),
                new StorageApp(),
                new OrmApp(),
                new ViewsApp(),
                new AccountsApp(),
                new AdminApp(),
                new LibraryApp(),
                new Address())
            .apps(more)
            .env(Map.of())
            .baseDir(folder)
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
            .set(CoreSettings.SECRET_KEY, "a-secret-key-for-tests-only-0123456789")
            .set(HttpSettings.ALLOWED_HOSTS, List.of("localhost"))
            .set(SessionSettings.STORE, SessionSettings.Store.COOKIE)
            .set(Passwords.ITERATIONS, 1)
            .set(OrmSettings.DATABASE_URL, new DatabaseUrl.Sqlite("library.sqlite3"))
            .replace(Storages.SERVICE, Storages::inMemory)
            .build());
  }

  /** The admin at /admin/. */
  private record Address() implements App {
    @Override
    public String label() {
      return "address";
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
              routes.include("admin/", Admin.urls());
            }
          });
    }
  }

  SiteContext site() {
    return site;
  }

  /** Work that may fail. */
  interface Work {
    void run() throws Exception;
  }

  void run(Work work) {
    call(() -> {
      work.run();
      return "";
    });
  }

  <T extends @Nullable Object> T call(Callable<T> work) {
    try {
      return site.call(work);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** A browser of nobody in particular. */
  Browser visitor() {
    return new Browser(application);
  }

  /** A browser in which a superuser is logged in. */
  Browser superuser() {
    user("root", user -> user.isSuperuser = true);
    return visitor().login("root");
  }

  /** A browser in which somebody of the staff is logged in who has these permissions. */
  Browser staff(String name, String... permissions) {
    user(name, user -> {});
    run(() -> {
      User user = User.objects.get("username", name);
      for (String permission : permissions) {
        user.userPermissions.add(Permissions.find(permission).orElseThrow());
      }
    });
    return visitor().login(name);
  }

  User user(String name, java.util.function.Consumer<User> change) {
    return call(() -> {
      User user = new User();
      user.username = name;
      user.email = name + "@example.org";
      user.isStaff = true;
      user.changePassword(PASSWORD);
      change.accept(user);
      user.save();
      return user;
    });
  }

  Author author(String name) {
    return call(() -> {
      Author author = new Author();
      author.name = name;
      author.save();
      return author;
    });
  }

  Genre genre(String name) {
    return call(() -> {
      Genre genre = new Genre();
      genre.name = name;
      genre.save();
      return genre;
    });
  }

  Book book(String title, Author author, Genre... genres) {
    return call(() -> {
      Book book = new Book();
      book.title = title;
      book.slug = title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
      book.author.set(author);
      book.save();
      book.genres.add(genres);
      return book;
    });
  }

  Loan loan(Book book, String reader) {
    return call(() -> {
      Loan loan = new Loan();
      loan.book.set(book);
      loan.reader = reader;
      loan.save();
      return loan;
    });
  }

  @Override
  public void close() {
    site.close();
  }
}
