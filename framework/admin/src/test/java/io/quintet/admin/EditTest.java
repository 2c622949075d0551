package io.quintet.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.admin.library.Author;
import io.quintet.admin.library.Book;
import io.quintet.admin.library.Genre;
import io.quintet.http.Response;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditTest {
  private static final String BOOKS = "/admin/library/book/";
  private static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  @TempDir Path folder;
  private Library library;
  private Author ann;
  private Genre crime;
  private Genre comedy;
  private Browser root;

  @BeforeEach
  void open() {
    library = Library.open(folder);
    ann = library.author("Ann Able");
    crime = library.genre("Crime");
    comedy = library.genre("Comedy");
    root = library.superuser();
  }

  @AfterEach
  void close() {
    library.close();
  }

  private String id() {
    return String.valueOf(ann.id);
  }

  private Book only() {
    return library.call(() -> Book.objects.all().get());
  }

  @Test
  void theFormHasTheDeclaredFieldsInTheirGroups() {
    Document page = root.page(BOOKS + "add/");
    assertThat(page.select("h1").text()).isEqualTo("Add book");
    assertThat(page.select(".line.several .field-label").eachText())
        .containsExactly("Title", "Slug");
    assertThat(page.select("details.fieldset summary").text()).isEqualTo("More");
    assertThat(page.select("[data-prepopulate]").attr("data-prepopulate")).isEqualTo("id_title");
    assertThat(page.select("select[name=genres][multiple] option")).hasSize(2);
    assertThat(page.select("[data-related-add]").attr("href"))
        .isEqualTo("/admin/library/author/add/");
    assertThat(page.select("[data-file] input[type=file]")).hasSize(1);
    assertThat(page.select("input[name=created]")).isEmpty();
    assertThat(page.select("button[name=_addanother]")).hasSize(1);
  }

  @Test
  void aRowIsAddedWithItsRelations() {
    Response response =
        root.post(
            BOOKS + "add/?_filters=binding%3DHARD",
            "title",
            "Night",
            "slug",
            "night",
            "author",
            id(),
            "binding",
            "HARD",
            "pages",
            "10",
            "genres",
            String.valueOf(crime.id),
            "genres",
            String.valueOf(comedy.id),
            "_save",
            "1");
    assertThat(response.header("Location")).contains(BOOKS + "?binding=HARD");
    assertThat(root.follow(response).select(".message-success").text())
        .contains("The book “Night” was added.");
    Book book = only();
    assertThat(book.author.id()).isEqualTo(ann.id);
    assertThat(library.<List<Genre>>call(() -> book.genres.list())).hasSize(2);
    assertThat(book.created).isEqualTo(Library.NOW);
  }

  @Test
  void anInvalidFormIsShownAgainWithWhatWasTyped() {
    library.book("Night", ann);
    Response response =
        root.post(
            BOOKS + "add/",
            "title",
            "",
            "slug",
            "night",
            "author",
            "999",
            "binding",
            "HARD",
            "pages",
            "many");
    Document page = Browser.parse(response);
    assertThat(page.select(".note-bad").text()).contains("Not saved.");
    assertThat(page.select("#id_title_error").text()).contains("required");
    assertThat(page.select("#id_slug_error").text()).contains("already exists");
    assertThat(page.select("#id_author_error")).isNotEmpty();
    assertThat(page.select("input[name=pages]").attr("value")).isEqualTo("many");
    assertThat(library.<Long>call(() -> Book.objects.count())).isEqualTo(1);
  }

  @Test
  void aConstraintOfTheTableBecomesAMessage() {
    Response response =
        root.post(
            BOOKS + "add/",
            "title",
            "Thin",
            "slug",
            "thin",
            "author",
            id(),
            "binding",
            "HARD",
            "pages",
            "0");
    assertThat(Browser.parse(response).select(".note-bad").text())
        .contains("A book has at least one page.");
  }

  @Test
  void aRowIsChangedAndTheHistoryNamesTheFields() {
    Book book = library.book("Night", ann, crime);
    String change = BOOKS + book.id + "/change/";
    Document form = root.page(change);
    assertThat(form.select("input[name=title]").attr("value")).isEqualTo("Night");
    assertThat(form.select("option[selected]").eachText()).contains("Crime", "Ann Able");
    assertThat(form.select("a[href=/books/night/]").text()).isEqualTo("View on the site");
    Response response =
        root.post(
            change,
            "title",
            "Day",
            "slug",
            "night",
            "author",
            id(),
            "binding",
            "HARD",
            "pages",
            "1",
            "genres",
            String.valueOf(comedy.id),
            "_continue",
            "1");
    assertThat(response.header("Location")).contains(change);
    assertThat(only().title).isEqualTo("Day");
    Document history = root.page(BOOKS + book.id + "/history/");
    assertThat(history.select(".timeline li").text())
        .contains("Changed by root")
        .contains("Changed Title and Genres.");
  }

  @Test
  void saveAndAddAnotherComesBackToAnEmptyForm() {
    Response response = root.post("/admin/library/author/add/", "name", "Zoe", "_addanother", "1");
    assertThat(response.header("Location")).contains("/admin/library/author/add/");
  }

  @Test
  void onlyListedFieldsCanBeSet() {
    Book book = library.book("Night", ann);
    root.post(
        BOOKS + book.id + "/change/",
        "title",
        "Day",
        "slug",
        "night",
        "author",
        id(),
        "binding",
        "HARD",
        "pages",
        "1",
        "id",
        "77",
        "created",
        "1999-01-01T00:00");
    assertThat(only().id).isEqualTo(book.id);
    assertThat(only().created).isEqualTo(Library.NOW);
  }

  @Test
  void aPictureIsUploadedShownAndRemoved() {
    Book book = library.book("Night", ann);
    String change = BOOKS + book.id + "/change/";
    String[] fields = {
      "title", "Night", "slug", "night", "author", id(), "binding", "HARD", "pages", "1"
    };
    Response saved = root.upload(change, "cover", "front.png", PNG, fields);
    assertThat(saved.status()).isEqualTo(302);
    assertThat(only().cover).isNotNull();
    Document page = root.page(change);
    assertThat(page.select("[data-file] img").attr("src")).contains("covers/");
    assertThat(page.select("input[name=cover-clear]")).hasSize(1);
    assertThat(root.page(BOOKS).select("td[data-label=Cover] img").attr("src")).contains("covers/");
    root.post(change, fields);
    assertThat(only().cover).as("kept when no file is sent").isNotNull();
    String[] clearing = java.util.Arrays.copyOf(fields, fields.length + 2);
    clearing[fields.length] = "cover-clear";
    clearing[fields.length + 1] = "on";
    root.post(change, clearing);
    assertThat(only().cover).isNull();
  }

  @Test
  void aFileThatIsNoPictureIsRefused() {
    Book book = library.book("Night", ann);
    Response response =
        root.upload(
            BOOKS + book.id + "/change/",
            "cover",
            "front.png",
            "<script>".getBytes(java.nio.charset.StandardCharsets.UTF_8),
            "title",
            "Night",
            "slug",
            "night",
            "author",
            id(),
            "binding",
            "HARD",
            "pages",
            "1");
    assertThat(Browser.parse(response).select("#id_cover_error").text()).contains("valid image");
    assertThat(only().cover).isNull();
  }

  @Test
  void aKeyThatIsNoneOrUnknownIsNotFound() {
    for (String key :
        List.of("999", "abc", "1%27", "99999999999999999999", "_00", "-1", "__id__")) {
      for (String page : List.of("change", "delete", "history")) {
        assertThat(root.get(BOOKS + key + "/" + page + "/").status())
            .as(key + " " + page)
            .isEqualTo(404);
      }
    }
  }

  @Test
  void whoMayOnlyLookSeesValuesAndCannotSave() {
    Book book = library.book("Night", ann, crime);
    Browser viewer = library.staff("viewer", "library.view_book");
    Document page = viewer.page(BOOKS + book.id + "/change/");
    assertThat(page.select("form[data-change-form] input:not([type=hidden])")).isEmpty();
    assertThat(page.select(".read-only").eachText()).contains("Night", "Ann Able", "Crime");
    assertThat(page.select("button[name=_save]")).isEmpty();
    assertThat(page.text()).contains("You may look at this, but not change it.");
    assertThat(viewer.post(BOOKS + book.id + "/change/", "title", "X").status()).isEqualTo(403);
    assertThat(viewer.get(BOOKS + book.id + "/delete/").status()).isEqualTo(403);
    assertThat(only().title).isEqualTo("Night");
  }

  @Test
  void aRelatedRowIsAddedInASmallWindow() {
    Document form = root.page("/admin/library/author/add/?_popup=1");
    assertThat(form.select("nav")).isEmpty();
    assertThat(form.select("input[name=_popup]")).hasSize(1);
    Response response =
        root.post(
            "/admin/library/author/add/?_popup=1", "name", "Zoe", "_popup", "1", "_save", "1");
    Document answer = Browser.parse(response);
    assertThat(answer.select("[data-popup-answer]").attr("data-text")).isEqualTo("Zoe");
    assertThat(answer.select("[data-popup-answer]").attr("data-id")).isNotEmpty();
  }

  @Test
  void aRawKeyStandsInTheFormAndIsChecked() {
    Book book = library.book("Night", ann);
    Document form = root.page("/admin/library/loan/add/");
    assertThat(form.select("input[name=book]").attr("type")).isEqualTo("text");
    Response bad = root.post("/admin/library/loan/add/", "book", "12345", "reader", "Jo");
    assertThat(Browser.parse(bad).select("#id_book_error")).isNotEmpty();
    Response good =
        root.post("/admin/library/loan/add/", "book", String.valueOf(book.id), "reader", "Jo");
    assertThat(good.status()).isEqualTo(302);
  }
}
