package io.quintet.admin;

import static io.quintet.admin.library.QSlot.slot;
import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.admin.library.Shelf;
import io.quintet.admin.library.Slot;
import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.http.Response;
import io.quintet.orm.Db;
import io.quintet.orm.migrations.Schema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InlineTest {
  private static final String SHELVES = "/admin/library/shelf/";

  @TempDir Path folder;
  private Library library;
  private Shelf shelf;

  /** Shelves in the admin, whose places are edited with them. */
  private record Shelves(Inline<Shelf, Slot> inline) implements App {
    @Override
    public String label() {
      return "shelves";
    }

    @Override
    public void configure(AppConfig config) {
      config.add(Admin.MODELS, ModelAdmin.of(Shelf.class).inline(inline));
    }
  }

  private void open(UnaryOperator<Inline<Shelf, Slot>> change) {
    open(change.apply(Inline.tabular(slot.shelf())));
  }

  private void open(Inline<Shelf, Slot> inline) {
    library = Library.open(folder, new Shelves(inline));
    library.run(() ->
        Db.connection(connection -> {
          Schema.create(connection, Shelf.class, Slot.class);
          return "";
        }));
    shelf = shelf("North");
    place(shelf, 1, "Crime");
    place(shelf, 2, "Comedy");
  }

  @AfterEach
  void close() {
    library.close();
  }

  private Shelf shelf(String name) {
    return library.call(() -> {
      Shelf made = new Shelf();
      made.name = name;
      made.save();
      return made;
    });
  }

  private Slot place(Shelf of, int place, String label) {
    return library.call(() -> {
      Slot made = new Slot();
      made.shelf.set(of);
      made.place = place;
      made.label = label;
      made.save();
      return made;
    });
  }

  private List<String> places() {
    return library.call(() ->
        Slot.objects.all().orderBy("shelf__name", "place").selectRelated("shelf").list().stream()
            .map(each -> each.shelf.get().name + " " + each.place + " " + each.label)
            .toList());
  }

  private String changeUrl() {
    return SHELVES + shelf.id + "/change/";
  }

  /** What a browser sends: the name, and for each place its key, number and label. */
  private static String[] sent(String name, int initial, Object... cells) {
    List<String> all = new ArrayList<>(List.of("name", name));
    all.addAll(List.of("slots-TOTAL_FORMS", String.valueOf(cells.length / 3)));
    all.addAll(List.of("slots-INITIAL_FORMS", String.valueOf(initial)));
    for (int i = 0; i < cells.length; i += 3) {
      String prefix = "slots-" + i / 3 + "-";
      all.addAll(List.of(prefix + "id", cells[i].toString()));
      all.addAll(List.of(prefix + "place", cells[i + 1].toString()));
      all.addAll(List.of(prefix + "label", cells[i + 2].toString()));
    }
    return all.toArray(String[]::new);
  }

  private static String[] and(String[] sent, String... more) {
    List<String> all = new ArrayList<>(List.of(sent));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private List<Long> keys() {
    return library.call(
        () -> Slot.objects.all().orderBy("place").list().stream().map(each -> each.id).toList());
  }

  @Test
  void theRowsStandInATableWithOneMoreToAdd() {
    open(inline -> inline.fields("place", "label"));
    Document page = library.superuser().page(changeUrl());
    assertThat(page.select(".inline h2").text()).isEqualTo("Slots");
    assertThat(page.select(".inline thead th").eachText())
        .containsExactly("Place", "Label optional", "Remove");
    assertThat(page.select(".inline tbody tr")).hasSize(3);
    assertThat(page.select("[name=slots-0-label]").val()).isEqualTo("Crime");
    assertThat(page.select("[name=slots-TOTAL_FORMS]").val()).isEqualTo("3");
    assertThat(page.select("[name=slots-1-DELETE]")).hasSize(1);
    assertThat(page.select("[name=slots-0-shelf]")).isEmpty();
    assertThat(page.select(".inline tbody label[for=id_slots-0-place]").text()).isEqualTo("Place");
    assertThat(page.select("template[data-inline-empty]").html())
        .contains("name=\"slots-__prefix__-place\"");
  }

  @Test
  void theRowsStandInBoxesIfAsked() {
    open(Inline.stacked(slot.shelf()).title("Places").extra(0));
    Document page = library.superuser().page(changeUrl());
    assertThat(page.select(".inline h2").text()).isEqualTo("Places");
    assertThat(page.select("[data-inline-rows] .inline-box h3").eachText())
        .containsExactly("Place 1", "Place 2");
  }

  @Test
  void rowsAreAddedChangedAndRemovedWithTheirShelf() {
    open(inline -> inline);
    List<Long> keys = keys();
    Response response =
        library
            .superuser()
            .post(
                changeUrl(),
                and(
                    sent(
                        "South",
                        2,
                        keys.get(0),
                        1,
                        "Poetry",
                        keys.get(1),
                        2,
                        "Comedy",
                        "",
                        3,
                        "New"),
                    "slots-1-DELETE",
                    "on"));
    assertThat(response.status()).isEqualTo(302);
    assertThat(places()).containsExactly("South 1 Poetry", "South 3 New");
    String message = library.call(() -> Journal.of(shelf).list().getFirst().changeMessage);
    assertThat(ChangeMessage.text(message))
        .isEqualTo(
            "Changed Name. Added slot “Place 3”. Changed Label of slot “Place 1”. Deleted slot"
                + " “Place 2”.");
  }

  @Test
  void aNewShelfIsAddedWithItsPlaces() {
    open(inline -> inline);
    Response response =
        library.superuser().post(SHELVES + "add/", sent("East", 0, "", 7, "Maps", "", "", ""));
    assertThat(response.status()).isEqualTo(302);
    assertThat(places()).startsWith("East 7 Maps");
  }

  @Test
  void anErrorInARowKeepsEverythingFromBeingSaved() {
    open(inline -> inline);
    List<Long> keys = keys();
    Response response =
        library
            .superuser()
            .post(
                changeUrl(),
                sent("South", 2, keys.get(0), 0, "Crime", keys.get(1), 2, "Comedy", "", 2, "Two"));
    Document page = Browser.parse(response);
    assertThat(response.status()).isEqualTo(200);
    assertThat(page.select(".note-bad").text()).startsWith("Not saved.");
    assertThat(page.select("#id_slots-0-place_error").text())
        .isEqualTo("Ensure this value is greater than or equal to 1.");
    assertThat(page.select("[name=slots-0-place]").attr("aria-invalid")).isEqualTo("true");
    assertThat(page.select(".inline tbody tr:nth-child(3) .field-errors").text())
        .isEqualTo("Slot with this Shelf and Place already exists.");
    assertThat(places()).containsExactly("North 1 Crime", "North 2 Comedy");
  }

  @Test
  void rowsOfAnotherShelfAreOutOfReach() {
    open(inline -> inline);
    Slot other = place(shelf("South"), 5, "Theirs");
    Response response =
        library.superuser().post(changeUrl(), sent("North", 1, other.id, 6, "Mine"));
    assertThat(response.status()).isEqualTo(200);
    assertThat(places()).contains("South 5 Theirs");
  }

  @Test
  void howManyRowsThereAreIsLimited() {
    open(inline -> inline.max(2));
    List<Long> keys = keys();
    Browser root = library.superuser();
    assertThat(root.page(changeUrl()).select("template[data-inline-empty]")).isEmpty();
    Response response =
        root.post(
            changeUrl(), sent("North", 2, keys.get(0), 1, "A", keys.get(1), 2, "B", "", 3, "C"));
    assertThat(Browser.parse(response).select(".inline-errors").text())
        .isEqualTo("Please submit at most 2 forms.");
    assertThat(places()).hasSize(2);
  }

  @Test
  void whoMayOnlyViewTheRowsSeesThemAsText() {
    open(inline -> inline.fields("place", "label"));
    Browser ann = library.staff("ann", "library.change_shelf", "library.view_slot");
    Document page = ann.page(changeUrl());
    assertThat(page.select(".inline tbody td").eachText())
        .containsExactly("1", "Crime", "2", "Comedy");
    assertThat(page.select("[name^=slots-]")).isEmpty();
    List<Long> keys = keys();
    ann.post(changeUrl(), sent("South", 2, keys.get(0), 9, "X", keys.get(1), 8, "Y"));
    assertThat(places()).containsExactly("South 1 Crime", "South 2 Comedy");
  }

  @Test
  void whoMayNeitherAddNorRemoveIsNotOfferedIt() {
    open(inline -> inline);
    Browser ann = library.staff("ann", "library.change_shelf", "library.change_slot");
    Document page = ann.page(changeUrl());
    assertThat(page.select(".inline tbody tr")).hasSize(2);
    assertThat(page.select("[name=slots-0-DELETE], template")).isEmpty();
    List<Long> keys = keys();
    ann.post(
        changeUrl(),
        and(
            sent("North", 2, keys.get(0), 1, "Changed", keys.get(1), 2, "Comedy", "", 3, "New"),
            "slots-1-DELETE",
            "on"));
    assertThat(places()).containsExactly("North 1 Changed", "North 2 Comedy");
  }

  @Test
  void whoMayOnlyAddSeesNoStoredRowsToChange() {
    open(inline -> inline);
    Browser ann = library.staff("ann", "library.change_shelf", "library.add_slot");
    Document page = ann.page(changeUrl());
    assertThat(page.select(".inline tbody tr")).hasSize(1);
    List<Long> keys = keys();
    assertThat(ann.post(changeUrl(), sent("North", 1, keys.get(0), 9, "X")).status())
        .isEqualTo(200);
    assertThat(ann.post(changeUrl(), sent("North", 0, "", 3, "New")).status()).isEqualTo(302);
    assertThat(places()).containsExactly("North 1 Crime", "North 2 Comedy", "North 3 New");
  }

  @Test
  void whoHasNoRightOnTheRowsDoesNotSeeThem() {
    open(inline -> inline);
    Browser ann = library.staff("ann", "library.change_shelf");
    assertThat(ann.page(changeUrl()).select(".inline")).isEmpty();
  }
}
