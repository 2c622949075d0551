package io.quintet.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.MultiMap;
import io.quintet.core.SiteContext;
import io.quintet.forms.fields.NumberField;
import io.quintet.forms.fields.TextField;
import io.quintet.forms.models.ModelForm;
import io.quintet.forms.shop.Parcel;
import io.quintet.forms.shop.Weight;
import io.quintet.forms.validators.ValidationException;
import io.quintet.orm.DatabaseUrl;
import io.quintet.orm.OrmApp;
import io.quintet.orm.OrmSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fields of an application's own classes, and lists of values. */
class ConvertedFieldTest {
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
  }

  @AfterEach
  void close() {
    site.close();
  }

  private static ModelForm<Parcel> form(Parcel parcel) {
    return ModelForm.of(parcel, "weight", "tare");
  }

  @Test
  void aFormShowsWhatIsStored() {
    Parcel parcel = new Parcel();
    parcel.weight = new Weight(250);
    assertThat(form(parcel).field("weight").html())
        .contains("type=\"number\" name=\"weight\" value=\"250\"");
    assertThat(form(parcel).field("tare").html()).doesNotContain("value=");
  }

  @Test
  void whatWasSentBecomesTheClass() {
    site.run(() -> {
      Parcel parcel = new Parcel();
      ModelForm<Parcel> form = form(parcel);
      form.bind(MultiMap.of("weight", "42", "tare", ""));
      assertThat(form.isValid()).as(form.errors().toString()).isTrue();
      assertThat(parcel.weight).isEqualTo(new Weight(42));
      assertThat(parcel.tare).isNull();
      assertThat(form.changed()).containsExactly("weight");
    });
  }

  @Test
  void rulesAreThoseOfWhatIsStored() {
    site.run(() -> {
      ModelForm<Parcel> form = form(new Parcel());
      form.bind(MultiMap.of("weight", "5001", "tare", "x"));
      assertThat(form.errors().get("weight"))
          .hasToString("[Ensure this value is less than or equal to 5000.]");
      assertThat(form.errors().get("tare")).hasToString("[Enter a whole number.]");
    });
  }

  @Test
  void whatTheConverterRefusesIsNoValue() {
    site.run(() -> {
      ModelForm<Parcel> form = form(new Parcel());
      form.bind(MultiMap.of("weight", "-1"));
      assertThat(form.errors().get("weight")).hasToString("[Enter a valid value.]");
      ModelForm<Parcel> empty = form(new Parcel());
      empty.bind(MultiMap.of());
      assertThat(empty.errors().get("weight")).hasToString("[This field is required.]");
    });
  }

  @Nested
  class Lists {
    private final ListField<Integer> field =
        new ListField<>(NumberField.integer("marks").max(9)).most(3);

    @Test
    void valuesStandBetweenCommas() {
      assertThat(field.clean("1, 2,3")).containsExactly(1, 2, 3);
      assertThat(field.prepare(List.of(1, 2))).isEqualTo("1,2");
      assertThat(new ListField<>(new TextField("tags")).optional().clean("")).isEmpty();
    }

    @Test
    void eachWrongOneIsNamed() {
      assertThatThrownBy(() -> field.clean("1,x,10"))
          .isInstanceOfSatisfying(
              ValidationException.class,
              e ->
                  assertThat(e.violations())
                      .extracting(v -> v.message())
                      .containsExactly(
                          "Item 2 in the array did not validate: Enter a whole number.",
                          "Item 3 in the array did not validate: Ensure this value is less than or equal to 9."));
    }

    @Test
    void moreThanItTakesAreRefused() {
      assertThatThrownBy(() -> field.clean("1,2,3,4"))
          .isInstanceOf(ValidationException.class)
          .hasMessageContaining("List contains 4 items, it should contain no more than 3.");
      assertThatThrownBy(() -> field.clean(",".repeat(1_000_000)))
          .hasMessageContaining("it should contain no more than 3.");
    }
  }
}
