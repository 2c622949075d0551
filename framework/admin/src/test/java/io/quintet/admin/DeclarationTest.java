package io.quintet.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.admin.library.Author;
import io.quintet.admin.library.Book;
import io.quintet.admin.library.Genre;
import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.core.checks.CheckMessage;
import io.quintet.core.checks.Checks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclarationTest {
  @TempDir Path folder;

  private record Extra(ModelAdmin<?>... admins) implements App {
    @Override
    public String label() {
      return "extra";
    }

    @Override
    public void configure(AppConfig config) {
      for (ModelAdmin<?> admin : admins) {
        config.add(Admin.MODELS, admin);
      }
    }
  }

  @Test
  void hooksSeeTheRowInTheTransaction() {
    List<String> seen = new ArrayList<>();
    ModelAdmin<Genre> genres =
        ModelAdmin.of(Genre.class)
            .beforeSave((request, genre, isNew) -> {
              genre.name = genre.name.strip().toUpperCase(java.util.Locale.ROOT);
              seen.add((isNew ? "add " : "change ") + genre.id);
            })
            .afterSave((request, genre, isNew) -> seen.add("saved " + (genre.id > 0)));
    try (Library library = Library.open(folder, new Extra(genres))) {
      library.superuser().post("/admin/library/genre/add/", "name", "crime");
      assertThat(library.<List<Genre>>call(() -> Genre.objects.list()))
          .extracting(genre -> genre.name)
          .containsExactly("CRIME");
      assertThat(seen).containsExactly("add 0", "saved true");
    }
  }

  @Test
  void rowsThatARequestMayNotSeeDoNotExistForIt() {
    ModelAdmin<Genre> genres =
        ModelAdmin.of(Genre.class)
            .rows((request, all) -> all.exclude("name__startswith", "Secret"));
    try (Library library = Library.open(folder, new Extra(genres))) {
      Genre secret = library.genre("Secret one");
      library.genre("Crime");
      Browser root = library.superuser();
      Document list = root.page("/admin/library/genre/");
      assertThat(list.select("tbody th").eachText()).containsExactly("Crime");
      assertThat(root.get("/admin/library/genre/" + secret.id + "/change/").status())
          .isEqualTo(404);
      root.post(
          "/admin/library/genre/",
          "action",
          "delete_selected",
          "selected",
          String.valueOf(secret.id),
          "confirm",
          "1");
      assertThat(library.<Long>call(() -> Genre.objects.count())).isEqualTo(2);
    }
  }

  @Test
  void aRuleDecidesBeyondThePermissions() {
    ModelAdmin<Genre> genres =
        ModelAdmin.of(Genre.class)
            .access((request, right, genre, granted) -> granted && right != Right.DELETE);
    try (Library library = Library.open(folder, new Extra(genres))) {
      Genre crime = library.genre("Crime");
      Browser root = library.superuser();
      assertThat(root.get("/admin/library/genre/" + crime.id + "/delete/").status()).isEqualTo(403);
      assertThat(root.page("/admin/library/genre/").select("option[value=delete_selected]"))
          .isEmpty();
    }
  }

  @Test
  void aComputedLinkIsALinkOnlyToSafePlaces() {
    ModelAdmin<Genre> genres =
        ModelAdmin.of(Genre.class)
            .columns("name", "good", "bad")
            .computed("good", "Good", genre -> new Link("shelf", "/shelf/" + genre.id))
            .computed("bad", "Bad", genre -> new Link("trap", "javascript:alert(1)"));
    try (Library library = Library.open(folder, new Extra(genres))) {
      library.genre("Crime");
      Document list = library.superuser().page("/admin/library/genre/");
      assertThat(list.select("td[data-label=Good] a").attr("href")).startsWith("/shelf/");
      assertThat(list.select("td[data-label=Bad] a")).isEmpty();
      assertThat(list.select("td[data-label=Bad]").text()).isEqualTo("trap");
    }
  }

  @Test
  void fieldsAreChangedAndLinksChosen() {
    ModelAdmin<Genre> genres =
        ModelAdmin.of(Genre.class)
            .columns("id", "name")
            .links("name")
            .field("name", field -> field.label("What it is called").help("One word."));
    try (Library library = Library.open(folder, new Extra(genres))) {
      library.genre("Crime");
      Browser root = library.superuser();
      Document list = root.page("/admin/library/genre/");
      assertThat(list.select("tbody th a")).isEmpty();
      assertThat(list.select("td[data-label=Name] a").attr("href")).endsWith("/change/");
      Document form = root.page("/admin/library/genre/add/");
      assertThat(form.select("label[for=id_name]").text()).startsWith("What it is called");
      assertThat(form.select("#id_name_helptext").text()).isEqualTo("One word.");
    }
  }

  @Nested
  class Mistakes {
    private List<CheckMessage> check(ModelAdmin<?>... admins) {
      try (Library library = Library.open(folder, new Extra(admins))) {
        return library.call(() ->
            Checks.run(library.site(), false).stream()
                .filter(message -> message.id().startsWith("admin."))
                .toList());
      }
    }

    @Test
    void theLibraryHasNone() {
      assertThat(check()).isEmpty();
    }

    @Test
    void areReportedAllTogetherWithWhatWasMeant() {
      List<CheckMessage> found =
          check(
              ModelAdmin.of(Genre.class)
                  .columns("nam", "books")
                  .links("title")
                  .filters("colour")
                  .search("books")
                  .ordering("-name", "size")
                  .readOnly("created")
                  .fields("name", "weight")
                  .prepopulated("slug", "name")
                  .rawId("name")
                  .dates("name"));
      assertThat(found)
          .extracting(CheckMessage::id)
          .containsExactlyInAnyOrder(
              "admin.E002",
              "admin.E008",
              "admin.E004",
              "admin.E005",
              "admin.E006",
              "admin.E003",
              "admin.E007",
              "admin.E009",
              "admin.E010",
              "admin.E011");
      assertThat(found)
          .extracting(CheckMessage::text)
          .contains(
              "ModelAdmin of library.Genre, columns: library.Genre has no field \"nam\" (did you mean"
                  + " 'name'?); it has id, name.");
    }

    @Test
    void aModelRegisteredTwiceIsOne() {
      assertThat(check(ModelAdmin.of(Author.class)))
          .singleElement()
          .satisfies(message -> assertThat(message.text()).contains("registered twice"));
    }

    @Test
    void aPageOfNoRowsIsRefusedAtOnce() {
      assertThatThrownBy(() -> ModelAdmin.of(Book.class).pageSize(0))
          .hasMessage("A page has at least 1 row, but 0 were asked for");
    }

    @Test
    void thePasswordHashIsNoColumn() {
      assertThat(check(ModelAdmin.of(io.quintet.auth.User.class).columns("password")))
          .singleElement()
          .satisfies(message -> assertThat(message.text()).contains("never shown"));
    }
  }
}
