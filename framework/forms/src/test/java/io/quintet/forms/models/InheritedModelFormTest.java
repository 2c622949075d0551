package io.quintet.forms.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.MultiMap;
import io.quintet.core.SiteContext;
import io.quintet.forms.shop.Maker;
import io.quintet.forms.shop.Studio;
import io.quintet.orm.DatabaseUrl;
import io.quintet.orm.Db;
import io.quintet.orm.OrmApp;
import io.quintet.orm.OrmSettings;
import io.quintet.orm.migrations.Schema;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A form of a model that extends a model. */
class InheritedModelFormTest {
  private static final String[] FIELDS = {"name", "open", "street", "desks"};

  @TempDir Path folder;
  private SiteContext site;

  @BeforeEach
  void openDatabase() {
    site =
        SiteContext.builder("test")
            .baseDir(folder)
            .apps(new OrmApp())
            .env(Map.of())
            .set(OrmSettings.DATABASE_URL, new DatabaseUrl.Sqlite("test.sqlite3"))
            .build();
    site.run(() ->
        Db.connection(connection -> {
          Schema.create(connection, Maker.class, Studio.class);
          return true;
        }));
  }

  @AfterEach
  void close() {
    site.close();
  }

  private static ModelForm<Studio> sent(Studio studio, String name, String street) {
    ModelForm<Studio> form = ModelForm.of(studio, FIELDS);
    form.bind(MultiMap.of("name", name, "open", "on", "street", street, "desks", "4"));
    return form;
  }

  @Test
  void theFieldsOfAllTablesAreEdited() {
    site.run(() -> {
      Studio made = sent(new Studio(), "Ann", "Mill Lane").save();
      assertThat(Maker.objects.get().name).isEqualTo("Ann");
      Studio read = Studio.objects.getById(made.id);
      assertThat(read.desks).isEqualTo(4);
      ModelForm<Studio> form = ModelForm.of(read, FIELDS);
      assertThat(form.field("name").html()).contains("value=\"Ann\"");
      sent(read, "Bob", "Mill Lane").save();
      assertThat(Studio.objects.get().name).isEqualTo("Bob");
      assertThat(Maker.objects.count()).isEqualTo(1);
      ModelForm<Studio> twice = sent(new Studio(), "Cid", "Mill Lane");
      assertThat(twice.errors().toString()).contains("Studio with this Street already exists.");
    });
  }

  @Test
  void theLinkToTheParentIsNoFieldOfAForm() {
    site.run(() ->
        assertThatThrownBy(() -> ModelForm.of(new Studio(), "makerPtr"))
            .hasMessage(
                "shop.Studio.makerPtr is not editable, so a form cannot list it; set it in the instance instead"));
  }
}
