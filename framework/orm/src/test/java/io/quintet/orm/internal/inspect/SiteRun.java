package io.quintet.orm.internal.inspect;

import io.quintet.core.App;
import io.quintet.core.CoreApp;
import io.quintet.core.CoreSettings;
import io.quintet.core.SiteContext;
import io.quintet.core.commands.Commands;
import io.quintet.core.commands.Terminal;
import io.quintet.orm.DatabaseUrl;
import io.quintet.orm.Db;
import io.quintet.orm.OrmApp;
import io.quintet.orm.OrmSettings;
import io.quintet.orm.meta.Models;
import io.quintet.orm.migrations.Schema;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs one command of a site, or makes its tables; called in a class loader of its own. */
public final class SiteRun {
  private SiteRun() {}

  /** The output of a command, the code last. */
  public static String run(String url, String folder, String app, String[] arguments)
      throws Exception {
    try (SiteContext site = site(url, folder, app)) {
      var bytes = new ByteArrayOutputStream();
      var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
      int code = Commands.run(site, Terminal.plain(out, out), arguments);
      return bytes.toString(StandardCharsets.UTF_8) + "= " + code + "\n";
    }
  }

  /** Makes the tables of an app's models in an empty database. */
  public static String create(String url, String folder, String app, String[] label)
      throws Exception {
    try (SiteContext site = site(url, folder, app)) {
      site.run(() ->
          Db.connection(connection -> {
            Schema.create(connection, Models.ofApp(label[0]));
            return true;
          }));
      return "";
    }
  }

  /** Runs a static method {@code run()} of a compiled class and returns its text. */
  public static String call(String url, String folder, String app, String[] type) throws Exception {
    try (SiteContext site = site(url, folder, app)) {
      var text = new StringBuilder();
      site.run(() -> {
        try {
          text.append(
              Class.forName(type[0], true, Thread.currentThread().getContextClassLoader())
                  .getMethod("run")
                  .invoke(null));
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(e.getCause() == null ? e : e.getCause());
        }
      });
      return text.toString();
    }
  }

  private static SiteContext site(String url, String folder, String app) throws Exception {
    for (String driver :
        List.of("org.sqlite.JDBC", "org.postgresql.Driver", "org.mariadb.jdbc.Driver")) {
      Class.forName(driver, true, Thread.currentThread().getContextClassLoader());
    }
    List<App> apps = new ArrayList<>(List.of(new CoreApp(), new OrmApp()));
    if (!app.isEmpty()) {
      apps.add(
          (App)
              Class.forName(app, true, Thread.currentThread().getContextClassLoader())
                  .getConstructor()
                  .newInstance());
    }
    return SiteContext.builder("inspected")
        .baseDir(Path.of(folder))
        .env(Map.of())
        .apps(apps.toArray(App[]::new))
        .set(OrmSettings.DATABASE_URL, DatabaseUrl.parse(url))
        .set(CoreSettings.SECRET_KEY, "a secret key for the tests of inspectdb")
        .build();
  }
}
