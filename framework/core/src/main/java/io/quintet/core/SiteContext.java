package io.quintet.core;

import io.quintet.core.settings.Setting;
import io.quintet.core.settings.Settings;
import io.quintet.core.signals.Receivers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A configured site: its apps, settings, services and clock.
 *
 * <p>It is immutable once built and may be used from any thread. {@link #current()} is the site of
 * the running command, request or task; it is bound for the length of that work by {@link #call}
 * and never kept in a static variable, so two sites can live in one process (as they do in tests).
 */
public final class SiteContext implements AutoCloseable {
  private static final ScopedValue<SiteContext> CURRENT = ScopedValue.newInstance();

  private final String name;
  private final Path baseDir;
  private final Clock clock;
  private final List<App> apps;
  private final Settings settings;
  private final SiteRegistry registry;
  private final ServiceHolder services;

  private SiteContext(Builder builder) {
    this.name = builder.name;
    this.baseDir = builder.baseDir.toAbsolutePath().normalize();
    this.clock = builder.clock;
    this.apps = List.copyOf(builder.apps.values());
    this.registry = new SiteRegistry();
    CoreSettings.ALL.forEach(registry::declare);
    for (App app : apps) {
      app.configure(new AppConfig(app, registry));
    }
    builder.replacements.forEach(replacement -> replacement.accept(registry));
    this.settings =
        Settings.load(
            registry.settings(),
            builder.assigned,
            builder.inDevelopment,
            baseDir,
            builder.environment);
    this.services = new ServiceHolder(this, registry);
  }

  /** A builder for the site {@code name}. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /**
   * The site of the running work.
   *
   * @throws QuintetException if the calling thread runs no work of a site
   */
  public static SiteContext current() {
    if (!CURRENT.isBound()) {
      throw new QuintetException(
          "No site is bound to this thread. Code that runs outside a request, command or task"
              + " must be wrapped: site.run(() -> ...).");
    }
    return CURRENT.get();
  }

  /** The site of the running work, or empty. */
  public static Optional<SiteContext> find() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /** The name, as given. */
  public String name() {
    return name;
  }

  /** The folder against which relative paths of settings are resolved; absolute. */
  public Path baseDir() {
    return baseDir;
  }

  /** The settings in force. */
  public Settings settings() {
    return settings;
  }

  /** The value of one setting: short for {@code settings().get(setting)}. */
  public <T> T setting(Setting<T> setting) {
    return settings.get(setting);
  }

  /** The clock that everything in the site reads; a test puts its own in. */
  public Clock clock() {
    return clock;
  }

  /** The installed apps, in order. */
  public List<App> apps() {
    return apps;
  }

  /** The app of that label, or empty. */
  public Optional<App> app(String label) {
    return apps.stream().filter(app -> app.label().equals(label)).findFirst();
  }

  /** What the apps added to an extension point, in the order of the apps. */
  public <T> List<T> extensions(ExtensionPoint<T> point) {
    return registry.extensions(point);
  }

  /** The site's one instance of a service, made now if this is its first use. */
  public <T> T service(Service<T> service) {
    return services.get(service);
  }

  /** The receivers of signals. */
  public Receivers receivers() {
    return registry.receivers();
  }

  /** Runs {@code work} with this site as the current one. */
  public void run(Runnable work) {
    ScopedValue.where(CURRENT, this).run(work);
  }

  /** Calls {@code work} with this site as the current one and returns its result. */
  public <T extends @Nullable Object> T call(Callable<T> work) throws Exception {
    return ScopedValue.where(CURRENT, this).call(work::call);
  }

  /** Closes the services that were made. */
  @Override
  public void close() {
    services.close();
  }

  @Override
  public String toString() {
    return "site " + name;
  }

  /** Collects what a site is made of. */
  public static final class Builder {
    private final String name;
    private final Map<String, App> apps = new LinkedHashMap<>();
    private final Map<Setting<?>, Object> assigned = new LinkedHashMap<>();
    private final List<java.util.function.Consumer<SiteRegistry>> replacements = new ArrayList<>();
    private final Map<Setting<?>, Supplier<?>> inDevelopment = new LinkedHashMap<>();
    private Map<String, String> environment = System.getenv();
    private Path baseDir = Path.of("");
    private Clock clock = Clock.systemUTC();

    private Builder(String name) {
      this.name = name;
    }

    /** The folder for relative paths; by default the working directory. */
    public Builder baseDir(Path folder) {
      this.baseDir = folder;
      return this;
    }

    /** The folder for relative paths, as given so far. */
    public Path baseDir() {
      return baseDir;
    }

    /**
     * Installs apps, after those already installed.
     *
     * @throws ImproperlyConfigured if two apps have one label
     */
    public Builder apps(App... installed) {
      for (App app : installed) {
        @Nullable App other = apps.putIfAbsent(app.label(), app);
        if (other != null) {
          throw new ImproperlyConfigured(
              "Two apps have the label '"
                  + app.label()
                  + "': "
                  + other.getClass().getName()
                  + " and "
                  + app.getClass().getName()
                  + ". Override label() in one of them.");
        }
      }
      return this;
    }

    /** Whether an app of that label is installed already. */
    public boolean has(String label) {
      return apps.containsKey(label);
    }

    /** Gives a setting its value in code; a settings file or the environment still overrides it. */
    public <T> Builder set(Setting<T> setting, T value) {
      assigned.put(setting, value);
      return this;
    }

    /** Gives a setting a value in development mode, where nothing else gives one. */
    public <T> Builder inDevelopment(Setting<T> setting, Supplier<T> value) {
      inDevelopment.put(setting, value);
      return this;
    }

    /** Reads this map in the place of the process's environment. */
    public Builder env(Map<String, String> environment) {
      this.environment = Map.copyOf(environment);
      return this;
    }

    /** The clock of the site; by default the system's, in UTC. */
    public Builder clock(Clock clock) {
      this.clock = clock;
      return this;
    }

    /** Makes a service another way, for this site; stronger than what apps provide. */
    public <T> Builder replace(Service<T> service, Function<SiteContext, ? extends T> factory) {
      replacements.add(registry -> registry.provide(service, factory));
      return this;
    }

    /**
     * Configures the apps, loads the settings and tells the apps that the site is ready.
     *
     * @throws io.quintet.core.settings.SettingsException if settings are wrong: all are named at
     *     once
     */
    public SiteContext build() {
      SiteContext site = new SiteContext(this);
      site.run(() -> site.apps.forEach(app -> app.ready(site)));
      return site;
    }
  }
}
