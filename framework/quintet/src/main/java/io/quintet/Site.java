package io.quintet;

import io.quintet.core.App;
import io.quintet.core.CoreSettings;
import io.quintet.core.QuintetException;
import io.quintet.core.SiteContext;
import io.quintet.core.commands.Commands;
import io.quintet.core.commands.Terminal;
import io.quintet.core.settings.Setting;
import io.quintet.http.routing.Routes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A site: the apps it consists of and the address of every page. The glue of the framework: it
 * knows every room, so that the rooms need not know each other.
 *
 * <pre>{@code
 * public static void main(String[] args) {
 *   Site.named("institute")
 *       .apps(new BlogApp(), new AccountsApp(), new AdminApp())
 *       .urls(Institute::urls)
 *       .run(args);                 // runserver | migrate | createsuperuser | worker | ...
 * }
 * }</pre>
 *
 * <p>Each call returns a new site; one value may be started many times, as tests do.
 */
public final class Site {
  private final String name;
  private final List<App> apps;
  private final List<Consumer<Routes>> urls;
  private final List<Consumer<SiteContext.Builder>> configuration;

  private Site(
      String name,
      List<App> apps,
      List<Consumer<Routes>> urls,
      List<Consumer<SiteContext.Builder>> configuration) {
    this.name = name;
    this.apps = apps;
    this.urls = urls;
    this.configuration = configuration;
  }

  /** A site without apps of its own. */
  public static Site named(String name) {
    return new Site(name, List.of(), List.of(), List.of());
  }

  /** The name. */
  public String name() {
    return name;
  }

  /** Installs apps, after those already installed. */
  public Site apps(App... installed) {
    return new Site(name, joined(apps, List.of(installed)), urls, configuration);
  }

  /** Adds routes, after those already there. */
  public Site urls(Consumer<Routes> define) {
    return new Site(name, apps, joined(urls, List.of(define)), configuration);
  }

  /** Gives a setting its value; a settings file or the environment still overrides it. */
  public <T> Site set(Setting<T> setting, T value) {
    return configure(builder -> builder.set(setting, value));
  }

  /** Changes what the site is built from: its clock, environment, folder, services. */
  public Site configure(Consumer<SiteContext.Builder> change) {
    return new Site(name, apps, urls, joined(configuration, List.of(change)));
  }

  /** Builds the site, without starting anything. */
  public SiteContext build() {
    SiteContext.Builder builder = SiteContext.builder(name).baseDir(baseDir());
    Rooms.install(builder);
    builder.apps(new SiteApp(urls, mainClass()));
    builder.apps(apps.toArray(App[]::new));
    builder.inDevelopment(CoreSettings.SECRET_KEY, () -> DevelopmentKey.of(builder.baseDir()));
    configuration.forEach(change -> change.accept(builder));
    return builder.build();
  }

  /** Runs the command that the arguments name and ends the process with its status. */
  public void run(String... args) {
    System.exit(execute(Terminal.system(), args));
  }

  /** Runs the command that the arguments name and returns its exit status. */
  public int execute(Terminal terminal, String... args) {
    try (SiteContext site = build()) {
      return Commands.run(site, terminal, args);
    } catch (QuintetException e) {
      terminal.error(e.getMessage());
      return 1;
    }
  }

  private static Path baseDir() {
    String folder = System.getenv("QUINTET_BASE_DIR");
    return Path.of(folder == null ? "" : folder).toAbsolutePath().normalize();
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }

  /** The class whose main method was started: what {@code package} makes the jar run. */
  private static String mainClass() {
    return System.getProperty("sun.java.command", "").split(" ", 2)[0];
  }
}
