package io.quintet.e2e.django;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** A site made with the real Django, in a folder, with a database of the tests. */
final class RealDjango {
  /** The property that names a Python whose modules include Django. */
  static final String PYTHON = "quintet.django";

  private static final Map<String, String> FILES =
      Map.of(
          "models.py", "library/models.py",
          "settings.py", "settings.py",
          "site_urls.py", "urls.py",
          "before.py", "before.py",
          "after.py", "after.py");

  private final Path folder;
  private final OldDatabase database;

  private RealDjango(Path folder, OldDatabase database) {
    this.folder = folder;
    this.database = database;
  }

  /**
   * Writes the site. Skips the test where no Python is named, in a build of everything too: Django
   * is no part of it.
   */
  static RealDjango in(Path folder, OldDatabase database) throws IOException {
    Assumptions.assumeTrue(
        System.getProperty(PYTHON) != null,
        "Compares with Django only where one is: -D"
            + PYTHON
            + "=python3, with PYTHONPATH if need be; psycopg or pymysql for the servers");
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      Path path = folder.resolve(file.getValue());
      Files.createDirectories(path.getParent());
      Files.writeString(path, DjangoTables.resource("/django/" + file.getKey()));
    }
    Files.writeString(folder.resolve("library/__init__.py"), "");
    return new RealDjango(folder, database);
  }

  /** The lines that a script prints; the test fails when the script does. */
  List<String> run(String script, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(System.getProperty(PYTHON, ""), script));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.put("SITE_KEY", LibraryCode.SECRET);
    environment.put("SITE_DATABASE", database.name());
    environment.put(
        "SITE_ENGINE",
        switch (database.product()) {
          case SQLITE -> "sqlite3";
          case POSTGRESQL -> "postgresql";
          case MARIADB -> "mysql";
        });
    environment.put("PYTHONDONTWRITEBYTECODE", "1");
    environment.put("PYTHONIOENCODING", "utf-8");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said.toLowerCase(Locale.ROOT)).isZero();
    return said.lines().toList();
  }
}
