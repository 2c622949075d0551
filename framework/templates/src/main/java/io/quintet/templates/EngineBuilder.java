package io.quintet.templates;

import io.quintet.core.SiteContext;
import io.quintet.core.format.LocaleFormats;
import io.quintet.core.i18n.Locales;
import io.quintet.core.i18n.TimeZones;
import io.quintet.core.i18n.Translator;
import io.quintet.core.text.UriText;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Collects the options of an engine. */
public final class EngineBuilder {
  final List<Loader> loaders = new ArrayList<>();
  final Map<String, Library> libraries = new TreeMap<>();
  boolean standard = true;
  final List<Library> builtins = new ArrayList<>();
  final List<PropertyAccess> properties = new ArrayList<>();
  String stringIfInvalid = "";
  boolean autoescape = true;
  boolean debug;
  boolean development;
  boolean pythonOutput;
  boolean thousandSeparator;
  boolean localTimes = true;
  boolean keepsSyntax;
  Translator translator = Translator.NONE;
  boolean multiLineTags;
  final List<CompiledTemplate<?>> compiled = new ArrayList<>();
  Supplier<Clock> clock =
      () -> SiteContext.find().map(SiteContext::clock).orElseGet(Clock::systemUTC);
  Supplier<ZoneId> zone = TimeZones::current;
  Supplier<ZoneId> defaultZone = TimeZones::current;
  Supplier<Locale> locale = Locales::current;
  UnaryOperator<LocaleFormats> formats = UnaryOperator.identity();
  @Nullable UrlResolver urls;
  @Nullable FragmentCache fragmentCache;
  String staticPrefix = "/static/";
  String mediaPrefix = "/media/";
  @Nullable UnaryOperator<String> staticUrlOrNull;
  UnaryOperator<String> staticUrl = path -> path;

  EngineBuilder() {
    ServiceLoader.load(PropertyAccess.class).forEach(properties::add);
    ServiceLoader.load(CompiledTemplate.class).forEach(compiled::add);
  }

  EngineBuilder(EngineBuilder other) {
    loaders.addAll(other.loaders);
    libraries.putAll(other.libraries);
    standard = other.standard;
    builtins.addAll(other.builtins);
    properties.addAll(other.properties);
    stringIfInvalid = other.stringIfInvalid;
    autoescape = other.autoescape;
    debug = other.debug;
    development = other.development;
    pythonOutput = other.pythonOutput;
    thousandSeparator = other.thousandSeparator;
    localTimes = other.localTimes;
    keepsSyntax = other.keepsSyntax;
    translator = other.translator;
    multiLineTags = other.multiLineTags;
    compiled.addAll(other.compiled);
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
  public EngineBuilder loaders(Loader... places) {
    loaders.addAll(List.of(places));
    return this;
  }

  /** Adds a library that templates take in with {@code {% load name %}}. */
  public EngineBuilder library(String name, Library library) {
    libraries.put(name, library);
    return this;
  }

  /** Replaces all libraries, the standard ones included. */
  public EngineBuilder libraries(Map<String, Library> all) {
    standard = false;
    libraries.clear();
    libraries.putAll(all);
    return this;
  }

  /** Adds libraries that every template has without loading them. */
  public EngineBuilder builtins(Library... more) {
    builtins.addAll(List.of(more));
    return this;
  }

  /** Adds a reader of properties, asked before those of the service loader. */
  public EngineBuilder properties(PropertyAccess access) {
    properties.addFirst(access);
    return this;
  }

  /** Sets what stands for an unknown variable, empty by default; {@code %s} in it is the name. */
  public EngineBuilder stringIfInvalid(String text) {
    stringIfInvalid = text;
    return this;
  }

  /** Sets whether templates escape unless they say otherwise; on by default. */
  public EngineBuilder autoescape(boolean on) {
    autoescape = on;
    return this;
  }

  /** Sets whether {@code {% debug %}} shows something and changed template files are read again. */
  public EngineBuilder debug(boolean on) {
    debug = on;
    development = on;
    return this;
  }

  /**
   * Sets whether values print as Python prints them ({@code True}, {@code None}, {@code ['a']});
   * off by default.
   */
  public EngineBuilder pythonOutput(boolean on) {
    pythonOutput = on;
    return this;
  }

  /** Sets whether digits of numbers are grouped; off by default. */
  public EngineBuilder thousandSeparator(boolean on) {
    thousandSeparator = on;
    return this;
  }

  /** Sets whether date-times with a zone are shown in the current one; on by default. */
  public EngineBuilder localTimes(boolean on) {
    localTimes = on;
    return this;
  }

  /**
   * Sets whether a tag may go over several lines, which Django does not allow; off by default,
   * since braces that were text become tags.
   */
  public EngineBuilder multiLineTags(boolean on) {
    multiLineTags = on;
    return this;
  }

  /** Sets where text in other languages comes from; by default there is none. */
  public EngineBuilder translator(Translator source) {
    translator = source;
    return this;
  }

  /** Keeps what tools need to see the parts of tags of libraries: {@link Template#syntax}. */
  public EngineBuilder keepSyntax() {
    keepsSyntax = true;
    return this;
  }

  /**
   * Adds a template that was compiled with the project, besides those of the service loader; it
   * comes first.
   */
  public EngineBuilder compiled(CompiledTemplate<?> template) {
    compiled.addFirst(template);
    return this;
  }

  /** Sets the clock; by default the site's. */
  public EngineBuilder clock(Supplier<Clock> source) {
    clock = source;
    return this;
  }

  /** Sets the current time zone; by default {@link TimeZones#current}. */
  public EngineBuilder zone(Supplier<ZoneId> source) {
    zone = source;
    return this;
  }

  /** Sets the zone of date-times without one; by default {@link TimeZones#current}. */
  public EngineBuilder defaultZone(Supplier<ZoneId> source) {
    defaultZone = source;
    return this;
  }

  /** Sets the current language; by default {@link Locales#current}. */
  public EngineBuilder locale(Supplier<Locale> source) {
    locale = source;
    return this;
  }

  /** Changes the formats of a language, such as its decimal separator. */
  public EngineBuilder formats(UnaryOperator<LocaleFormats> change) {
    formats = change;
    return this;
  }

  /** Sets what {@code {% url %}} asks. */
  public EngineBuilder urls(UrlResolver resolver) {
    urls = resolver;
    return this;
  }

  /** Sets what {@code {% cache %}} keeps pieces in; without one they are rendered every time. */
  public EngineBuilder fragmentCache(FragmentCache cache) {
    fragmentCache = cache;
    return this;
  }

  /** Sets how the path of a static file becomes its URL; by default the prefix before it. */
  public EngineBuilder staticUrl(UnaryOperator<String> url) {
    staticUrlOrNull = url;
    return this;
  }

  /** Sets the prefixes of the URLs of static and of uploaded files. */
  public EngineBuilder prefixes(String staticFiles, String media) {
    staticPrefix = staticFiles;
    mediaPrefix = media;
    return this;
  }

  /** Whether compiled templates print what the interpreter prints under these options. */
  boolean printsPlainly() {
    return stringIfInvalid.isEmpty() && autoescape && !pythonOutput && !thousandSeparator;
  }

  /** The engine. */
  public Engine build() {
    return new Engine(this);
  }
}
