package io.quintet.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.admin.library.Author;
import io.quintet.admin.library.Book;
import io.quintet.admin.library.Genre;
import io.quintet.http.Response;
import io.quintet.orm.Db;
import io.quintet.orm.QuerySet;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListTest {
  private static final String BOOKS = "/admin/library/book/";

  @TempDir Path folder;
  private Library library;
  private Author ann;
  private Author bob;
  private Browser root;

  @BeforeEach
  void open() {
    library = Library.open(folder);
    ann = library.author("Ann Able");
    bob = library.author("Bob Bold");
    root = library.superuser();
  }

  @AfterEach
  void close() {
    library.close();
  }

  private void publish(Book book, Instant when) {
    library.run(() -> {
      book.published = when;
      book.save();
    });
  }

  private static List<String> titles(Document page) {
    return page.select("tbody tr th[scope=row]").eachText();
  }

  @Test
  void rowsShowTheColumnsWithRelationsChoicesAndMarks() {
    Genre crime = library.genre("Crime");
    Genre comedy = library.genre("Comedy");
    library.book("Zebra", ann, crime, comedy);
    Document page = root.page(BOOKS);
    assertThat(page.select("thead th").eachText())
        .containsExactly(
            "Title", "Author", "Author born", "Genres", "Binding", "Reference", "Cover", "Age");
    Element row = page.select("tbody tr").first();
    assertThat(row.select("td[data-label=Author]").text()).isEqualTo("Ann Able");
    assertThat(row.select("td[data-label=Genres]").text()).isEqualTo("Comedy, Crime");
    assertThat(row.select("td[data-label=Binding]").text()).isEqualTo("Hard cover");
    assertThat(row.select("td[data-label=Reference] .no").text()).isEqualTo("No");
    assertThat(row.select("td[data-label='Author born']").text()).contains("empty");
    assertThat(row.select("th a").attr("href")).startsWith("/admin/library/book/");
  }

  @Test
  void theNumberOfStatementsDoesNotDependOnTheNumberOfRows() {
    Genre crime = library.genre("Crime");
    library.book("A1", ann, crime);
    int one = statements();
    for (int i = 2; i <= 9; i++) {
      library.book("A" + i, i % 2 == 0 ? ann : bob, crime);
    }
    assertThat(statements()).isEqualTo(one).isLessThanOrEqualTo(12);
  }

  private int statements() {
    int[] count = new int[1];
    library.run(() -> {
      Db.RecordedQueries queries = Db.recordQueries(() -> root.page(BOOKS));
      count[0] = queries.count();
    });
    return count[0];
  }

  @Test
  void searchLooksAtEachWordAlsoOverRelations() {
    library.book("Night train", ann);
    library.book("Night bus", bob);
    library.book("Day bus", bob);
    assertThat(titles(root.page(BOOKS + "?q=night+bold"))).containsExactly("Night bus");
    assertThat(titles(root.page(BOOKS + "?q=%22night+bus%22"))).containsExactly("Night bus");
    Document nothing = root.page(BOOKS + "?q=zeppelin");
    assertThat(nothing.select(".empty").text()).contains("Nothing matches").contains("zeppelin");
  }

  @Test
  void searchOverRelationsToManyRowsShowsEachRowOnce() {
    library.book("Twice", ann, library.genre("Sea story"), library.genre("Sea fiction"));
    ModelAdmin<Book> admin = ModelAdmin.of(Book.class).search("genres__name");
    library.run(() -> {
      QuerySet<Book> found = Search.apply(admin, Book.objects.all(), "sea");
      assertThat(found.orderBy("author__name").list()).hasSize(1);
      assertThat(found.count()).isEqualTo(1);
    });
  }

  @Test
  void searchTakesAnyTextAsText() {
    library.book("100% pure", ann);
    assertThat(titles(root.page(BOOKS + "?q=100%25"))).containsExactly("100% pure");
    assertThat(titles(root.page(BOOKS + "?q=%27%29+OR+1%3D1+--"))).isEmpty();
    assertThat(titles(root.page(BOOKS + "?q=%00"))).containsExactly("100% pure");
  }

  @Test
  void filtersNarrowByChoiceBooleanAndRelation() {
    Genre crime = library.genre("Crime");
    Book soft = library.book("Soft", ann, crime);
    library.run(() -> {
      soft.binding = Book.Binding.SOFT;
      soft.reference = true;
      soft.save();
    });
    library.book("Hard", bob);
    assertThat(titles(root.page(BOOKS + "?binding=SOFT"))).containsExactly("Soft");
    assertThat(titles(root.page(BOOKS + "?reference=0"))).containsExactly("Hard");
    assertThat(titles(root.page(BOOKS + "?author=" + bob.id))).containsExactly("Hard");
    assertThat(titles(root.page(BOOKS + "?genres=" + crime.id))).containsExactly("Soft");
    assertThat(titles(root.page(BOOKS + "?genres=~none"))).containsExactly("Hard");
    Document page = root.page(BOOKS + "?binding=SOFT&q=soft");
    assertThat(page.select(".chip").text()).contains("Binding: Paperback");
    assertThat(page.select(".filters a[aria-current=true]").eachText()).contains("Paperback");
    assertThat(page.select("form.search input[type=hidden]").attr("name")).isEqualTo("binding");
    assertThat(page.select("nav.pages").text()).isEqualTo("1 book of 2");
  }

  @Test
  void filtersNarrowByDate() {
    publish(library.book("Today", ann), Library.NOW.minus(2, ChronoUnit.HOURS));
    publish(library.book("Monday", ann), Library.NOW.minus(3, ChronoUnit.DAYS));
    publish(library.book("Spring", ann), Instant.parse("2026-03-01T00:00:00Z"));
    publish(library.book("Old", ann), Instant.parse("1999-12-31T23:00:00Z"));
    library.book("Draft", ann);
    assertThat(titles(root.page(BOOKS + "?published=today"))).containsExactly("Today");
    assertThat(titles(root.page(BOOKS + "?published=week"))).containsExactly("Monday", "Today");
    assertThat(titles(root.page(BOOKS + "?published=year"))).hasSize(3);
    assertThat(titles(root.page(BOOKS + "?published=~none"))).containsExactly("Draft");
    assertThat(titles(root.page(BOOKS + "?_date=2026-03"))).containsExactly("Spring");
    Document years = root.page(BOOKS);
    assertThat(years.select(".dates a").first().text()).isEqualTo("2026");
    assertThat(years.select(".dates a").last().text()).isEqualTo("1999");
  }

  @Test
  void whatTheAddressAsksForInVainIsIgnoredAndSaid() {
    library.book("Zebra", ann);
    for (String bad :
        List.of(
            "binding=WOOD",
            "author=x",
            "author=99999999999999999999",
            "published=never",
            "o=password",
            "o=genres",
            "p=99",
            "p=-1",
            "p=abc",
            "_date=2026-13",
            "_date=0000",
            "user__password__startswith=x")) {
      Document page = root.page(BOOKS + "?" + bad);
      assertThat(titles(page)).as(bad).containsExactly("Zebra");
      assertThat(page.select(".message-warning")).as(bad).hasSize(1);
    }
  }

  @Test
  void columnsSortTheList() {
    library.book("A", bob);
    library.book("B", ann);
    Document page = root.page(BOOKS + "?o=author");
    assertThat(titles(page)).containsExactly("B", "A");
    Element sorted = page.select("th[aria-sort]").first();
    assertThat(sorted.attr("aria-sort")).isEqualTo("ascending");
    assertThat(titles(root.page(sorted.select("a").attr("href")))).containsExactly("A", "B");
  }

  @Test
  void pagesKeepTheFilters() {
    for (int i = 0; i < 25; i++) {
      library.book("Book %02d".formatted(i), ann);
    }
    Document page = root.page(BOOKS + "?binding=HARD&p=2");
    assertThat(titles(page)).hasSize(10).startsWith("Book 10");
    assertThat(page.select("a[rel=next]").attr("href")).contains("binding=HARD").contains("p=3");
    assertThat(page.select("a[rel=prev]").attr("href")).doesNotContain("p=");
    assertThat(page.select("a[aria-current=page]").text()).contains("2");
  }

  @Test
  void anActionRunsOnTheChosenRows() {
    Book first = library.book("One", ann);
    library.book("Two", ann);
    Response done =
        root.post(BOOKS + "?q=o", "action", "shelve", "selected", String.valueOf(first.id));
    assertThat(done.header("Location")).contains(BOOKS + "?q=o");
    assertThat(root.follow(done).select(".message-success").text()).contains("1 books moved.");
    assertThat(library.<Long>call(() -> Book.objects.filter("reference", true).count()))
        .isEqualTo(1);
  }

  @Test
  void anActionRunsOnTheWholeResultAndNotBeyondIt() {
    library.book("One", ann);
    library.book("Two", bob);
    root.post(BOOKS + "?author=" + bob.id, "action", "shelve", "selectAll", "1");
    assertThat(library.<List<Book>>call(() -> Book.objects.filter("reference", true).list()))
        .extracting(book -> book.title)
        .containsExactly("Two");
  }

  @Test
  void anActionRunsOnARelationsResult() {
    Genre crime = library.genre("Crime");
    library.book("One", ann, crime);
    library.book("Two", ann);
    root.post(BOOKS + "?genres=" + crime.id + "&q=o", "action", "shelve", "selectAll", "1");
    assertThat(library.<Long>call(() -> Book.objects.filter("reference", true).count()))
        .isEqualTo(1);
  }

  @Test
  void anActionThatAsksFirstChangesNothingBeforeTheAnswer() {
    Book book = library.book("One", ann);
    library.run(() -> Book.objects.all().update(java.util.Map.of("reference", true)));
    String id = String.valueOf(book.id);
    Document question = Browser.parse(root.post(BOOKS, "action", "unshelve", "selected", id));
    assertThat(question.select("p").text()).contains("Readers may take them home then.");
    assertThat(question.select("input[name=selected]").attr("value")).isEqualTo(id);
    assertThat(library.<Boolean>call(() -> Book.objects.getById(book.id).reference)).isTrue();
    root.post(BOOKS, "action", "unshelve", "selected", id, "confirm", "1");
    assertThat(library.<Boolean>call(() -> Book.objects.getById(book.id).reference)).isFalse();
  }

  @Test
  void anActionWithoutRowsOrOfAnotherNameDoesNothing() {
    library.book("One", ann);
    assertThat(
            root.follow(root.post(BOOKS, "action", "shelve", "selected", "x"))
                .select(".message-warning")
                .text())
        .contains("Choose at least one");
    assertThat(
            root.follow(root.post(BOOKS, "action", "explode", "selectAll", "1"))
                .select(".message-warning")
                .text())
        .contains("Choose an action");
  }

  @Test
  void deletingTheChosenRowsShowsWhatGoesWithThem() {
    library.book("One", ann);
    library.book("Two", ann);
    String id = String.valueOf(ann.id);
    Browser user = root;
    Document question =
        Browser.parse(
            user.post("/admin/library/author/", "action", "delete_selected", "selected", id));
    assertThat(question.select("dl.counts").text()).contains("Author 1").contains("Books 2");
    assertThat(question.select(".tree").text()).contains("Ann Able").contains("One");
    Document after =
        user.follow(
            user.post(
                "/admin/library/author/",
                "action",
                "delete_selected",
                "selected",
                id,
                "confirm",
                "1"));
    assertThat(after.select(".message-success").text()).contains("1 author was deleted.");
    assertThat(library.<Long>call(() -> Book.objects.count())).isZero();
  }

  @Test
  void whoMayOnlyLookSeesNoActionsAndCannotRunThem() {
    library.book("One", ann);
    Browser viewer = library.staff("viewer", "library.view_book");
    Document page = viewer.page(BOOKS);
    assertThat(page.select("input[type=checkbox][name=selected]")).isEmpty();
    assertThat(page.select("[data-add]")).isEmpty();
    viewer.post(BOOKS, "action", "shelve", "selectAll", "1");
    viewer.post(BOOKS, "action", "delete_selected", "selectAll", "1", "confirm", "1");
    assertThat(library.<Boolean>call(() -> Book.objects.get("title", "One").reference)).isFalse();
  }

  @Test
  void textOfRowsIsEscaped() {
    library.book("<script>alert(1)</script>", ann);
    assertThat(root.get(BOOKS).text()).doesNotContain("<script>alert");
  }
}
