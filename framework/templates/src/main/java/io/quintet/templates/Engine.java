package io.quintet.templates;

import io.quintet.core.format.LocaleFormats;
import io.quintet.core.i18n.Translator;
import io.quintet.templates.library.StandardLibraries;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
  private final EngineBuilder options;
  private final Resolver resolver;
  private final TemplateCache templates;
  private final CompiledTemplates compiled;

  private volatile @Nullable Libraries libraries;
  private @Nullable Formats lastFormats;

  private record Libraries(List<Library> builtins, Map<String, Library> named) {
    static Libraries of(EngineBuilder options) {
      List<Library> builtins = new ArrayList<>();
      builtins.add(CoreTags.library());
      builtins.addAll(StandardLibraries.builtins());
      builtins.addAll(options.builtins);
      Map<String, Library> named = new TreeMap<>();
      if (options.standard) {
        named.putAll(StandardLibraries.named());
      }
      named.putAll(options.libraries);
      return new Libraries(List.copyOf(builtins), named);
    }
  }

  private record Formats(Locale locale, LocaleFormats formats) {}

  Engine(EngineBuilder builder) {
    this.options = new EngineBuilder(builder);
    List<PropertyAccess> properties = new ArrayList<>(options.properties);
    properties.add(new BuiltinMembers());
    properties.addAll(options.compiled);
    this.resolver = new Resolver(properties, options.stringIfInvalid);
    this.templates = new TemplateCache(this, options.loaders, options.development);
    this.compiled = new CompiledTemplates(this, options.compiled);
  }

  /** Starts an engine with the standard libraries and no loaders. */
  public static EngineBuilder builder() {
    return new EngineBuilder();
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
    return templates.get(name, List.of());
  }

  /** The template of a name, passing over origins that were in use already. */
  Template find(String name, List<String> used) {
    Template first = template(name);
    return used.contains(first.origin()) ? templates.get(name, used) : first;
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
    throw templates.missing(String.join(", ", names));
  }

  /**
   * The page that a record stands for: its class is annotated with {@link TemplateFor}.
   *
   * @throws IllegalArgumentException if no template was compiled for its class
   */
  public TypedPage page(Record values) {
    return compiled.page(values);
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
    for (Library library : builtins().reversed()) {
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

  /** Whether compiled templates print what the interpreter prints. */
  boolean printsPlainly() {
    return options.printsPlainly();
  }

  boolean multiLineTags() {
    return options.multiLineTags;
  }

  boolean keepsSyntax() {
    return options.keepsSyntax;
  }

  /** The filter of that name, in the built-in libraries first, then in those to be loaded. */
  @Nullable Filter anyFilter(String name) {
    Filter builtin = filter(name);
    if (builtin != null) {
      return builtin;
    }
    for (Library library : libraries().values()) {
      Filter filter = library.filter(name);
      if (filter != null) {
        return filter;
      }
    }
    return null;
  }

  Resolver resolver() {
    return resolver;
  }

  /** What tells the text of a template from others; the template is not compiled for it. */
  String fingerprint(String name) {
    return templates.fingerprint(name);
  }

  /**
   * The libraries, made on first use: a site of compiled templates may never need them, and their
   * many functions take long to link.
   */
  private Libraries all() {
    Libraries known = libraries;
    if (known == null) {
      known = Libraries.of(options);
      libraries = known;
    }
    return known;
  }

  List<Library> builtins() {
    return all().builtins();
  }

  Map<String, Library> libraries() {
    return all().named();
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

  /** Where text in other languages comes from. */
  public Translator translator() {
    return options.translator;
  }

  /** A message in the current language; itself if it has no translation. */
  public String translate(String context, String message) {
    return options.translator == Translator.NONE
        ? message
        : options.translator.find(locale(), context, message).orElse(message);
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
}
