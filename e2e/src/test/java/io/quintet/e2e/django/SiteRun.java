package io.quintet.e2e.django;

import io.quintet.Site;
import io.quintet.core.SiteContext;
import io.quintet.core.commands.Terminal;
import io.quintet.http.spi.ServerConfig;
import io.quintet.http.spi.ServerRunner;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Starts a compiled project; called in a class loader that has its classes. */
public final class SiteRun {
  private SiteRun() {}

  /** The output of a command, its status last. */
  public static String command(String main, String folder, String[] arguments) throws Exception {
    var bytes = new ByteArrayOutputStream();
    var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    int status = site(main, folder).execute(Terminal.plain(out, out), arguments);
    return bytes.toString(StandardCharsets.UTF_8) + "= " + status + "\n";
  }

  /** What a static method {@code run()} of a class returns. */
  public static String call(String main, String folder, String[] type) throws Exception {
    try (SiteContext context = site(main, folder).build()) {
      return context.call(() -> String.valueOf(load(type[0]).getMethod("run").invoke(null)));
    }
  }

  /** Serves the site on a free port; what stops it, whose text is the port. */
  public static AutoCloseable serve(String main, String folder, String[] none) throws Exception {
    SiteContext context = site(main, folder).build();
    ServerRunner server = ServerRunner.start(context, ServerConfig.of(context).at("127.0.0.1", 0));
    return new AutoCloseable() {
      @Override
      public void close() {
        server.close();
        context.close();
      }

      @Override
      public String toString() {
        return String.valueOf(server.port());
      }
    };
  }

  private static Site site(String main, String folder) throws Exception {
    for (String driver :
        List.of("org.sqlite.JDBC", "org.postgresql.Driver", "org.mariadb.jdbc.Driver")) {
      load(driver);
    }
    Site made = (Site) Objects.requireNonNull(load(main).getMethod("site").invoke(null));
    return made.configure(builder -> builder.baseDir(Path.of(folder)).env(Map.of()));
  }

  private static Class<?> load(String name) throws ClassNotFoundException {
    return Class.forName(name, true, Thread.currentThread().getContextClassLoader());
  }
}
