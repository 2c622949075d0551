package io.quintet.scaffold;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Merges folders and jars into one runnable jar. The first of two files of one name wins, as on a
 * class path; service files are joined; signatures, manifests and module descriptors of the parts
 * are left out.
 */
final class FatJar {
  private static final String SERVICES = "META-INF/services/";
  private static final String VERSIONS = "META-INF/versions/";

  private final String mainClass;
  private final Set<String> written = new HashSet<>();
  private final Map<String, ByteArrayOutputStream> services = new LinkedHashMap<>();
  private boolean multiRelease;

  FatJar(String mainClass) {
    this.mainClass = mainClass;
  }

  void write(List<Path> sources, OutputStream out, Consumer<String> progress) throws IOException {
    for (Path source : sources) {
      multiRelease |= Files.isRegularFile(source) && isMultiRelease(source);
    }
    try (var jar = new JarOutputStream(out, manifest())) {
      written.add("META-INF/MANIFEST.MF");
      for (Path source : sources) {
        progress.accept(String.valueOf(source.getFileName()));
        if (Files.isDirectory(source)) {
          addFolder(jar, source);
        } else {
          addJar(jar, source);
        }
      }
      for (Map.Entry<String, ByteArrayOutputStream> service : services.entrySet()) {
        put(jar, service.getKey(), service.getValue().toByteArray());
      }
    }
  }

  private Manifest manifest() {
    var manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, mainClass);
    main.putValue("Enable-Native-Access", "ALL-UNNAMED");
    if (multiRelease) {
      main.putValue("Multi-Release", "true");
    }
    return manifest;
  }

  private static boolean isMultiRelease(Path jar) throws IOException {
    try (var file = new java.util.jar.JarFile(jar.toFile())) {
      return file.isMultiRelease();
    }
  }

  private void addFolder(JarOutputStream jar, Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      add(jar, name, Files.readAllBytes(file));
    }
  }

  private void addJar(JarOutputStream jar, Path source) throws IOException {
    try (var zip = new ZipFile(source.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (!entry.isDirectory()) {
          try (InputStream in = zip.getInputStream(entry)) {
            add(jar, entry.getName(), in.readAllBytes());
          }
        }
      }
    }
  }

  private void add(JarOutputStream jar, String name, byte[] content) throws IOException {
    if (isLeftOut(name)) {
      return;
    }
    if (name.startsWith(SERVICES)) {
      joinService(name, content);
    } else if (written.add(name)) {
      put(jar, name, content);
    }
  }

  private static boolean isLeftOut(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    boolean signature =
        upper.startsWith("META-INF/")
            && (upper.endsWith(".SF") || upper.endsWith(".RSA") || upper.endsWith(".DSA"));
    return signature
        || upper.equals("META-INF/MANIFEST.MF")
        || upper.equals("META-INF/INDEX.LIST")
        || name.equals("module-info.class")
        || (name.startsWith(VERSIONS) && name.endsWith("/module-info.class"));
  }

  /** One line a provider, each once, in the order of the parts. */
  private void joinService(String name, byte[] content) throws IOException {
    ByteArrayOutputStream joined =
        services.computeIfAbsent(name, key -> new ByteArrayOutputStream());
    Set<String> present = new TreeSet<>(joined.toString(StandardCharsets.UTF_8).lines().toList());
    for (String line : new String(content, StandardCharsets.UTF_8).lines().toList()) {
      String provider = line.strip();
      if (!provider.isEmpty() && !provider.startsWith("#") && present.add(provider)) {
        joined.write((provider + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private void put(JarOutputStream jar, String name, byte[] content) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTime(0);
    jar.putNextEntry(entry);
    jar.write(content);
    jar.closeEntry();
  }
}
