package io.quintet.e2e.django;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A new project moves in beside a site made with Django: as {@code docs/topics/from-django.md}
 * tells it.
 */
@ParameterizedClass
@EnumSource(Product.class)
class FromDjangoTest {
  private final Product product;
  private OldDatabase database;
  private Project project;
  @TempDir Path folder;

  FromDjangoTest(Product product) {
    this.product = product;
  }

  @BeforeEach
  void aSiteMadeWithDjangoIsThere() throws SQLException, IOException {
    database = OldDatabase.open(product);
    DjangoTables.of(product).forEach(database::run);
    DjangoRows.of(product).forEach(database::run);
    project = Project.start(folder);
    project.write(".env", LibraryCode.settings(database.address()));
    project.compile();
  }

  @AfterEach
  void drop() throws SQLException, IOException {
    database.close();
  }

  @Test
  void theTablesAreTakenOverAndUsedAndChanged() throws Exception {
    final Map<String, List<String>> before = database.dump();

    assertThat(project.manage("migrate"))
        .contains(
            "auth.0001_initial would make tables that exist already: django_content_type, auth_permission, ",
            "'./manage migrate --fake-initial' takes them over as they are. Nothing was changed.")
        .endsWith("= 1\n");
    assertThat(project.manage("migrate --fake-initial"))
        .contains(
            "Applying auth.0001_initial ... taken over",
            "Applying admin.0001_initial ... taken over",
            "Applying sessions.0001_initial ... taken over",
            "Applying tasks.0001_initial ... done")
        .endsWith("= 0\n");

    String said =
        project.manage(
            "inspectdb 'library_*' --app library --package mysite.library --output src/main/java");
    assertThat(said)
        .contains(
            "LibraryApp.java",
            "Install the app in the class of the site: .apps(..., new mysite.library.LibraryApp())",
            "./manage makemigrations library\n",
            "./manage migrate --fake-initial\n")
        .endsWith("= 0\n");
    theModelsReadAsIfAPersonHadWrittenThem();
    LibraryCode.install(project);
    project.compile();

    assertThat(project.manage("makemigrations library"))
        .contains("Create model Book")
        .endsWith("= 0\n");
    project.compile();
    assertThat(project.manage("migrate --fake-initial"))
        .contains("Applying library.0001_initial ... taken over")
        .endsWith("= 0\n");
    assertThat(database.dump()).isEqualTo(before);
    assertThat(project.manage("makemigrations")).isEqualTo("No changes found.\n= 0\n");
    assertThat(project.manage("migrate"))
        .isEqualTo("Nothing to migrate: the database is up to date.\n= 0\n");
    assertThat(project.commands()).containsSubsequence(LibraryCode.commandsOfThePage());

    project.writeClass("mysite.library.Trial", LibraryCode.TRIAL);
    project.compile();
    assertThat(project.result("mysite.library.Trial").lines().toList())
        .containsExactlyElementsOf(LibraryCode.results(product));

    aUserOfDjangoIsKnown();
    aLaterChangeFindsWhatDjangoNamed();
    assertThat(database.rows("SELECT app, name FROM django_migrations ORDER BY id"))
        .containsExactly("contenttypes|0001_initial", "auth|0001_initial", "library|0001_initial");
  }

  private void theModelsReadAsIfAPersonHadWrittenThem() throws IOException {
    assertThat(project.read("mysite.library.Book"))
        .contains(
            "@Model\n@UniqueTogether(\n",
            "public class Book extends Item {",
            "public Status status;",
            "fraction = 2)\n  public BigDecimal price;",
            "@IpAddress public @Nullable String seenFrom;",
            "public final One<Author> author = one();",
            "@ManyToMany public final Many<Tag> tags = many();")
        .doesNotContain("itemPtr");
    assertThat(project.read("mysite.library.Item"))
        .contains(
            "import io.quintet.auth.User;", "public final One<@Nullable User> owner = one();");
    assertThat(project.read("mysite.library.Note"))
        .contains(
            "@ManyToMany public final Many<Note> friends = many();",
            "@ManyToMany public final Many<User> readers = many();",
            "@OneToOne(onDelete = OnDelete.PROTECT)\n  public final One<@Nullable Book> book");
    assertThat(project.read("mysite.library.LibraryApp"))
        .endsWith("public final class LibraryApp implements App {}\n");
  }

  private void aUserOfDjangoIsKnown() throws Exception {
    String oldSession = "ann00000000000000000000000session";
    try (AutoCloseable server = project.serve()) {
      assertThat(new Visitor(server).withSession(oldSession).get("/admin/").body())
          .contains("Authors");
      Visitor ann = new Visitor(server);
      var front = ann.submit("/accounts/login/", "username", "ann", "password", "made by Django");
      assertThat(front.uri()).hasPath("/");
      assertThat(ann.get("/admin/").body()).contains("Authors");
      assertThat(ann.get("/admin/library/book/").body()).contains("2 books");
      // The hash was made anew with more work, as Django does it, which ends other sessions.
      assertThat(new Visitor(server).withSession(oldSession).get("/admin/").body())
          .doesNotContain("Authors")
          .contains("password");
    }
  }

  private void aLaterChangeFindsWhatDjangoNamed() throws IOException {
    project.edit("mysite.library.Author", "max = 120", "max = 150");
    String book = project.read("mysite.library.Book");
    project.writeClass(
        "mysite.library.Book",
        book.replaceFirst("@UniqueTogether\\(\\s*(value = )?\\{\"author\"[^)]*\\)\n", "")
            .replaceFirst("@Index\\([^)]*book_recent\"\\)\n", ""));
    project.compile();
    assertThat(project.manage("makemigrations library")).contains("M0002_").endsWith("= 0\n");
    project.compile();
    assertThat(project.manage("migrate")).contains("done").endsWith("= 0\n");
    String table = String.join("\n", database.dump().get("library_book"));
    assertThat(table).doesNotContain("author_id_publisher_id_pages", "book_recent");
    assertThat(String.join("\n", database.dump().get("library_author"))).contains("150");
    assertThat(project.result("mysite.library.Trial")).startsWith("Ada");
  }
}
