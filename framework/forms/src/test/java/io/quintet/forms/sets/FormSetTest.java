package io.quintet.forms.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.MultiMap;
import io.quintet.forms.GuestForm;
import io.quintet.storage.UploadedFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FormSetTest {
  private static final FormSetOptions OPTIONS = FormSetOptions.of().prefix("g");

  private static FormSet<GuestForm> set(FormSetOptions options) {
    return FormSet.of(GuestForm::new, options);
  }

  /** What a browser sends for so many forms, of which some had initial values. */
  private static MultiMap sent(int total, int initial, String... pairs) {
    MultiMap sent =
        MultiMap.of(
            "g-TOTAL_FORMS", String.valueOf(total), "g-INITIAL_FORMS", String.valueOf(initial));
    for (int i = 0; i < pairs.length; i += 2) {
      sent = sent.with("g-" + pairs[i], pairs[i + 1]);
    }
    return sent;
  }

  private static List<String> names(List<GuestForm> forms) {
    return forms.stream().map(form -> form.name.value()).toList();
  }

  @Test
  void readsAsManyFormsAsWereSent() {
    FormSet<GuestForm> guests = set(OPTIONS);
    guests.bind(sent(2, 0, "0-name", "Ann", "0-meals", "2", "1-name", "Bob", "1-meals", "0"));
    assertThat(guests.isValid()).isTrue();
    assertThat(names(guests.filled())).containsExactly("Ann", "Bob");
    assertThat(guests.filled().getFirst().meals.value()).isEqualTo(2);
  }

  @Test
  void anExtraFormThatWasLeftAsItIsNeedNoValues() {
    FormSet<GuestForm> guests = set(OPTIONS);
    guests.bind(sent(2, 0, "0-name", "", "0-meals", "1", "1-name", "Bob", "1-meals", "1"));
    assertThat(guests.isValid()).isTrue();
    assertThat(names(guests.filled())).containsExactly("Bob");
  }

  @Test
  void aFormThatHadInitialValuesIsNeverTakenForEmpty() {
    FormSet<GuestForm> guests = set(OPTIONS);
    guests.initial(List.of(Map.of("name", "Ann")));
    guests.bind(sent(1, 1, "0-name", "", "0-meals", "1"));
    assertThat(guests.isValid()).isFalse();
    assertThat(guests.errors().getFirst()).containsOnlyKeys("name");
  }

  @Test
  void errorsStandWithTheirForm() {
    FormSet<GuestForm> guests = set(OPTIONS);
    guests.bind(sent(2, 0, "0-name", "Ann", "0-meals", "1", "1-name", "", "1-meals", "-1"));
    assertThat(guests.isValid()).isFalse();
    assertThat(guests.errors().get(0)).isEmpty();
    assertThat(guests.errors().get(1)).containsOnlyKeys("name", "meals");
    assertThat(guests.errorCount()).isEqualTo(2);
    assertThatThrownBy(guests::filled)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is not valid, so it has no filled()")
        .hasMessageContaining("This field is required.");
  }

  @Test
  void rulesOverSeveralFormsStandInClean() {
    class Party extends FormSet<GuestForm> {
      Party() {
        super(GuestForm::new, OPTIONS);
      }

      @Override
      protected void clean() {
        int meals = forms().stream().mapToInt(form -> form.meals.orElse(0)).sum();
        if (meals > 3) {
          addError("There are three meals left.");
        }
      }
    }
    Party party = new Party();
    party.bind(sent(2, 0, "0-name", "Ann", "0-meals", "2", "1-name", "Bob", "1-meals", "2"));
    assertThat(party.isValid()).isFalse();
    assertThat(party.nonFormErrors()).containsExactly("There are three meals left.");
    assertThat(party.html()).contains("<ul class=\"errorlist nonform\"><li>There are three meals");
  }

  @Nested
  class WhatIsShown {
    @Test
    void countsFormsByInitialValuesExtraMinimumAndMaximum() {
      assertThat(set(OPTIONS).totalCount()).isEqualTo(1);
      assertThat(set(OPTIONS.extra(3)).totalCount()).isEqualTo(3);
      assertThat(set(OPTIONS.min(2)).totalCount()).isEqualTo(3);
      assertThat(set(OPTIONS.extra(5).max(2)).totalCount()).isEqualTo(2);
      assertThat(set(OPTIONS.extra(0).max(0)).totalCount()).isZero();
      List<Map<String, String>> three =
          List.of(Map.of("name", "A"), Map.of("name", "B"), Map.of("name", "C"));
      assertThat(set(OPTIONS.max(2)).initial(three).totalCount()).isEqualTo(3);
      assertThat(set(OPTIONS.extra(2)).initial(three).totalCount()).isEqualTo(5);
      assertThat(set(OPTIONS.extra(2).editOnly()).initial(three).totalCount()).isEqualTo(3);
    }

    @Test
    void theHiddenFormTellsTheNumbersAndEachFormHasAPrefix() {
      assertThat(set(OPTIONS.max(8)).html())
          .isEqualTo(
              """
              <input type="hidden" name="g-TOTAL_FORMS" value="1" id="id_g-TOTAL_FORMS">\
              <input type="hidden" name="g-INITIAL_FORMS" value="0" id="id_g-INITIAL_FORMS">\
              <input type="hidden" name="g-MIN_NUM_FORMS" value="0" id="id_g-MIN_NUM_FORMS">\
              <input type="hidden" name="g-MAX_NUM_FORMS" value="8" id="id_g-MAX_NUM_FORMS">\
              <div>
                  <label for="id_g-0-name">Name:</label>
                  <input type="text" name="g-0-name" maxlength="20" id="id_g-0-name">
              </div>
              <div>
                  <label for="id_g-0-meals">Meals:</label>
                  <input type="number" name="g-0-meals" value="1" min="0" id="id_g-0-meals">
              </div>\
              """);
    }

    @Test
    void theEmptyFormIsThereToBeCopiedByAScript() {
      GuestForm empty = set(OPTIONS.canDelete().canOrder()).emptyForm();
      assertThat(empty.field("name").html()).contains("name=\"g-__prefix__-name\"");
      assertThat(empty.field("DELETE").html()).contains("name=\"g-__prefix__-DELETE\"");
      assertThat(empty.field("ORDER").html()).doesNotContain("value=");
    }

    @Test
    void keepsTheNumberOfFormsWhenItIsShownAgain() {
      FormSet<GuestForm> guests = set(OPTIONS);
      guests.bind(sent(3, 0, "0-name", "Ann", "0-meals", "x"));
      assertThat(guests.managementForm().value()).contains("name=\"g-TOTAL_FORMS\" value=\"3\"");
      assertThat(guests.html()).contains("name=\"g-0-name\" value=\"Ann\"").contains("g-2-name");
    }

    @Test
    void templatesReadIt() {
      FormSet<GuestForm> guests = set(OPTIONS.canDelete().max(4));
      guests.bind(sent(1, 0, "0-name", "Ann", "0-meals", "1"));
      assertThat(guests.property("forms")).isEqualTo(guests.forms());
      assertThat(guests.property("total_form_count")).isEqualTo(1);
      assertThat(guests.property("is_valid")).isEqualTo(true);
      assertThat(guests.property("can_delete")).isEqualTo(true);
      assertThat(guests.property("max_num")).isEqualTo(4);
      assertThat(guests.property("cake")).isSameAs(io.quintet.templates.TemplateObject.ABSENT);
      assertThat(guests).hasSize(1);
    }

    @Test
    void anUploadMakesTheWholeSetMultipart() {
      class Photo extends io.quintet.forms.Form {
        final io.quintet.forms.Field<UploadedFile> photo = file("photo");
      }
      assertThat(FormSet.of(Photo::new, OPTIONS.extra(0)).isMultipart()).isTrue();
      assertThat(set(OPTIONS).isMultipart()).isFalse();
      FormSet<Photo> photos = FormSet.of(Photo::new, OPTIONS);
      UploadedFile file = UploadedFile.of("a.txt", "text/plain", new byte[] {1});
      photos.bind(sent(1, 0), name -> name.equals("g-0-photo") ? List.of(file) : List.of());
      assertThat(photos.filled().getFirst().photo.value()).isSameAs(file);
    }
  }

  @Nested
  class Deletion {
    private final FormSet<GuestForm> guests = set(OPTIONS.canDelete());

    @Test
    void aTickedFormIsRemovedAndNeedNotBeValid() {
      guests.initial(List.of(Map.of("name", "Ann"), Map.of("name", "Bob")));
      guests.bind(sent(2, 2, "0-name", "", "0-DELETE", "on", "1-name", "Bob", "1-meals", "1"));
      assertThat(guests.isValid()).isTrue();
      assertThat(names(guests.filled())).containsExactly("Bob");
      assertThat(guests.deletedForms()).containsExactly(guests.forms().getFirst());
      assertThat(guests.errors()).containsExactly(Map.of(), Map.of());
    }

    @Test
    void anEmptyFormThatIsTickedWasNeverThere() {
      guests.bind(sent(1, 0, "0-name", "", "0-meals", "1"));
      assertThat(guests.deletedForms()).isEmpty();
    }

    @Test
    void theBoxCanBeKeptFromEmptyForms() {
      FormSet<GuestForm> stored = set(OPTIONS.canDelete().canDeleteExtra(false).extra(1));
      stored.initial(List.of(Map.of("name", "Ann")));
      assertThat(stored.forms().get(0).has("DELETE")).isTrue();
      assertThat(stored.forms().get(1).has("DELETE")).isFalse();
      assertThat(stored.emptyForm().has("DELETE")).isFalse();
    }

    @Test
    void nothingIsRemovedWhereThatIsNotOffered() {
      FormSet<GuestForm> fixed = set(OPTIONS);
      fixed.initial(List.of(Map.of("name", "Ann")));
      fixed.bind(sent(1, 1, "0-name", "Ann", "0-meals", "1", "0-DELETE", "on"));
      assertThat(fixed.deletedForms()).isEmpty();
      assertThat(names(fixed.filled())).containsExactly("Ann");
    }
  }

  @Nested
  class Order {
    @Test
    void formsAreSortedByTheirNumberAndThoseWithoutOneComeLast() {
      FormSet<GuestForm> guests = set(OPTIONS.canOrder());
      guests.bind(
          sent(
              4, 0, "0-name", "C", "0-meals", "1", "0-ORDER", "3", "1-name", "last", "1-meals", "1",
              "2-name", "A", "2-meals", "1", "2-ORDER", "1", "3-name", "B", "3-meals", "1",
              "3-ORDER", "3"));
      assertThat(names(guests.filled())).containsExactly("A", "C", "B", "last");
    }

    @Test
    void storedFormsAreNumberedAndExtraOnesAreNot() {
      FormSet<GuestForm> guests = set(OPTIONS.canOrder());
      guests.initial(List.of(Map.of("name", "Ann")));
      assertThat(guests.forms().get(0).field("ORDER").value()).isEqualTo(1);
      assertThat(guests.forms().get(1).field("ORDER").value()).isNull();
    }

    @Test
    void aNumberThatIsNoneIsRefused() {
      FormSet<GuestForm> guests = set(OPTIONS.canOrder());
      guests.bind(sent(1, 0, "0-name", "A", "0-meals", "1", "0-ORDER", "first"));
      assertThat(guests.errors().getFirst()).containsOnlyKeys("ORDER");
    }
  }

  @Nested
  class Limits {
    @Test
    void tooManyAreRefusedOnlyIfAsked() {
      MultiMap three =
          sent(
              3, 0, "0-name", "A", "0-meals", "1", "1-name", "B", "1-meals", "1", "2-name", "C",
              "2-meals", "1");
      assertThat(set(OPTIONS.max(2)).bind(three).isValid()).isTrue();
      FormSet<GuestForm> strict = set(OPTIONS.max(2).validateMax()).bind(three);
      assertThat(strict.isValid()).isFalse();
      assertThat(strict.nonFormErrors()).containsExactly("Please submit at most 2 forms.");
      assertThat(strict.nonFormErrors().hasCode("too_many_forms")).isTrue();
      assertThat(set(OPTIONS.max(1).validateMax()).bind(three).nonFormErrors())
          .containsExactly("Please submit at most 1 form.");
    }

    @Test
    void whatIsRemovedDoesNotCount() {
      FormSet<GuestForm> guests = set(OPTIONS.max(1).validateMax().canDelete());
      guests.bind(sent(2, 0, "0-name", "A", "0-meals", "1", "1-name", "B", "1-DELETE", "on"));
      assertThat(guests.isValid()).isTrue();
    }

    @Test
    void tooFewFilledFormsAreRefusedIfAsked() {
      MultiMap one = sent(3, 0, "0-name", "A", "0-meals", "1", "1-meals", "1", "2-meals", "1");
      FormSet<GuestForm> strict = set(OPTIONS.min(2).validateMin()).bind(one);
      assertThat(strict.isValid()).isFalse();
      assertThat(strict.nonFormErrors()).containsExactly("Please submit at least 2 forms.");
    }

    @Test
    void moreFormsThanAreEverReadAreAnError() {
      FormSet<GuestForm> guests = set(OPTIONS.max(2).absoluteMax(3));
      guests.bind(sent(1_000_000_000, 0));
      assertThat(guests.forms()).hasSize(3);
      assertThat(guests.nonFormErrors()).containsExactly("Please submit at most 2 forms.");
    }

    @Test
    void theNumberOfInitialFormsIsBoundedToo() {
      FormSet<GuestForm> guests = set(OPTIONS.max(2).absoluteMax(3));
      guests.bind(sent(1, 2_000_000_000));
      assertThat(guests.initialCount()).isEqualTo(3);
      assertThat(guests.initialForms()).hasSize(1);
      assertThat(guests.isValid()).isFalse();
    }

    @Test
    void whereNothingCanBeAddedMoreFormsAreNotRead() {
      FormSet<GuestForm> guests = set(OPTIONS.editOnly());
      guests.initial(List.of(Map.of("name", "Ann")));
      guests.bind(sent(2, 1, "0-name", "Ann", "0-meals", "1", "1-name", "Eve", "1-meals", "1"));
      assertThat(names(guests.filled())).containsExactly("Ann");
    }

    @Test
    void withoutTheHiddenNumbersNothingIsRead() {
      FormSet<GuestForm> guests = set(OPTIONS);
      guests.bind(MultiMap.of("g-0-name", "Ann", "g-INITIAL_FORMS", "-1"));
      assertThat(guests.isValid()).isFalse();
      assertThat(guests.forms()).isEmpty();
      assertThat(guests.nonFormErrors())
          .containsExactly(
              "ManagementForm data is missing or has been tampered with. Missing fields:"
                  + " g-TOTAL_FORMS, g-INITIAL_FORMS. You may need to file a bug report if the"
                  + " issue persists.");
      assertThat(guests.managementForm().value()).contains("name=\"g-TOTAL_FORMS\" value=\"0\"");
    }

    @Test
    void numbersBeyondAnIntegerAreTampering() {
      FormSet<GuestForm> guests = set(OPTIONS);
      guests.bind(MultiMap.of("g-TOTAL_FORMS", "9".repeat(200), "g-INITIAL_FORMS", "0"));
      assertThat(guests.nonFormErrors().hasCode("missing_management_form")).isTrue();
    }

    @Test
    void optionsThatContradictEachOtherAreAnError() {
      assertThatThrownBy(() -> set(OPTIONS.max(10).absoluteMax(5)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "A form set of at most 10 forms cannot read only 5: raise absoluteMax or lower max.");
      assertThatThrownBy(() -> OPTIONS.extra(-1))
          .hasMessage("The option \"extra\" of a form set cannot be -1; it takes 0 or more.");
      assertThatThrownBy(() -> OPTIONS.absoluteMax(0))
          .hasMessage("The option \"absoluteMax\" of a form set cannot be 0; it takes 1 or more.");
    }

    @Test
    void twoSetsOfOnePageDoNotReadEachOther() {
      Map<String, String> both = new HashMap<>();
      for (String prefix : List.of("a", "b")) {
        both.put(prefix + "-TOTAL_FORMS", "1");
        both.put(prefix + "-INITIAL_FORMS", "0");
        both.put(prefix + "-0-name", prefix.repeat(3));
        both.put(prefix + "-0-meals", "1");
      }
      io.quintet.forms.Submission sent = io.quintet.forms.Submission.of(both);
      assertThat(names(set(OPTIONS.prefix("a")).bind(sent).filled())).containsExactly("aaa");
      assertThat(names(set(OPTIONS.prefix("b")).bind(sent).filled())).containsExactly("bbb");
    }
  }
}
