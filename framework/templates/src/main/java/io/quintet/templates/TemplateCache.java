package io.quintet.templates;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** The templates that an engine has compiled; in development changed sources are read again. */
final class TemplateCache {
  private final Engine engine;
  private final List<Loader> loaders;
  private final Loader loader;
  private final boolean reloads;
  private final Map<String, Cached> cache = new ConcurrentHashMap<>();

  private final Map<String, Seen> seen = new ConcurrentHashMap<>();

  private record Cached(Template template, BooleanSupplier changed) {}

  private record Seen(String fingerprint, BooleanSupplier changed) {}

  TemplateCache(Engine engine, List<Loader> loaders, boolean reloads) {
    this.engine = engine;
    this.loaders = List.copyOf(loaders);
    this.loader = Loaders.chain(loaders);
    this.reloads = reloads;
  }

  /** The template of a name, passing over origins that are in use already. */
  Template get(String name, List<String> used) {
    String key = used.isEmpty() ? name : name + "\0" + String.join("\0", used);
    Cached cached = cache.get(key);
    if (cached != null && !(reloads && cached.changed().getAsBoolean())) {
      return cached.template();
    }
    TemplateSource source =
        loader.load(name, List.copyOf(used)::contains).orElseThrow(() -> missing(name));
    Template template = new Template(engine, name, source.origin(), source.text());
    cache.put(key, new Cached(template, source.changed()));
    return template;
  }

  /** What tells the text of a template from others; the template is not compiled for it. */
  String fingerprint(String name) {
    Seen seen = this.seen.get(name);
    if (seen == null || reloads && seen.changed().getAsBoolean()) {
      TemplateSource source = loader.load(name, origin -> false).orElseThrow(() -> missing(name));
      seen = new Seen(Fingerprint.of(source.text()), source.changed());
      this.seen.put(name, seen);
    }
    return seen.fingerprint();
  }

  TemplateDoesNotExist missing(String name) {
    return new TemplateDoesNotExist(name, loaders.stream().map(Loader::describe).toList());
  }
}
