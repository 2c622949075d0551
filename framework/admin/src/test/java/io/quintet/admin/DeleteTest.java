package io.quintet.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.admin.library.Author;
import io.quintet.admin.library.Book;
import io.quintet.http.Response;
import java.nio.file.Path;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeleteTest {
  @TempDir Path folder;
  private Library library;
  private Author ann;
  private String delete;

  @BeforeEach
  void open() {
    library = Library.open(folder);
    ann = library.author("Ann Able");
    delete = "/admin/library/author/" + ann.id + "/delete/";
  }

  @AfterEach
  void close() {
    library.close();
  }

  private long authors() {
    return library.<Long>call(() -> Author.objects.count());
  }

  @Test
  void theCascadeIsShownBeforeItHappens() {
    library.book("One", ann);
    library.book("Two", ann);
    Browser root = library.superuser();
    Document question = root.page(delete);
    assertThat(question.select("dl.counts").text()).contains("Author 1").contains("Books 2");
    assertThat(question.select(".tree li li").eachText()).containsExactly("Book One", "Book Two");
    assertThat(question.select(".tree li li a").first().attr("href")).contains("/library/book/");
    root.post(delete);
    assertThat(authors()).as("a POST without confirm deletes nothing").isEqualTo(1);
    Response done = root.post(delete + "?_filters=q%3Dann", "confirm", "1");
    assertThat(done.header("Location")).contains("/admin/library/author/?q=ann");
    assertThat(root.follow(done).select(".message-success").text())
        .contains("The author “Ann Able” was deleted.");
    assertThat(authors()).isZero();
    assertThat(library.<Long>call(() -> Book.objects.count())).isZero();
    assertThat(root.page("/admin/").select(".recent li").text())
        .contains("Deleted")
        .contains("Ann Able");
  }

  @Test
  void protectedRowsForbidItAndAreListed() {
    library.loan(library.book("One", ann), "Jo");
    Browser root = library.superuser();
    Document question = root.page(delete);
    assertThat(question.select(".note-bad").text()).contains("This cannot be deleted.");
    assertThat(question.select(".tree").text()).contains("Loan to Jo");
    assertThat(question.select("button[name=confirm]")).isEmpty();
    Response forced = root.post(delete, "confirm", "1");
    assertThat(Browser.parse(forced).select(".note-bad").text()).contains("cannot be deleted");
    assertThat(authors()).isEqualTo(1);
    Document action =
        root.follow(
            root.post(
                "/admin/library/author/",
                "action",
                "delete_selected",
                "selectAll",
                "1",
                "confirm",
                "1"));
    assertThat(action.select(".message-error").text()).contains("Nothing was done");
    assertThat(authors()).isEqualTo(1);
    assertThat(root.page("/admin/").select(".recent li")).isEmpty();
  }

  @Test
  void whoMayNotDeleteWhatGoesWithItIsRefused() {
    library.book("One", ann);
    Browser clerk = library.staff("clerk", "library.delete_author", "library.view_author");
    Document question = clerk.page(delete);
    assertThat(question.select(".note-bad").text()).contains("You may not delete this.");
    assertThat(question.select(".note-bad li").eachText()).containsExactly("Books");
    assertThat(clerk.post(delete, "confirm", "1").status()).isEqualTo(403);
    assertThat(
            clerk
                .post(
                    "/admin/library/author/",
                    "action",
                    "delete_selected",
                    "selectAll",
                    "1",
                    "confirm",
                    "1")
                .status())
        .isEqualTo(403);
    assertThat(authors()).isEqualTo(1);
  }
}
