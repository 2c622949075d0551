package io.quintet.templates;

import io.quintet.core.SiteContext;
import io.quintet.core.format.LocaleFormats;
import io.quintet.core.i18n.Locales;
import io.quintet.core.i18n.TimeZones;
import io.quintet.core.text.UriText;
import io.quintet.templates.library.StandardLibraries;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds, compiles and keeps templates. One engine serves all threads.
 *
 * <pre>{@code
 * Engine engine = Engine.builder().loaders(Loaders.classPath(Shop.class, "templates")).build();
 * String html = engine.template("shop/item.html").render(Map.of("item", item));
 * }</pre>
 */
public final class Engine {
  private final Loader loader;
  private final Map<String, Library> libraries;
  private final List<Library> builtins;
  private final Builder options;
  private final Resolver resolver;
  private final Map<String, Cached> cache = new ConcurrentHashMap<>();

  private @Nullable Formats lastFormats;

  private record Formats(Locale locale, LocaleFormats formats) {}

  private record Cached(Template template, BooleanSupplier changed) {}

  private Engine(Builder builder) {
    this.options = new Builder(builder);
    this.loader = Loaders.chain(options.loaders);
    this.libraries = new TreeMap<>(options.libraries);
    List<Library> all = new ArrayList<>();
    all.add(CoreTags.library());
    all.addAll(StandardLibraries.builtins());
    all.addAll(options.builtins);
    this.builtins = List.copyOf(all);
    List<PropertyAccess> properties = new ArrayList<>(options.properties);
    properties.add(new BuiltinMembers());
    this.resolver = new Resolver(properties, options.stringIfInvalid);
  }

  /** Starts an engine with the standard libraries and no loaders. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The template of a name. {@code name#partial} is one of its partials.
   *
   * @throws TemplateDoesNotExist if no loader has it
   * @throws TemplateSyntaxError if it cannot be compiled
   */
  public Template template(String name) {
    int hash = name.indexOf('#');
    return hash < 0
        ? whole(name)
        : whole(name.substring(0, hash)).partial(name.substring(hash + 1));
  }

  private Template whole(String name) {
    return cached(name, name, List.of());
  }

  private Template cached(String key, String name, List<String> used) {
    Cached cached = cache.get(key);
    if (cached != null && !(options.development && cached.changed().getAsBoolean())) {
      return cached.template();
    }
    TemplateSource source = loader.load(name, used::contains).orElseThrow(() -> missing(name));
    Template template = new Template(this, name, source.origin(), source.text());
    cache.put(key, new Cached(template, source.changed()));
    return template;
  }

  private TemplateDoesNotExist missing(String name) {
    return new TemplateDoesNotExist(name, options.loaders.stream().map(Loader::describe).toList());
  }

  /** The template of a name, passing over origins that were in use already. */
  Template find(String name, List<String> used) {
    Template first = template(name);
    if (!used.contains(first.origin())) {
      return first;
    }
    return cached(name + "\0" + String.join("\0", used), name, List.copyOf(used));
  }

  /**
   * The first template of several names that exists.
   *
   * @throws TemplateDoesNotExist if none does
   */
  public Template select(List<String> names) {
    if (names.isEmpty()) {
      throw new TemplateDoesNotExist("No template names provided", List.of());
    }
    for (String name : names) {
      try {
        return template(name);
      } catch (TemplateDoesNotExist missing) {
        if (!missing.name().equals(name)) {
          throw missing;
        }
      }
    }
    throw missing(String.join(", ", names));
  }

  /** Compiles a text as a template without a name. */
  public Template fromString(String source) {
    return new Template(this, null, "<text>", source);
  }

  /** Compiles a text as a template that is called by this name in errors and for relative names. */
  public Template fromString(String name, String source) {
    return new Template(this, name, "<text>", source);
  }

  /** The filter of that name among the built-in ones, or null. */
  public @Nullable Filter filter(String name) {
    for (Library library : builtins.reversed()) {
      Filter filter = library.filter(name);
      if (filter != null) {
        return filter;
      }
    }
    return null;
  }

  /** A context for use outside a template, such as calling a filter. */
  public Context context(Map<String, ? extends @Nullable Object> names) {
    return Context.of(names).bind(this);
  }

  /** The member of a value as a dot in a template finds it, or {@link TemplateObject#ABSENT}. */
  public @Nullable Object member(@Nullable Object value, String name) {
    return resolver.member(value, name);
  }

