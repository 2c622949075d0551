package io.quintet.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code package} writes one jar that does everything in an empty folder. */
class PackagedSiteTest {
  private static final Map<String, String> SERVER =
      Map.of(
          "QUINTET_SECRET_KEY", "Ff3uM8Qy1ZbR7kW2xT6nC0pL9sV4hJ5gD-aEeGiKmOqSuWyXz1357",
          "QUINTET_HTTP_ALLOWED_HOSTS", "localhost,127.0.0.1",
          "QUINTET_MAIL_URL", "smtp://localhost:25",
          "QUINTET_MAIL_DEFAULT_FROM", "small@example.org");

  @TempDir Path folder;

  @Test
  void theJarChecksMigratesServesAndWorks() throws Exception {
    Path jar = folder.resolve("small.jar");
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !entry.matches(".*(junit|assertj|archunit|surefire).*\\.jar"))
            .collect(Collectors.joining(File.pathSeparator));
    assertThat(run(0, "-cp", classPath, SmallSite.class.getName(), "package", jar.toString()))
        .contains("Wrote " + jar);
    theJarIsWellMade(jar);

    assertThat(jar(0, "check", "--deploy")).doesNotContain("error");
    assertThat(jar(0, "migrate")).contains("Applying auth.0001_initial ... done");
    assertThat(jar(0, "worker", "--drain")).contains("0 attempts, 0 failed");
    try (Started site =
        Started.java(folder, SERVER, List.of("-jar", jar.toString(), "runserver", "0"))) {
      String url = site.url();
      String page = get(site, url).body();
      assertThat(page).contains("Good day");
      Matcher style = Pattern.compile("href=\"/([^\"]+)\"").matcher(page);
      assertThat(style.find()).isTrue();
      assertThat(style.group(1)).matches("static/small/look\\.[0-9a-f]+\\.css");
      HttpResponse<String> css = get(site, url + style.group(1));
      assertThat(css.body()).contains("teal");
      assertThat(css.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
      assertThat(get(site, url + "readyz").statusCode()).isEqualTo(200);
    }
  }

  private static void theJarIsWellMade(Path file) throws IOException {
    try (var jar = new JarFile(file.toFile())) {
      assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
          .isEqualTo(SmallSite.class.getName());
      assertThat(jar.isMultiRelease()).isTrue();
      String providers =
          new String(
              jar.getInputStream(
                      jar.getEntry("META-INF/services/io.quintet.orm.meta.ModelProvider"))
                  .readAllBytes());
      assertThat(providers.lines()).hasSizeGreaterThan(2).doesNotHaveDuplicates();
      assertThat(jar.stream().map(entry -> entry.getName().toUpperCase()))
          .doesNotHaveDuplicates()
          .noneMatch(name -> name.matches("META-INF/[^/]+\\.(SF|RSA|DSA)"));
    }
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Path plain = Files.createFile(file.resolveSibling("plain"));
      assertThat(Files.getPosixFilePermissions(file))
          .isEqualTo(Files.getPosixFilePermissions(plain));
    }
    assertThat(Files.size(file)).isLessThan(40L * 1024 * 1024);
  }

  private String jar(int status, String... words) throws Exception {
    String[] all = new String[words.length + 2];
    all[0] = "-jar";
    all[1] = "small.jar";
    System.arraycopy(words, 0, all, 2, words.length);
    return run(status, all);
  }

  private String run(int status, String... words) throws Exception {
    try (Started process = Started.java(folder, SERVER, List.of(words))) {
      String printed = process.toTheEnd();
      assertThat(process.status()).as(printed).isEqualTo(status);
      return printed;
    }
  }

  private static HttpResponse<String> get(Started site, String url) throws Exception {
    return site.get(url).get(60, TimeUnit.SECONDS);
  }
}
