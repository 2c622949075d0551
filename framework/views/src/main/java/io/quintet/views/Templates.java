package io.quintet.views;

import io.quintet.cache.TemplateFragments;
import io.quintet.core.App;
import io.quintet.core.CoreSettings;
import io.quintet.core.ExtensionPoint;
import io.quintet.core.Service;
import io.quintet.core.SiteContext;
import io.quintet.core.i18n.Translation;
import io.quintet.core.settings.Setting;
import io.quintet.http.ContextProcessors;
import io.quintet.http.HttpSettings;
import io.quintet.http.Request;
import io.quintet.http.staticfiles.StaticFiles;
import io.quintet.storage.StorageSettings;
import io.quintet.templates.Context;
import io.quintet.templates.Engine;
import io.quintet.templates.EngineBuilder;
import io.quintet.templates.Loader;
import io.quintet.templates.Loaders;
import io.quintet.templates.PropertyAccess;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The templates of a site. A name such as {@code blog/list.html} is looked for, in this order, in
 * the folders of {@link #DIRS}, with the loaders of {@link #LOADERS}, and in the {@code templates}
 * folder beside the classes of each app, in the order of the apps; so a site replaces a framework's
 * page by one of the same name.
 */
public final class Templates {
  /** Folders with templates of the site's own, relative to the site's folder. */
  public static final Setting<List<String>> DIRS =
      Setting.list(
          "views.template-dirs",
          List.of("templates"),
          "Folders with templates that come before those of the apps");

  /** Where apps add tags and filters. */
  public static final ExtensionPoint<TemplateLibrary> LIBRARIES =
      ExtensionPoint.named("template libraries");

  /** Where apps add places to look for templates, before those beside their classes. */
  public static final ExtensionPoint<Loader> LOADERS = ExtensionPoint.named("template loaders");

  /** Where apps tell templates how to read properties of types that are not theirs. */
  public static final ExtensionPoint<PropertyAccess> PROPERTIES =
      ExtensionPoint.named("template properties");

  /** The engine of a site; in development it reads changed templates again. */
  public static final Service<Engine> ENGINE = Service.of("templates", Templates::engine);

  /** Where the sources of an application keep its templates, read directly in development. */
  private static final String SOURCES = "src/main/resources/templates";

  private Templates() {}

  /** The engine of the current site. */
  public static Engine current() {
    return SiteContext.current().service(ENGINE);
  }

  /**
   * Renders a template of the current site outside of a request, such as a mail.
   *
   * @throws io.quintet.templates.TemplateException if it does not exist, cannot be compiled or
   *     fails
   */
  public static String render(String template, Map<String, ? extends @Nullable Object> values) {
    return current().template(template).render(values);
  }

  /**
   * Renders a template for a request: with the values of all context processors, over which those
   * given here win.
   *
   * @throws io.quintet.templates.TemplateException if it does not exist, cannot be compiled or
   *     fails
   */
  public static String render(
      Request request, String template, Map<String, ? extends @Nullable Object> values) {
    return current().template(template).render(Context.of(all(request, values)));
  }

  /** As {@link #render(Request, String, Map)}, as UTF-8: what a response is made of. */
  public static byte[] renderBytes(
      Request request, String template, Map<String, ? extends @Nullable Object> values) {
    return current().template(template).renderBytes(Context.of(all(request, values)));
  }

  /**
   * Renders the strict template of a record, as UTF-8; its annotation names the values of context
   * processors that it uses.
   *
   * @throws IllegalArgumentException if no template was compiled for the record's class
   */
  public static byte[] renderBytes(Request request, Record page) {
    return current().page(page).renderBytes(ContextProcessors.values(request));
  }

  static Map<String, @Nullable Object> all(
      Request request, Map<String, ? extends @Nullable Object> values) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(ContextProcessors.values(request));
    all.putAll(values);
    return all;
  }

  private static String mediaUrl(SiteContext site) {
    return site.settings().declares(StorageSettings.MEDIA_URL)
        ? site.settings().get(StorageSettings.MEDIA_URL)
        : StorageSettings.MEDIA_URL.defaultValue();
  }

  private static Engine engine(SiteContext site) {
    boolean debug = site.settings().get(CoreSettings.DEBUG);
    EngineBuilder engine =
        Engine.builder()
            .debug(debug)
            .urls(new SiteUrls(site))
            .fragmentCache(new TemplateFragments())
            .prefixes(site.settings().get(HttpSettings.STATIC_URL), mediaUrl(site))
            .staticUrl(name -> site.service(StaticFiles.SERVICE).url(name))
            .clock(site::clock)
            .translator(site.service(Translation.SERVICE))
            .properties(new RequestProperties())
            .properties(new ModelProperties())
            .properties(new FileProperties());
    for (String folder : site.settings().get(DIRS)) {
      engine.loaders(Loaders.directory(site.baseDir().resolve(folder)));
    }
    if (debug) {
      engine.loaders(Loaders.directory(site.baseDir().resolve(Path.of(SOURCES))));
    }
    site.extensions(LOADERS).forEach(engine::loaders);
    for (App app : site.apps()) {
      engine.loaders(Loaders.classPath(app.getClass(), "templates"));
    }
    for (TemplateLibrary library : site.extensions(LIBRARIES)) {
      String name = library.name();
      if (name == null) {
        engine.builtins(library.library());
      } else {
        engine.library(name, library.library());
      }
    }
    site.extensions(PROPERTIES).forEach(engine::properties);
    return engine.build();
  }
}
