package io.quintet.http.staticfiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Static files out of a jar, read into memory when the site starts. */
final class JarSource implements StaticSource {
  private static final int LARGEST = 32 * 1024 * 1024;

  private final Map<String, StaticFile> files = new LinkedHashMap<>();

  /** The entries below a prefix that ends with a slash. */
  JarSource(Path jar, String prefix) throws IOException {
    try (JarFile archive = new JarFile(jar.toFile())) {
      for (JarEntry entry : archive.stream().toList()) {
        String name = entry.getName();
        if (!entry.isDirectory()
            && name.startsWith(prefix)
            && StaticNames.isSafe(name.substring(prefix.length()))) {
          add(name.substring(prefix.length()), archive, entry);
        }
      }
    }
  }

  private void add(String name, JarFile archive, JarEntry entry) throws IOException {
    try (InputStream in = archive.getInputStream(entry)) {
      byte[] content = in.readNBytes(LARGEST + 1);
      if (content.length > LARGEST) {
        throw new IOException(
            "Static file "
                + name
                + " in "
                + archive.getName()
                + " is larger than 32 MB; put it in a folder");
      }
      files.put(name, StaticFile.inMemory(name, content));
    }
  }

  @Override
  public Optional<StaticFile> find(String name) {
    return Optional.ofNullable(files.get(name));
  }

  @Override
  public List<StaticFile> all() {
    return new ArrayList<>(files.values());
  }
}
