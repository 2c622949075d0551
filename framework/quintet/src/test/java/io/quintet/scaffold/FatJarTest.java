package io.quintet.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FatJarTest {
  private static final String SERVICE = "META-INF/services/some.Service";

  @TempDir Path folder;

  @Test
  void servicesAreJoinedAndTheFirstOfTwoFilesWins() throws IOException {
    Path site = Files.createDirectories(folder.resolve("classes"));
    Files.writeString(site.resolve("logback.xml"), "the site's");
    Path one = jar("one.jar", Map.of("logback.xml", "the library's", SERVICE, "# own\na.One\n"));
    Path two = jar("two.jar", Map.of(SERVICE, "b.Two\na.One", "two.txt", "2"));
    Map<String, String> packed = pack(site, one, two);
    assertThat(packed)
        .containsEntry("logback.xml", "the site's")
        .containsEntry("two.txt", "2")
        .containsEntry(SERVICE, "a.One\nb.Two\n");
  }

  @Test
  void signaturesAndModuleDescriptorsAreLeftOutAndReleasesKept() throws IOException {
    Path library =
        jar(
            "signed.jar",
            Map.of(
                "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMulti-Release: true\n",
                "META-INF/SIGNER.SF", "x",
                "META-INF/SIGNER.RSA", "x",
                "META-INF/versions/21/a/B.class", "newer",
                "META-INF/versions/21/module-info.class", "x",
                "module-info.class", "x"));
    Map<String, String> packed = pack(library);
    assertThat(packed.keySet())
        .containsExactly("META-INF/MANIFEST.MF", "META-INF/versions/21/a/B.class");
    assertThat(packed.get("META-INF/MANIFEST.MF"))
        .contains("Main-Class: a.Main", "Multi-Release: true");
  }

  @Test
  void theSameSourcesGiveTheSameBytes() throws IOException {
    Path library = jar("one.jar", Map.of("a.txt", "a", "b.txt", "b"));
    pack(library);
    byte[] first = Files.readAllBytes(folder.resolve("all.jar"));
    pack(library);
    assertThat(Files.readAllBytes(folder.resolve("all.jar"))).isEqualTo(first);
  }

  private Map<String, String> pack(Path... sources) throws IOException {
    Path target = folder.resolve("all.jar");
    try (OutputStream out = Files.newOutputStream(target)) {
      new FatJar("a.Main").write(List.of(sources), out, name -> {});
    }
    Map<String, String> content = new TreeMap<>();
    try (var jar = new JarFile(target.toFile())) {
      for (var entry : jar.stream().toList()) {
        content.put(
            entry.getName(),
            new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return content;
  }

  private Path jar(String name, Map<String, String> files) throws IOException {
    Path file = folder.resolve(name);
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> entry : new TreeMap<>(files).entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return file;
  }
}