  /** The value itself, or what it gives when it is meant to be called. */
  public @Nullable Object call(@Nullable Object value) {
    return resolver.call(value);
  }

  /**
   * Whether changed sources are read again, so that nothing may be remembered across renderings.
   */
  boolean reloads() {
    return options.development;
  }

  Resolver resolver() {
    return resolver;
  }

  List<Library> builtins() {
    return builtins;
  }

  Map<String, Library> libraries() {
    return libraries;
  }

  /** What stands for an unknown variable; {@code %s} in it is the variable's name. */
  public String stringIfInvalid() {
    return options.stringIfInvalid;
  }

  /** Whether templates escape unless they say otherwise. */
  public boolean autoescape() {
    return options.autoescape;
  }

  /** Whether this engine is for development. */
  public boolean debug() {
    return options.debug;
  }

  /** Whether values print as Python prints them. */
  public boolean pythonOutput() {
    return options.pythonOutput;
  }

  /** Whether digits of numbers are grouped. */
  public boolean thousandSeparator() {
    return options.thousandSeparator;
  }

  /** Whether date-times that have a zone are shown in the current one. */
  public boolean localTimes() {
    return options.localTimes;
  }

  /** The time. */
  public Clock clock() {
    return options.clock.get();
  }

  /** The current time zone. */
  public ZoneId zone() {
    return options.zone.get();
  }

  /** The zone that date-times without a zone are in. */
  public ZoneId defaultZone() {
    return options.defaultZone.get();
  }

  /** The current language. */
  public Locale locale() {
    return options.locale.get();
  }

  /** The formats of the current language. */
  public LocaleFormats formats() {
    Locale locale = locale();
    Formats last = lastFormats;
    if (last == null || !last.locale().equals(locale)) {
      last = new Formats(locale, options.formats.apply(LocaleFormats.of(locale)));
      lastFormats = last;
    }
    return last.formats();
  }

  /** The formats that are used where a language's are switched off. */
  public LocaleFormats plainFormats() {
    return options.formats.apply(LocaleFormats.DEFAULT);
  }

  /** What {@code {% url %}} asks, or null if the site has no routes. */
  public @Nullable UrlResolver urls() {
    return options.urls;
  }

  /** What {@code {% cache %}} keeps pieces in, or null if the site has no cache. */
  public @Nullable FragmentCache fragmentCache() {
    return options.fragmentCache;
  }

  /** The URL of a static file. */
  public String staticUrl(String path) {
    return options.staticUrl.apply(path);
  }

  /** The prefix of the URLs of uploaded files. */
  public String mediaPrefix() {
    return options.mediaPrefix;
  }

  /** The prefix of the URLs of static files. */
  public String staticPrefix() {
    return options.staticPrefix;
  }

  /** Collects the options of an engine. */
  public static final class Builder {
    private final List<Loader> loaders = new ArrayList<>();
    private final Map<String, Library> libraries = new TreeMap<>();
    private final List<Library> builtins = new ArrayList<>();
    private final List<PropertyAccess> properties = new ArrayList<>();
    private String stringIfInvalid = "";
    private boolean autoescape = true;
    private boolean debug;
    private boolean development;
    private boolean pythonOutput;
    private boolean thousandSeparator;
    private boolean localTimes = true;
    private Supplier<Clock> clock =
        () -> SiteContext.find().map(SiteContext::clock).orElseGet(Clock::systemUTC);
    private Supplier<ZoneId> zone = TimeZones::current;
    private Supplier<ZoneId> defaultZone = TimeZones::current;
    private Supplier<Locale> locale = Locales::current;
    private UnaryOperator<LocaleFormats> formats = UnaryOperator.identity();
    private @Nullable UrlResolver urls;
    private @Nullable FragmentCache fragmentCache;
    private String staticPrefix = "/static/";
    private String mediaPrefix = "/media/";
    private @Nullable UnaryOperator<String> staticUrlOrNull;
    private UnaryOperator<String> staticUrl = path -> path;

    private Builder() {
      libraries.putAll(StandardLibraries.named());
      ServiceLoader.load(PropertyAccess.class).forEach(properties::add);
    }

