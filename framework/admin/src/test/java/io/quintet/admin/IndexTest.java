package io.quintet.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.admin.library.Author;
import io.quintet.http.Response;
import java.nio.file.Path;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexTest {
  @TempDir Path folder;
  private Library library;

  @BeforeEach
  void open() {
    library = Library.open(folder);
  }

  @AfterEach
  void close() {
    library.close();
  }

  @Test
  void aVisitorIsSentToTheLogInPageAndBackAfterwards() {
    Browser visitor = library.visitor();
    Response response = visitor.get("/admin/library/book/?q=x");
    assertThat(response.header("Location"))
        .contains("/admin/login/?next=%2Fadmin%2Flibrary%2Fbook%2F%3Fq%3Dx");
    library.user("root", user -> user.isSuperuser = true);
    Response in =
        visitor.post(
            "/admin/login/?next=%2Fadmin%2Flibrary%2Fbook%2F",
            "username", "root", "password", Library.PASSWORD, "next", "/admin/library/book/");
    assertThat(in.header("Location")).contains("/admin/library/book/");
  }

  @Test
  void logInGoesToNoOtherSite() {
    library.user("root", user -> user.isSuperuser = true);
    Response in =
        library
            .visitor()
            .post(
                "/admin/login/",
                "username",
                "root",
                "password",
                Library.PASSWORD,
                "next",
                "https://evil.example/");
    assertThat(in.header("Location")).contains("/admin/");
  }

  @Test
  void anAccountThatIsNotStaffIsToldSo() {
    library.user("reader", user -> user.isStaff = false);
    Document page =
        Browser.parse(
            library
                .visitor()
                .post("/admin/login/", "username", "reader", "password", Library.PASSWORD));
    assertThat(page.select(".note-bad").text()).contains("not one of the staff");
  }

  @Test
  void theIndexShowsModelsWithTheNumberOfRowsAndRecentActions() {
    library.author("Ann");
    library.author("Bea");
    Browser root = library.superuser();
    root.post("/admin/library/author/add/", "name", "Cleo", "_save", "1");
    Document page = root.page("/admin/");
    assertThat(page.select("#app-library").text()).isEqualTo("Library");
    assertThat(page.select("a[href=/admin/library/author/] .count").first().ownText())
        .isEqualTo("3");
    assertThat(page.select(".recent li").text()).contains("Cleo").contains("Author");
    assertThat(page.select(".recent a").attr("href")).startsWith("/admin/library/author/");
    assertThat(page.select("#app-auth").text()).isEqualTo("Accounts");
  }

  @Test
  void anAppHasAPageOfItsOwn() {
    Document page = library.superuser().page("/admin/library/");
    assertThat(page.select("section.app")).hasSize(1);
    assertThat(library.visitor().login("root").get("/admin/nothing/").status()).isEqualTo(404);
  }

  @Test
  void staffWithoutPermissionsSeeAPageThatSaysSo() {
    Document page = library.staff("newcomer").page("/admin/");
    assertThat(page.select(".empty").text()).contains("Nothing to administer");
    assertThat(page.select("nav.side h2")).isEmpty();
  }

  @Test
  void staffSeeOnlyWhatTheyMay() {
    Browser librarian = library.staff("librarian", "library.view_author");
    Document page = librarian.page("/admin/");
    assertThat(page.select("section.app li")).hasSize(1);
    assertThat(page.select("section.app a.icon-button")).isEmpty();
    assertThat(librarian.get("/admin/library/book/").status()).isEqualTo(403);
    assertThat(librarian.get("/admin/library/author/add/").status()).isEqualTo(403);
  }

  @Test
  void logOutTakesAPost() {
    Browser root = library.superuser();
    root.get("/admin/logout/");
    assertThat(root.get("/admin/").status()).isEqualTo(200);
    root.post("/admin/logout/");
    assertThat(root.get("/admin/").status()).isEqualTo(302);
  }

  @Test
  void aPostWithoutCsrfTokenIsRefusedAndNothingIsWritten() {
    Browser root = library.superuser().withoutCsrf();
    assertThat(root.post("/admin/library/author/add/", "name", "Eve").status()).isEqualTo(403);
    assertThat(library.<Long>call(() -> Author.objects.count())).isZero();
  }

  @Test
  void passwordChangeKeepsThisSessionAndRefusesAWrongOldOne() {
    Browser root = library.superuser();
    Response wrong =
        root.post(
            "/admin/password_change/",
            "old_password",
            "no",
            "new_password1",
            "another-long-one",
            "new_password2",
            "another-long-one");
    assertThat(Browser.parse(wrong).select(".field-errors").text()).contains("present password");
    Response right =
        root.post(
            "/admin/password_change/",
            "old_password",
            Library.PASSWORD,
            "new_password1",
            "another-long-one",
            "new_password2",
            "another-long-one");
    assertThat(root.follow(right).select(".message-success").text()).contains("was changed");
  }
}
