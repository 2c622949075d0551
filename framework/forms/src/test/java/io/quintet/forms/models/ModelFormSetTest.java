package io.quintet.forms.models;

import static io.quintet.forms.models.Shop.item;
import static io.quintet.forms.models.Shop.line;
import static io.quintet.forms.models.Shop.maker;
import static io.quintet.forms.models.Shop.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.MultiMap;
import io.quintet.core.SiteContext;
import io.quintet.forms.sets.FormSetOptions;
import io.quintet.forms.shop.Item;
import io.quintet.forms.shop.Maker;
import io.quintet.forms.shop.QItem;
import io.quintet.forms.validators.ValidationException;
import io.quintet.orm.Db;
import io.quintet.storage.Storages;
import io.quintet.storage.UploadedFile;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFormSetTest {
  private static final FormSetOptions OPTIONS =
      FormSetOptions.of().prefix("items").canDelete().extra(1);

  @TempDir Path folder;
  private SiteContext site;

  @BeforeEach
  void openShop() {
    site = Shop.open(folder);
  }

  @AfterEach
  void closeShop() {
    site.close();
  }

  /** Items of one maker; new ones get the same. */
  private static final class Items extends ModelFormSet<Item, LineForm> {
    private final Maker maker;

    Items(Maker maker, FormSetOptions options) {
      super(Item.objects.filter("maker", maker), LineForm::new, options);
      this.maker = maker;
    }

    @Override
    protected Item create() {
      Item item = super.create();
      item.maker.set(maker);
      return item;
    }
  }

  private static List<String> titles() {
    return Item.objects.all().orderBy("title").list().stream().map(item -> item.title).toList();
  }

  @Test
  void showsEachRowWithItsKeyAndOneFormToAdd() {
    site.run(() -> {
      Maker ann = maker("Ann");
      Item lamp = item(ann, "Lamp");
      item(maker("Bob"), "Sofa");
      Items items = new Items(ann, OPTIONS);
      assertThat(items.forms()).hasSize(2);
      assertThat(items.html())
          .contains(
              "<input type=\"hidden\" name=\"items-0-id\" value=\"%d\" id=\"id_items-0-id\">"
                  .formatted(lamp.id))
          .contains("name=\"items-0-title\" value=\"Lamp\"")
          .contains("<input type=\"hidden\" name=\"items-1-id\" id=\"id_items-1-id\">")
          .doesNotContain("Sofa");
    });
  }

  @Test
  void changesAddsAndRemovesRowsInOneGo() {
    site.run(() -> {
      Maker ann = maker("Ann");
      Item lamp = item(ann, "Lamp");
      Item chair = item(ann, "Chair");
      Item table = item(ann, "Table");
      MultiMap sent = sent(4, 3, "1-DELETE", "on");
      sent = line(sent, 0, lamp.id, "Lantern", "2");
      sent = line(sent, 1, chair.id, "", "");
      sent = line(sent, 2, table.id, "Table", "1");
      sent = line(sent, 3, "", "Bench", "4");
      Items items = new Items(ann, OPTIONS);
      items.bind(sent);
      assertThat(items.errors()).allMatch(java.util.Map::isEmpty);
      List<Item> saved = items.save();
      assertThat(titles()).containsExactly("Bench", "Lantern", "Table");
      assertThat(saved).hasSize(2).containsAll(items.changedRows()).containsAll(items.added());
      assertThat(items.changedRows()).containsExactly(lamp);
      assertThat(items.deleted()).hasSize(1);
      assertThat(Item.objects.get("title", "Bench").maker.get()).isEqualTo(ann);
    });
  }

  @Test
  void asksForAllRowsThatWereSentAtOnce() {
    site.run(() -> {
      Maker ann = maker("Ann");
      MultiMap sent = sent(3, 3);
      for (int i = 0; i < 3; i++) {
        sent = line(sent, i, item(ann, "Item" + i).id, "Item" + i, "1");
      }
      Items items = new Items(ann, OPTIONS);
      items.bind(sent);
      var recorded = Db.recordQueries(items::forms);
      assertThat(recorded.count()).isEqualTo(1);
    });
  }

  @Test
  void aRowOutsideTheQueryCannotBeChanged() {
    site.run(() -> {
      Item sofa = item(maker("Bob"), "Sofa");
      for (String key : List.of(String.valueOf(sofa.id), "999", "x", "9".repeat(300))) {
        Items items = new Items(maker("Ann"), OPTIONS);
        items.bind(line(sent(1, 1), 0, key, "Mine", "1"));
        assertThat(items.isValid()).isFalse();
        assertThat(items.forms().getFirst().field("id").errors())
            .containsExactly(
                "Select a valid choice. That choice is not one of the available choices.");
      }
    });
  }

  @Test
  void aRowOutsideTheQueryCannotBeRemoved() {
    site.run(() -> {
      Item sofa = item(maker("Bob"), "Sofa");
      Items items = new Items(maker("Ann"), OPTIONS);
      items.bind(line(sent(1, 1, "0-DELETE", "on"), 0, sofa.id, "Sofa", "1"));
      items.save();
      assertThat(items.deleted()).isEmpty();
      assertThat(titles()).containsExactly("Sofa");
    });
  }

  @Test
  void theSameRowTwiceIsRefused() {
    site.run(() -> {
      Maker ann = maker("Ann");
      Item lamp = item(ann, "Lamp");
      Items items = new Items(ann, OPTIONS);
      items.bind(line(line(sent(2, 2), 0, lamp.id, "Lamp", "1"), 1, lamp.id, "Other", "1"));
      assertThat(items.isValid()).isFalse();
      assertThat(items.errors().get(0)).isEmpty();
      assertThat(items.errors().get(1)).containsOnlyKeys("id");
    });
  }

  @Test
  void aFormToAddTakesNoKey() {
    site.run(() -> {
      Maker ann = maker("Ann");
      Item lamp = item(ann, "Lamp");
      Items items = new Items(ann, OPTIONS);
      items.bind(line(sent(1, 0), 0, lamp.id, "Stolen", "1"));
      assertThat(items.isValid()).isFalse();
      assertThat(items.errors().getFirst()).containsOnlyKeys("id");
    });
  }

  @Test
  void valuesThatMustBeUniqueAreComparedAmongTheForms() {
    site.run(() -> {
      Maker ann = maker("Ann");
      Items items = new Items(ann, OPTIONS);
      items.bind(line(line(sent(2, 0), 0, "", "Lamp", "1"), 1, "", "Lamp", "2"));
      assertThat(items.isValid()).isFalse();
      assertThat(items.nonFormErrors())
          .containsExactly("Please correct the duplicate data for slug.");
      assertThat(items.forms().get(0).nonFieldErrors()).isEmpty();
      assertThat(items.forms().get(1).nonFieldErrors())
          .containsExactly("Please correct the duplicate values below.");
    });
  }

  @Test
  void aRowThatIsRemovedMakesRoomAmongTheForms() {
    site.run(() -> {
      Maker ann = maker("Ann");
      Item lamp = item(ann, "Lamp");
      Item chair = item(ann, "Chair");
      Items items = new Items(ann, OPTIONS);
      MultiMap sent = line(sent(2, 2, "0-DELETE", "on"), 0, lamp.id, "Chair", "1");
      items.bind(line(sent, 1, chair.id, "Chair", "3"));
      assertThat(items.isValid()).isTrue();
      items.save();
      assertThat(titles()).containsExactly("Chair");
    });
  }

  @Test
  void whatFailsWhileSavingLeavesNothingBehind() {
    site.run(() -> {
      Maker ann = maker("Ann");
      byte[] pixel =
          Base64.getDecoder()
              .decode(
                  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
      UploadedFile picture = UploadedFile.of("a.png", "image/png", pixel);
      Items items = new Items(ann, OPTIONS);
      items.bind(
          line(line(sent(2, 0), 0, "", "Lamp", "1"), 1, "", "Sofa", "1"),
          name -> name.equals("items-0-picture") ? List.of(picture) : List.of());
      assertThat(items.isValid()).isTrue();
      item(maker("Bob"), "Sofa"); // someone else was faster
      assertThatThrownBy(items::save).isInstanceOf(ValidationException.class);
      assertThat(titles()).containsExactly("Sofa");
      assertThat(items.forms().get(1).errors()).containsKey("slug");
      assertThat(Storages.current().get("default").list("items")).isEmpty();
    });
  }

  @Test
  void onlyRowsThatWereChangedAreWritten() {
    site.run(() -> {
      Maker ann = maker("Ann");
      MultiMap sent = sent(2, 2);
      sent = line(sent, 0, item(ann, "Lamp").id, "Lamp", "1");
      sent = line(sent, 1, item(ann, "Sofa").id, "Sofa", "7");
      Items items = new Items(ann, OPTIONS);
      items.bind(sent);
      assertThat(items.save()).hasSize(1);
      assertThat(items.changedRows().getFirst().pieces).isEqualTo(7);
    });
  }

  @Test
  void whatWasNotValidatedIsNotSaved() {
    site.run(() -> {
      Items items = new Items(maker("Ann"), OPTIONS);
      items.bind(line(sent(1, 0), 0, "", "Lamp", "none"));
      assertThatThrownBy(items::save)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("The form set is not valid")
          .hasMessageContaining("Enter a whole number.");
      assertThat(Item.objects.all().count()).isZero();
    });
  }

  @Test
  void withoutAClassItEditsTheRowsOfAQuery() {
    site.run(() -> {
      Item lamp = item(maker("Ann"), "Lamp");
      ModelFormSet<Item, LineForm> items =
          ModelFormSet.of(
              Item.objects.filter(QItem.item.pieces.eq(1)),
              LineForm::new,
              FormSetOptions.of().prefix("items").editOnly());
      assertThat(items.forms()).hasSize(1);
      items.bind(line(sent(1, 1), 0, lamp.id, "Lantern", "1"));
      items.save();
      assertThat(titles()).containsExactly("Lantern");
    });
  }
}
