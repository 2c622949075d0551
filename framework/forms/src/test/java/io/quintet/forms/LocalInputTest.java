package io.quintet.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.i18n.Locales;
import io.quintet.core.i18n.TimeZones;
import io.quintet.forms.fields.ComboField;
import io.quintet.forms.fields.DateField;
import io.quintet.forms.fields.DecimalField;
import io.quintet.forms.fields.NumberField;
import io.quintet.forms.fields.SplitInstantField;
import io.quintet.forms.fields.TextField;
import io.quintet.forms.validators.ValidationException;
import io.quintet.forms.validators.Validators;
import io.quintet.forms.widgets.Widgets;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Numbers, dates and rules in the words of the people who type them. */
class LocalInputTest {
  @Test
  void daysAreUnderstoodAsTheLanguageWritesThemAndAsIso8601() throws Exception {
    DateField field = new DateField("day");
    LocalDate day = LocalDate.of(2010, 12, 21);
    assertThat(Locales.call(Locale.GERMAN, () -> field.clean("21.12.2010"))).isEqualTo(day);
    assertThat(Locales.call(Locale.GERMAN, () -> field.clean("2010-12-21"))).isEqualTo(day);
    assertThat(Locales.call(Locale.FRENCH, () -> field.clean("21/12/2010"))).isEqualTo(day);
    assertThatThrownBy(() -> field.clean("21.12.2010")).isInstanceOf(ValidationException.class);
  }

  @Test
  void aTextInputShowsADayAsTheLanguageWritesIt() throws Exception {
    LocalDate day = LocalDate.of(2010, 12, 21);
    assertThat(
            Locales.call(
                    Locale.forLanguageTag("de-AT"),
                    () -> Widgets.localDate().render("day", day, Map.of()))
                .value())
        .isEqualTo("<input type=\"text\" name=\"day\" value=\"21.12.2010\">");
  }

  @Test
  void aLocalizedNumberHasTheLanguagesDecimalSeparator() throws Exception {
    DecimalField price = new DecimalField("price").localized();
    assertThat(Locales.call(Locale.GERMAN, () -> price.clean("12,50")))
        .isEqualTo(new BigDecimal("12.50"));
    assertThat(price.clean("12.50")).isEqualTo(new BigDecimal("12.50"));
    assertThatThrownBy(() -> price.clean("12,50")).hasMessage("Enter a number.");
  }

  @Test
  void aWholeNumberMayHaveAnySize() {
    assertThat(NumberField.bigInteger("n").clean("9223372036854775808"))
        .isEqualTo(new BigInteger("9223372036854775808"));
    assertThatThrownBy(() -> NumberField.longInteger("n").clean("9223372036854775808"))
        .hasMessageStartingWith("Ensure this value is less than or equal to");
  }

  @Test
  void combinedFieldsMustAllAccept() {
    ComboField contact =
        new ComboField("contact", new TextField("c").maxLength(20), TextField.email("c"));
    assertThat(contact.clean("ann@example.com")).isEqualTo("ann@example.com");
    assertThatThrownBy(() -> contact.clean("ann")).hasMessage("Enter a valid email address.");
    assertThatThrownBy(() -> contact.clean("")).hasMessage("This field is required.");
    assertThat(new ComboField("contact", TextField.email("c")).optional().clean(null)).isEmpty();
  }

  @Test
  void aRuleMayBeToldInOtherWords() {
    TextField code =
        new TextField("code")
            .check(Validators.maxLength(3).told("too_long", "{value} is too long: {limit_value}"));
    assertThatThrownBy(() -> code.clean("abcd")).hasMessage("abcd is too long: 3");
  }

  @Test
  void theLabelsOfASelectedDayCanBeReplaced() {
    String html =
        Widgets.selectDate(2026, 2027)
            .emptyLabels("year", "month", "day")
            .render("d", null, Map.of())
            .value();
    assertThat(html).contains(">month</option>", ">year</option>", ">January</option>");
    assertThatThrownBy(() -> Widgets.selectDate(2026, 2027).months(List.of("one")))
        .hasMessage("A year has 12 months, but 1 names were given: [one]");
  }

  @Test
  void aMomentInTwoInputsIsInTheCurrentTimeZone() throws Exception {
    SplitInstantField field = new SplitInstantField("at");
    assertThat(
            TimeZones.call(
                ZoneId.of("Africa/Nairobi"), () -> field.clean(List.of("2011-09-01", "13:20:30"))))
        .isEqualTo(Instant.parse("2011-09-01T10:20:30Z"));
    assertThatThrownBy(() -> field.clean(List.of("2011-09-01", "")))
        .hasMessage("This field is required.");
  }
}
