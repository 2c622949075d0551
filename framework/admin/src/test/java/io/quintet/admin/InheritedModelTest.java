package io.quintet.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.admin.library.Author;
import io.quintet.admin.library.Translator;
import io.quintet.core.App;
import io.quintet.core.AppConfig;
import java.nio.file.Path;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The admin of a model that extends a model. */
class InheritedModelTest {
  private static final String TRANSLATORS = "/admin/library/translator/";

  @TempDir Path folder;
  private Library library;
  private Browser root;

  @BeforeEach
  void open() {
    library = Library.open(folder, new Languages());
    root = library.superuser();
  }

  @AfterEach
  void close() {
    library.close();
  }

  private static final class Languages implements App {
    @Override
    public String label() {
      return "languages";
    }

    @Override
    public void configure(AppConfig config) {
      config.add(
          Admin.MODELS,
          ModelAdmin.of(Translator.class)
              .columns("name", "language")
              .search("name", "language")
              .filters("language"));
    }
  }

  @Test
  void itsRowsAreAddedChangedFoundAndDeleted() {
    Document form = root.page(TRANSLATORS + "add/");
    assertThat(form.select("[name=name]")).hasSize(1);
    assertThat(form.select("[name=language]")).hasSize(1);
    assertThat(form.select("[name=authorPtr], [name=id]")).isEmpty();
    root.post(TRANSLATORS + "add/", "name", "Tom", "notes", "", "language", "Welsh", "_save", "1");
    Translator made = library.call(() -> Translator.objects.all().get());
    assertThat(made.name + made.language).isEqualTo("TomWelsh");
    assertThat(library.<Long>call(() -> Author.objects.count())).isEqualTo(1);

    assertThat(root.page(TRANSLATORS + "?q=tom").select("tbody").text()).contains("Welsh");
    assertThat(root.page(TRANSLATORS + "?q=nobody").select("tbody").text()).isEmpty();
    assertThat(root.page(TRANSLATORS + "?language=Welsh").select("tbody").text()).contains("Tom");

    String address = TRANSLATORS + made.id + "/";
    assertThat(root.page(address + "change/").select("[name=name]").attr("value")).isEqualTo("Tom");
    root.post(address + "change/", "name", "Tim", "notes", "", "language", "Irish", "_save", "1");
    Translator changed = library.call(() -> Translator.objects.all().get());
    assertThat(changed.name + changed.language).isEqualTo("TimIrish");

    String authors = "/admin/library/author/" + made.id + "/delete/";
    assertThat(root.page(authors).select(".tree").text()).contains("Translator Tim");
    root.post(address + "delete/", "confirm", "1");
    assertThat(library.<Long>call(() -> Author.objects.count())).isZero();
  }
}
