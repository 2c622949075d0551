package io.quintet.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.MultiMap;
import io.quintet.forms.BookingForm.Track;
import io.quintet.forms.widgets.Widgets;
import io.quintet.storage.UploadedFile;
import io.quintet.templates.TemplateObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FormTest {
  private static final MultiMap COMPLETE =
      MultiMap.of(
          "name", " Ann ", "email", "ann@example.com", "day", "2026-12-01", "track", "DATA");

  private final BookingForm form = new BookingForm();

  @Test
  void givesTypedValuesOnceItIsValid() {
    form.bind(COMPLETE);
    assertThat(form.isValid()).isTrue();
    assertThat(form.name.value()).isEqualTo("Ann");
    assertThat(form.day.value()).isEqualTo(LocalDate.of(2026, 12, 1));
    assertThat(form.track.value()).isEqualTo(Track.DATA);
    assertThat(form.guests.orElse(1)).isEqualTo(1);
    assertThat(form.note.value()).isEmpty();
  }

  @Test
  void collectsTheErrorsOfAllFields() {
    form.bind(COMPLETE.with("name").with("guests", "9").with("track", "COOKING"));
    assertThat(form.isValid()).isFalse();
    assertThat(form.errors()).containsOnlyKeys("name", "track", "guests");
    assertThat(form.name.errors()).containsExactly("This field is required.");
    assertThat(form.guests.errors())
        .containsExactly("Ensure this value is less than or equal to 5.");
    assertThat(form.track.errors().hasCode("invalid_choice")).isTrue();
  }

  @Test
  void cleanLooksAtSeveralFieldsAndAtTheFormAsAWhole() {
    form.bind(COMPLETE.with("day", "2026-12-06").with("email", "Ann@test.example.com"));
    assertThat(form.day.errors()).containsExactly("We are closed on Sundays.");
    assertThat(form.nonFieldErrors()).containsExactly("Testers book elsewhere.");
    assertThat(form.values()).doesNotContainKey("day").containsKey("email");
  }

  @Test
  void keepsWhatWasTypedWhenItIsShownAgain() {
    form.bind(COMPLETE.with("email", "<not an address>").with("track", "FULL_STACK"));
    assertThat(form.field("email").html())
        .isEqualTo(
            "<input type=\"email\" name=\"email\" value=\"&lt;not an address&gt;\""
                + " maxlength=\"320\" required aria-invalid=\"true\""
                + " aria-describedby=\"id_email_helptext id_email_error\" id=\"id_email\">");
    assertThat(form.field("track").html())
        .contains("<option value=\"FULL_STACK\" selected>Full stack</option>");
  }

  @Test
  void tiesLabelHelpAndErrorsToTheInput() {
    form.bind(COMPLETE.with("email"));
    assertThat(form.field("email").row().value())
        .contains("<label for=\"id_email\">Email:</label>")
        .contains("<div class=\"helptext\" id=\"id_email_helptext\">We never share it.</div>")
        .contains(
            "<ul class=\"errorlist\" id=\"id_email_error\"><li>This field is required.</li></ul>");
  }

  @Test
  void anUnboundFormShowsItsInitialValuesAndNoErrors() {
    form.initial(Map.of("name", "Ann", "day", LocalDate.of(2026, 12, 1)));
    assertThat(form.isValid()).isFalse();
    assertThat(form.errors()).isEmpty();
    assertThat(form.asP().value())
        .contains("value=\"Ann\"")
        .contains("type=\"date\" name=\"day\" value=\"2026-12-01\"");
  }

  @Test
  void knowsWhatWasChanged() {
    form.initial(Map.of("name", "Ann", "email", "ann@example.com", "track", Track.DATA));
    form.bind(COMPLETE);
    assertThat(form.changed()).containsExactly("day");
  }

  @Test
  void aPrefixKeepsTwoFormsApart() {
    form.prefix("first").bind(MultiMap.of("first-name", "Ann"));
    assertThat(form.name.value()).isEqualTo("Ann");
    assertThat(form.field("name").html()).contains("name=\"first-name\"").contains("id_first-name");
  }

  @Test
  void templatesReachFieldsByName() {
    form.bind(COMPLETE.with("name"));
    assertThat(form.property("name")).isSameAs(form.field("name"));
    assertThat(((TemplateObject) form.field("name")).property("errors"))
        .asString()
        .contains("required");
    assertThat(form.property("no_such_thing")).isSameAs(TemplateObject.ABSENT);
  }

  @Test
  void aDisabledFieldIgnoresWhatWasSent() {
    Form fixed =
        new Form() {
          {
            text("plan").disabled().initial("free");
          }
        };
    fixed.bind(MultiMap.of("plan", "gold"));
    assertThat(fixed.values()).containsEntry("plan", "free");
  }

  @Test
  void textFromOutsideIsAlwaysEscaped() {
    form.bind(MultiMap.of("name", "\"><script>alert(1)</script>", "track", "'><b>"));
    assertThat(form.html()).doesNotContain("<script>").doesNotContain("<b>");
  }

  @Test
  void aPasswordIsNotSentBack() {
    Form login =
        new Form() {
          {
            password("secret");
          }
        };
    login.bind(MultiMap.of("secret", "hush"));
    assertThat(login.html()).contains("type=\"password\"").doesNotContain("hush");
  }

  @Test
  void radioButtonsStandInAFieldsetWithALegend() {
    Form radios =
        new Form() {
          {
            choice("track", Track.class).widget(Widgets.radios());
          }
        };
    assertThat(radios.html())
        .contains("<fieldset>")
        .contains("<legend>Track:</legend>")
        .contains("<label for=\"id_track_1\">");
    assertThat(radios.field("track")).hasSize(2);
  }

  @Nested
  class Files {
    private final Form form =
        new Form() {
          {
            file("cv").extensions("pdf", "txt").maxBytes(10);
            image("photo").optional();
          }
        };

    private Form sent(UploadedFile cv, UploadedFile photo) {
      return form.bind(MultiMap.empty(), name -> name.equals("cv") ? List.of(cv) : List.of(photo));
    }

    @Test
    void areCheckedByNameSizeAndContent() {
      sent(
          UploadedFile.of("cv.exe", "text/plain", "hello"),
          UploadedFile.of("me.png", "image/png", "no image"));
      assertThat(form.errors().get("cv"))
          .containsExactly(
              "File extension “exe” is not allowed. Allowed extensions are: pdf, txt.");
      assertThat(form.errors().get("photo"))
          .containsExactly(
              "Upload a valid image. The file you uploaded was either not an image or a corrupted"
                  + " image.");
    }

    @Test
    void makeTheFormMultipart() {
      assertThat(form.isMultipart()).isTrue();
      assertThat(form.html()).contains("accept=\"image/*\"");
    }
  }

  @Nested
  class Failures {
    @Test
    void whenAValueIsReadFromAFieldThatWasRefused() {
      form.bind(COMPLETE.with("name"));
      assertThatThrownBy(form.name::value)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "The field \"name\" has no value: it was refused: [This field is required.]. Ask"
                  + " form.isValid() first");
    }

    @Test
    void whenAnEmptyOptionalValueIsDemanded() {
      form.bind(COMPLETE);
      assertThatThrownBy(form.guests::value)
          .hasMessage(
              "The optional field \"guests\" was left empty: read it with orNull(), orElse(...) or"
                  + " find()");
    }

    @Test
    void whenAFieldIsAskedForThatIsNotThere() {
      assertThatThrownBy(() -> form.field("nam"))
          .hasMessage(
              "BookingForm has no field \"nam\"; its fields are name, email, day, track, guests,"
                  + " note");
    }
  }
}
