package io.quintet.http.staticfiles;

import io.quintet.core.App;
import io.quintet.core.ImproperlyConfigured;
import io.quintet.core.SiteContext;
import io.quintet.http.HttpSettings;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The places of a site, in the order in which they are asked: its own folders, then its apps. */
final class StaticSources {
  private StaticSources() {}

  static List<StaticSource> of(SiteContext site) {
    Map<String, StaticSource> sources = new LinkedHashMap<>();
    for (String folder : site.setting(HttpSettings.STATIC_DIRS)) {
      Path path = site.baseDir().resolve(folder);
      sources.put(path.toString(), new FolderSource(path));
    }
    for (App app : site.apps()) {
      addApp(app, sources);
    }
    return List.copyOf(new ArrayList<>(sources.values()));
  }

  /**
   * The folder {@code static} beside the class of the app, and the one at the root of its jar or
   * module.
   */
  private static void addApp(App app, Map<String, StaticSource> sources) {
    CodeSource code = app.getClass().getProtectionDomain().getCodeSource();
    if (code == null
        || code.getLocation() == null
        || !code.getLocation().getProtocol().equals("file")) {
      return;
    }
    String beside = app.getClass().getPackageName().replace('.', '/') + "/static/";
    try {
      Path place = Path.of(code.getLocation().toURI());
      for (String prefix : List.of(beside, "static/")) {
        String key = place + "!" + prefix;
        if (!sources.containsKey(key)) {
          sources.put(
              key,
              Files.isDirectory(place)
                  ? new FolderSource(place.resolve(prefix))
                  : new JarSource(place, prefix));
        }
      }
    } catch (URISyntaxException | IOException e) {
      throw new ImproperlyConfigured(
          "The static files of the app '"
              + app.label()
              + "' cannot be read from "
              + code.getLocation()
              + ": "
              + e.getMessage());
    }
  }
}
