package io.quintet.forms.models;

import static io.quintet.forms.models.Shop.item;
import static io.quintet.forms.models.Shop.line;
import static io.quintet.forms.models.Shop.maker;
import static io.quintet.forms.models.Shop.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.SiteContext;
import io.quintet.forms.sets.FormSetOptions;
import io.quintet.forms.shop.Item;
import io.quintet.forms.shop.Maker;
import io.quintet.forms.shop.QItem;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InlineFormSetTest {
  private static final FormSetOptions OPTIONS = FormSetOptions.of().canDelete();

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

  private static InlineFormSet<Maker, Item, ItemForm> items(Maker maker) {
    return InlineFormSet.of(maker, QItem.item.maker(), ItemForm::new, OPTIONS);
  }

  private static InlineFormSet<Maker, Item, LineForm> lines(Maker maker) {
    return InlineFormSet.of(maker, QItem.item.maker(), LineForm::new, OPTIONS);
  }

  @Test
  void showsTheRowsOfOneRowAndNotTheRelation() {
    site.run(() -> {
      Maker ann = maker("Ann");
      item(ann, "Lamp");
      item(maker("Bob"), "Sofa");
      InlineFormSet<Maker, Item, ItemForm> set = items(ann);
      assertThat(set.prefix()).isEqualTo("items");
      assertThat(set.forms()).hasSize(2);
      assertThat(set.forms()).noneMatch(form -> form.has("maker"));
      assertThat(set.forms().getFirst().instance().maker.isLoaded()).isTrue();
    });
  }

  @Test
  void newRowsBelongToItWhateverIsSent() {
    site.run(() -> {
      Maker ann = maker("Ann");
      Maker bob = maker("Bob");
      var set = items(ann);
      set.bind(
          line(
              sent(1, 0, "0-maker", String.valueOf(bob.id), "0-stock", "IN_STOCK"),
              0,
              "",
              "Lamp",
              "1"));
      assertThat(set.errors().getFirst()).isEmpty();
      set.save();
      assertThat(Item.objects.get("title", "Lamp").maker.get()).isEqualTo(ann);
    });
  }

  @Test
  void isSavedAfterARowThatIsNewItself() {
    site.run(() -> {
      Maker cleo = new Maker("Cleo");
      var set = lines(cleo);
      assertThat(set.forms()).hasSize(1);
      set.bind(line(sent(1, 0), 0, "", "Lamp", "1"));
      assertThat(set.isValid()).isTrue();
      assertThatThrownBy(set::save)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("Save the maker first: the rows of this form set belong to it.");
      cleo.save();
      set.save();
      assertThat(Item.objects.get("title", "Lamp").maker.id()).isEqualTo(cleo.id);
    });
  }

  @Test
  void rowsOfOthersAreOutOfReach() {
    site.run(() -> {
      Item sofa = item(maker("Bob"), "Sofa");
      var set = lines(maker("Ann"));
      set.bind(line(sent(1, 1), 0, sofa.id, "Mine", "1"));
      assertThat(set.isValid()).isFalse();
      assertThat(set.errors().getFirst()).containsOnlyKeys("id");
    });
  }

  @Test
  void whatIsUniqueWithinItIsComparedWithStoredRowsAndAmongForms() {
    site.run(() -> {
      Maker ann = maker("Ann");
      item(ann, "Lamp");
      var set = lines(ann);
      set.bind(line(sent(1, 0, "0-slug", "x"), 0, "", "Lamp", "1").with("items-0-slug", "other"));
      assertThat(set.forms().getFirst().nonFieldErrors())
          .containsExactly("Item with this Maker and Title already exists.");
      var twice = lines(maker("Bob"));
      twice.bind(
          line(line(sent(2, 0), 0, "", "Sofa", "1"), 1, "", "Sofa", "1")
              .with("items-1-slug", "second"));
      assertThat(twice.isValid()).isFalse();
      assertThat(twice.nonFormErrors())
          .containsExactly("Please correct the duplicate data for title.");
    });
  }

  @Test
  void aPathThatIsNoRelationToOneRowIsAnError() {
    assertThatThrownBy(() ->
            InlineFormSet.of(
                new io.quintet.forms.shop.Label(), QItem.item.labels(), LineForm::new, OPTIONS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("An inline form set needs a relation of shop.Item to one row, not \"labels\".");
    assertThatThrownBy(() -> InlineFormSet.of(new Item(), QItem.item, LineForm::new, OPTIONS))
        .hasMessageEndingWith("to one row, not \"\".");
  }
}