    private Builder(Builder other) {
      loaders.addAll(other.loaders);
      libraries.putAll(other.libraries);
      builtins.addAll(other.builtins);
      properties.addAll(other.properties);
      stringIfInvalid = other.stringIfInvalid;
      autoescape = other.autoescape;
      debug = other.debug;
      development = other.development;
      pythonOutput = other.pythonOutput;
      thousandSeparator = other.thousandSeparator;
      localTimes = other.localTimes;
      clock = other.clock;
      zone = other.zone;
      defaultZone = other.defaultZone;
      locale = other.locale;
      formats = other.formats;
      urls = other.urls;
      fragmentCache = other.fragmentCache;
      staticPrefix = other.staticPrefix;
      mediaPrefix = other.mediaPrefix;
      UnaryOperator<String> given = other.staticUrlOrNull;
      staticUrl = given != null ? given : path -> plainUrl(other.staticPrefix, path);
    }

    private static String plainUrl(String prefix, String path) {
      String quoted = UriText.quote(path, "/");
      return path.startsWith("/") ? quoted : prefix + quoted;
    }

    /** Adds places to look for templates, in this order. */
    public Builder loaders(Loader... places) {
      loaders.addAll(List.of(places));
      return this;
    }

    /** Adds a library that templates take in with {@code {% load name %}}. */
    public Builder library(String name, Library library) {
      libraries.put(name, library);
      return this;
    }

    /** Replaces all libraries, the standard ones included. */
    public Builder libraries(Map<String, Library> all) {
      libraries.clear();
      libraries.putAll(all);
      return this;
    }

    /** Adds libraries that every template has without loading them. */
    public Builder builtins(Library... more) {
      builtins.addAll(List.of(more));
      return this;
    }

    /** Adds a reader of properties, asked before those of the service loader. */
    public Builder properties(PropertyAccess access) {
      properties.addFirst(access);
      return this;
    }

    /** Sets what stands for an unknown variable, empty by default; {@code %s} in it is the name. */
    public Builder stringIfInvalid(String text) {
      stringIfInvalid = text;
      return this;
    }

    /** Sets whether templates escape unless they say otherwise; on by default. */
    public Builder autoescape(boolean on) {
      autoescape = on;
      return this;
    }

    /**
     * Sets whether {@code {% debug %}} shows something and changed template files are read again.
     */
    public Builder debug(boolean on) {
      debug = on;
      development = on;
      return this;
    }

    /**
     * Sets whether values print as Python prints them ({@code True}, {@code None}, {@code ['a']});
     * off by default.
     */
    public Builder pythonOutput(boolean on) {
      pythonOutput = on;
      return this;
    }

    /** Sets whether digits of numbers are grouped; off by default. */
    public Builder thousandSeparator(boolean on) {
      thousandSeparator = on;
      return this;
    }

    /** Sets whether date-times with a zone are shown in the current one; on by default. */
    public Builder localTimes(boolean on) {
      localTimes = on;
      return this;
    }

    /** Sets the clock; by default the site's. */
    public Builder clock(Supplier<Clock> source) {
      clock = source;
      return this;
    }

    /** Sets the current time zone; by default {@link TimeZones#current}. */
    public Builder zone(Supplier<ZoneId> source) {
      zone = source;
      return this;
    }

    /** Sets the zone of date-times without one; by default {@link TimeZones#current}. */
    public Builder defaultZone(Supplier<ZoneId> source) {
      defaultZone = source;
      return this;
    }

    /** Sets the current language; by default {@link Locales#current}. */
    public Builder locale(Supplier<Locale> source) {
      locale = source;
      return this;
    }

    /** Changes the formats of a language, such as its decimal separator. */
    public Builder formats(UnaryOperator<LocaleFormats> change) {
      formats = change;
      return this;
    }

    /** Sets what {@code {% url %}} asks. */
    public Builder urls(UrlResolver resolver) {
      urls = resolver;
      return this;
    }

    /** Sets what {@code {% cache %}} keeps pieces in; without one they are rendered every time. */
    public Builder fragmentCache(FragmentCache cache) {
      fragmentCache = cache;
      return this;
    }

    /** Sets how the path of a static file becomes its URL; by default the prefix before it. */
    public Builder staticUrl(UnaryOperator<String> url) {
      staticUrlOrNull = url;
      return this;
    }

    /** Sets the prefixes of the URLs of static and of uploaded files. */
    public Builder prefixes(String staticFiles, String media) {
      staticPrefix = staticFiles;
      mediaPrefix = media;
      return this;
    }

    /** The engine. */
    public Engine build() {
      return new Engine(this);
    }
  }
}
