package io.quintet.e2e.django;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a project and of the framework as they are in this moment, apart from those that
 * an earlier run of the project has; libraries are shared.
 */
final class ProjectClasses extends URLClassLoader {
  private static final List<String> OWN = List.of("io.quintet.", "mysite.");

  /** The site on the class path of the tests, which no other project has. */
  private static final String OTHER_SITE = "institute";

  ProjectClasses(Path project) {
    super(urls(project), ProjectClasses.class.getClassLoader());
  }

  private static URL[] urls(Path project) {
    List<URL> urls = new ArrayList<>();
    urls.add(url(project.resolve("target/classes").toFile()));
    urls.add(url(project.resolve("src/main/resources").toFile()));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      File file = new File(entry);
      boolean ours = file.isDirectory() || file.getName().startsWith("quintet");
      if (ours && !entry.contains(OTHER_SITE)) {
        urls.add(url(file));
      }
    }
    return urls.toArray(URL[]::new);
  }

  private static URL url(File file) {
    try {
      return file.toURI().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(file.toString(), e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (OWN.stream().noneMatch(name::startsWith)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return Collections.enumeration(
        Collections.list(super.getResources(name)).stream()
            .filter(url -> !url.toString().contains(OTHER_SITE))
            .distinct()
            .toList());
  }

  @Override
  public @Nullable URL getResource(String name) {
    try {
      Enumeration<URL> found = getResources(name);
      return found.hasMoreElements() ? found.nextElement() : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
