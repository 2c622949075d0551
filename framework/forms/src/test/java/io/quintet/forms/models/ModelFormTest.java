package io.quintet.forms.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.MultiMap;
import io.quintet.core.SiteContext;
import io.quintet.forms.shop.Item;
import io.quintet.forms.shop.Label;
import io.quintet.forms.shop.Maker;
import io.quintet.forms.shop.Notice;
import io.quintet.forms.validators.ValidationException;
import io.quintet.orm.DatabaseUrl;
import io.quintet.orm.Db;
import io.quintet.orm.OrmApp;
import io.quintet.orm.OrmSettings;
import io.quintet.orm.migrations.Schema;
import io.quintet.storage.StorageApp;
import io.quintet.storage.Storages;
import io.quintet.storage.UploadedFile;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFormTest {
  private static final byte[] PIXEL =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  @TempDir Path folder;
  private SiteContext site;

  @BeforeEach
  void openDatabase() {
    site =
        SiteContext.builder("test")
            .baseDir(folder)
            .apps(new OrmApp(), new StorageApp())
            .env(Map.of())
            .set(OrmSettings.DATABASE_URL, new DatabaseUrl.Sqlite("test.sqlite3"))
            .clock(Clock.fixed(Instant.parse("2026-03-15T12:00:00Z"), ZoneOffset.UTC))
            .replace(Storages.SERVICE, Storages::inMemory)
            .build();
    site.run(() ->
        Db.connection(connection -> {
          Schema.create(connection, Maker.class, Label.class, Item.class, Notice.class);
          return null;
        }));
  }

  @AfterEach
  void close() {
    site.close();
  }

  private static Maker maker(String name) {
    Maker maker = new Maker(name);
    maker.save();
    return maker;
  }

  private static MultiMap sent(Maker maker) {
    return MultiMap.of(
        "title",
        "Lamp",
        "slug",
        "lamp",
        "maker",
        String.valueOf(maker.id),
        "stock",
        "SOLD_OUT",
        "pieces",
        "3",
        "price",
        "19.90");
  }

  @Test
  void createsAnEntityFromWhatWasSent() {
    site.run(() -> {
      Label red = new Label("red");
      red.save();
      ItemForm form = new ItemForm(new Item());
      form.bind(sent(maker("Ann")).with("labels", String.valueOf(red.id)));
      assertThat(form.errors()).isEmpty();
      Item saved = form.save();
      Item read = Item.objects.getById(saved.id);
      assertThat(read.title).isEqualTo("Lamp");
      assertThat(read.maker.get().name).isEqualTo("Ann");
      assertThat(read.stock).isEqualTo(Item.Stock.SOLD_OUT);
      assertThat(read.pieces).isEqualTo(3);
      assertThat(read.price).isEqualByComparingTo(new BigDecimal("19.90"));
      assertThat(read.since).isNull();
      assertThat(read.labels.list()).containsExactly(red);
    });
  }

  @Test
  void onlyListedFieldsAreSetWhateverIsSent() {
    site.run(() -> {
      Item item = new Item();
      ItemForm form = new ItemForm(item);
      form.bind(sent(maker("Ann")).with("views", "999").with("body", "x").with("id", "7"));
      form.save();
      assertThat(item.views).isZero();
      assertThat(item.body).isEmpty();
      assertThat(Item.objects.count()).isEqualTo(1);
    });
  }

  @Test
  void showsTheValuesOfASavedEntity() {
    site.run(() -> {
      Maker ann = maker("Ann");
      ItemForm creating = new ItemForm(new Item());
      creating.bind(sent(ann));
      ItemForm form = new ItemForm(creating.save());
      assertThat(form.field("title").html()).contains("value=\"Lamp\"");
      assertThat(form.field("maker").html())
          .contains("<option value=\"" + ann.id + "\" selected>Ann</option>");
      assertThat(form.field("stock").html())
          .contains("<option value=\"SOLD_OUT\" selected>Sold out</option>");
      form.bind(sent(ann));
      assertThat(form.changed()).isEmpty();
    });
  }

  @Test
  void aNewEntityShowsItsDefaultsAndNothingElse() {
    site.run(() -> {
      ItemForm form = new ItemForm(new Item());
      assertThat(form.field("pieces").html()).contains("value=\"1\"").contains("min=\"1\"");
      assertThat(form.field("stock").value()).isEqualTo("IN_STOCK");
      assertThat(form.field("price").value()).isNull();
    });
  }

  @Test
  void takesLabelHelpAndLimitsFromTheModel() {
    site.run(() -> {
      ItemForm form = new ItemForm(new Item());
      assertThat(form.field("title").labelTag().value())
          .isEqualTo("<label for=\"id_title\">Name of the item:</label>");
      assertThat(form.field("title").html()).contains("maxlength=\"60\"");
      assertThat(form.field("slug").help()).asString().isEqualTo("The end of its address.");
      assertThat(form.field("price").html()).contains("step=\"0.01\"");
      form.bind(sent(maker("Ann")).with("pieces", "0").with("price", "1.234"));
      assertThat(form.errors()).containsOnlyKeys("pieces", "price");
    });
  }

  @Test
  void refusesAValueThatAnotherRowHas() {
    site.run(() -> {
      Maker ann = maker("Ann");
      ItemForm first = new ItemForm(new Item());
      first.bind(sent(ann));
      Item saved = first.save();
      ItemForm second = new ItemForm(new Item());
      second.bind(sent(ann));
      assertThat(second.errors().get("slug"))
          .containsExactly("Item with this Slug already exists.");
      assertThat(second.nonFieldErrors())
          .containsExactly("Item with this Maker and Title already exists.");
      ItemForm itself = new ItemForm(saved);
      itself.bind(sent(ann).with("pieces", "9"));
      assertThat(itself.isValid()).isTrue();
    });
  }

  @Test
  void aRelationAcceptsOnlyTheRowsThatAreOffered() {
    site.run(() -> {
      Maker closed = maker("Bob");
      closed.open = false;
      closed.save();
      ItemForm form = new ItemForm(new Item());
      form.bind(sent(closed));
      assertThat(form.errors().get("maker").hasCode("invalid_choice")).isTrue();
      assertThat(form.field("maker").html()).doesNotContain("Bob");
    });
  }

  @Test
  void theModelHasItsSay() {
    site.run(() -> {
      ItemForm form = new ItemForm(new Item());
      form.bind(sent(maker("Ann")).with("featured", "on"));
      assertThat(form.errors().get("featured"))
          .containsExactly("What is sold out cannot be featured.");
    });
  }

  @Test
  void anUncheckedBoxIsFalse() {
    site.run(() -> {
      ItemForm form = new ItemForm(new Item());
      form.bind(sent(maker("Ann")).with("featured", "on").with("stock", "IN_STOCK"));
      Item item = form.save();
      assertThat(item.featured).isTrue();
      ItemForm again = new ItemForm(item);
      again.bind(sent(item.maker.get()));
      assertThat(again.save().featured).isFalse();
    });
  }

  @Nested
  class Files {
    private ItemForm with(Item item, Maker maker, UploadedFile picture) {
      ItemForm form = new ItemForm(item);
      form.bind(
          sent(maker), name -> name.equals("picture") ? List.of(picture) : List.<UploadedFile>of());
      return form;
    }

    @Test
    void areStoredWhenTheFormIsSaved() {
      site.run(() -> {
        Maker ann = maker("Ann");
        Item item = with(new Item(), ann, UploadedFile.of("a.png", "image/png", PIXEL)).save();
        assertThat(item.picture).isNotNull();
        assertThat(item.picture.name()).startsWith("items/").endsWith("/a.png");
        assertThat(item.picture.size()).isEqualTo(PIXEL.length);
        ItemForm kept = new ItemForm(item);
        kept.bind(sent(ann));
        assertThat(kept.save().picture).isEqualTo(item.picture);
        assertThat(kept.field("picture").html()).contains("Currently:").contains("a.png");
      });
    }

    @Test
    void canBeRemoved() {
      site.run(() -> {
        Maker ann = maker("Ann");
        Item item = with(new Item(), ann, UploadedFile.of("a.png", "image/png", PIXEL)).save();
        ItemForm form = new ItemForm(item);
        form.bind(sent(ann).with("picture-clear", "on"));
        assertThat(form.save().picture).isNull();
      });
    }

    @Test
    void areNotLeftBehindWhenTheRowIsRefused() {
      site.run(() -> {
        Maker ann = maker("Ann");
        ItemForm late = with(new Item(), ann, UploadedFile.of("b.png", "image/png", PIXEL));
        assertThat(late.isValid()).isTrue();
        ItemForm faster = new ItemForm(new Item());
        faster.bind(sent(ann).with("title", "Another"));
        faster.save();
        assertThatThrownBy(late::save).isInstanceOf(ValidationException.class);
        assertThat(late.errors().get("slug"))
            .containsExactly("Item with this Slug already exists.");
        assertThat(Storages.current().publicFiles().list("items/2026/")).isEmpty();
      });
    }
  }

  @Test
  void aVersionThatIsSentAlongFindsChangesMadeWhileTheFormWasOpen() {
    site.run(() -> {
      Notice notice = Notice.objects.create(new Notice());
      ModelForm<Notice> shown = ModelForm.of(notice, "text", "version");
      assertThat(shown.field("version").html().toString())
          .contains("type=\"hidden\"", "value=\"0\"");
      Notice theirs = Notice.objects.getById(notice.id);
      theirs.text = "theirs";
      theirs.save();
      ModelForm<Notice> sent = ModelForm.of(Notice.objects.getById(notice.id), "text", "version");
      sent.bind(MultiMap.of("text", "mine", "version", "0"));
      assertThatThrownBy(sent::save).isInstanceOf(ValidationException.class);
      assertThat(sent.nonFieldErrors())
          .containsExactly(
              "This was changed by someone else in the meantime. Load it again and make your change anew.");
    });
  }

  @Nested
  class Failures {
    @Test
    void whenAFieldIsListedThatTheModelDoesNotHave() {
      assertThatThrownBy(() -> ModelForm.of(new Item(), "titel"))
          .hasMessageContaining("shop.Item has no field \"titel\"");
    }

    @Test
    void whenAFieldIsListedThatMustNotBeEdited() {
      assertThatThrownBy(() -> ModelForm.of(new Item(), "views"))
          .hasMessage(
              "shop.Item.views is not editable, so a form cannot list it; set it in the instance"
                  + " instead");
    }

    @Test
    void whenAnInvalidFormIsSaved() {
      site.run(() -> {
        ItemForm form = new ItemForm(new Item());
        form.bind(sent(maker("Ann")).with("title"));
        assertThatThrownBy(form::save)
            .hasMessage(
                "The form is not valid, so it cannot be saved: {title=[This field is"
                    + " required.]}");
      });
    }
  }
}
