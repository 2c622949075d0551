package io.quintet.http.staticfiles;

import io.quintet.core.CoreSettings;
import io.quintet.core.Service;
import io.quintet.core.SiteContext;
import io.quintet.http.HttpSettings;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.routing.UrlPaths;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The static files of a site. An app has them in the folder {@code static} of its resources, the
 * site in the folders of {@link HttpSettings#STATIC_DIRS}.
 *
 * <p>In production every name gets the hash of its content ({@code css/site.3f2a….css}) and may be
 * kept for ever; in development files are read anew each time.
 */
public final class StaticFiles {
  /** The static files of a site. */
  public static final Service<StaticFiles> SERVICE = Service.of("static files", StaticFiles::new);

  private final List<StaticSource> sources;
  private final String prefix;
  private final Optional<StaticManifest> manifest;

  private StaticFiles(SiteContext site) {
    this.sources = StaticSources.of(site);
    this.prefix = site.setting(HttpSettings.STATIC_URL);
    this.manifest =
        site.setting(CoreSettings.DEBUG) ? Optional.empty() : Optional.of(StaticManifest.of(all()));
  }

  /** The static files of the current site. */
  public static StaticFiles current() {
    return SiteContext.current().service(SERVICE);
  }

  /**
   * The address of a file by its name, hashed in production; the plain one if there is no such
   * file.
   */
  public String url(String name) {
    return prefix + UrlPaths.encode(manifest.map(names -> names.hashedName(name)).orElse(name));
  }

  /** The path below which they are served. */
  String prefix() {
    return prefix;
  }

  /**
   * The response for a decoded name below the prefix, plain or hashed; empty if there is no such
   * file.
   */
  Optional<Response> response(Request request, String name) {
    if (!StaticNames.isSafe(name)) {
      return Optional.empty();
    }
    return manifest.isPresent()
        ? manifest.get().response(request, name)
        : find(name).map(StaticResponses::fresh);
  }

  /** Every file, of those with one name the first. */
  List<StaticFile> all() {
    Map<String, StaticFile> files = new LinkedHashMap<>();
    try {
      for (StaticSource source : sources) {
        source.all().forEach(file -> files.putIfAbsent(file.name(), file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The static files cannot be listed", e);
    }
    return List.copyOf(files.values());
  }

  private Optional<StaticFile> find(String name) {
    try {
      for (StaticSource source : sources) {
        Optional<StaticFile> file = source.find(name);
        if (file.isPresent()) {
          return file;
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Static file " + name + " cannot be read", e);
    }
  }
}
