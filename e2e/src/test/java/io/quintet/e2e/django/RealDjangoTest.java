package io.quintet.e2e.django;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The real Django and a project made here serve one database, each what the other wrote. */
@ParameterizedClass
@EnumSource(Product.class)
class RealDjangoTest {
  private final Product product;
  private OldDatabase database;
  private RealDjango django;
  @TempDir Path folder;

  RealDjangoTest(Product product) {
    this.product = product;
  }

  @BeforeEach
  void aDatabaseIsThere() throws SQLException, IOException {
    database = OldDatabase.open(product);
    django = RealDjango.in(folder.resolve("old"), database);
  }

  @AfterEach
  void drop() throws SQLException, IOException {
    database.close();
  }

  @Test
  void bothSitesServeOneDatabase() throws Exception {
    List<String> said = django.run("before.py");
    final Map<String, List<String>> before = database.dump();
    Project project = Project.start(folder);
    project.write(".env", LibraryCode.settings(database.address()));
    project.compile();
    project.manage(
        "inspectdb 'library_*' --app library --package mysite.library --output src/main/java");
    LibraryCode.install(project);
    project.edit(
        "mysite.Mysite",
        "new LibraryApp()",
        "new LibraryApp(), new io.quintet.bouncycastle.BouncyCastleApp()");
    project.compile();
    project.manage("makemigrations library");
    project.compile();
    assertThat(project.manage("migrate --fake-initial"))
        .contains("Applying library.0001_initial ... taken over")
        .endsWith("= 0\n");
    assertThat(database.dump()).isEqualTo(before);
    assertThat(project.manage("makemigrations")).isEqualTo("No changes found.\n= 0\n");

    project.writeClass("mysite.library.Trial", LibraryCode.TRIAL);
    project.writeClass("mysite.library.Writing", LibraryCode.WRITING);
    project.compile();
    assertThat(project.result("mysite.library.Trial").lines())
        .startsWith("Ada 1815-12-10 null; Bob null Ada")
        .contains("A note, friends Another, read by ann");
    assertThat(project.result("mysite.library.Writing")).isEqualTo("written");

    String session = visit(project, said);
    assertThat(django.run("after.py", session))
        .containsExactly(
            "checks pass",
            "logs in zoe zoe@example.org",
            "logs in ann",
            "reads draft 12.50 7 {'k': [1, None, 'ü']} 0.5 False 3 2024-06-01T00:00:00.000001+00:00 Bob ['by Quintet', 'old'] Written by Quintet",
            "session of ann");
    assertThat(project.result("mysite.library.Trial")).startsWith("Ada");
    assertThat(project.manage("migrate"))
        .isEqualTo("Nothing to migrate: the database is up to date.\n= 0\n");
  }

  /** Users of every hasher log in, one registers; the key of a new session. */
  private String visit(Project project, List<String> said) throws Exception {
    List<String> hashers = after("hasher ", said);
    assertThat(hashers).contains("pbkdf2_sha256", "pbkdf2_sha1", "md5", "scrypt");
    try (AutoCloseable server = project.serve()) {
      assertThat(
              new Visitor(server)
                  .withSession(after("session ", said).getFirst())
                  .get("/admin/")
                  .body())
          .contains("Authors");
      for (String hasher : hashers) {
        Visitor visitor = new Visitor(server);
        assertThat(
                visitor
                    .submit(
                        "/accounts/login/",
                        "username",
                        "with_" + hasher,
                        "password",
                        "made by Django")
                    .uri())
            .as(hasher)
            .hasPath("/");
      }
      new Visitor(server)
          .submit(
              "/accounts/register/",
              "username",
              "zoe",
              "email",
              "zoe@example.org",
              "password1",
              "made-by-Quintet-1",
              "password2",
              "made-by-Quintet-1");
      database.run("UPDATE auth_user SET is_active = true WHERE username = 'zoe'");
      Visitor ann = new Visitor(server);
      ann.submit("/accounts/login/", "username", "ann", "password", "made by Django");
      return ann.session().orElseThrow();
    }
  }

  private static List<String> after(String start, List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .toList();
  }

  /** What {@code tables.txt} says, FromDjangoTest tests with. */
  @Test
  void theTablesOfTheOtherTestAreThoseThatDjangoMakes() throws Exception {
    django.run("before.py");
    try (OldDatabase other = OldDatabase.open(product)) {
      DjangoTables.of(product).forEach(other::run);
      assertThat(new TreeSet<>(other.tables())).isEqualTo(new TreeSet<>(database.tables()));
      for (String table : other.tables()) {
        assertThat(other.columns(table)).as(table).isEqualTo(database.columns(table));
      }
    }
  }
}
