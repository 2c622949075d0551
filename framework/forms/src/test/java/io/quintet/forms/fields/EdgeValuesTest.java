package io.quintet.forms.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.forms.Field;
import io.quintet.forms.validators.ValidationException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values at the edges of what a field takes, found by comparing with Django. */
class EdgeValuesTest {
  private static void refuses(Field<?> field, String text, String message) {
    assertThatThrownBy(() -> field.clean(text))
        .isInstanceOfSatisfying(
            ValidationException.class,
            e -> assertThat(e.violations().getFirst().message()).isEqualTo(message));
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP://A.COM", "http://a.com#", "http://a.com?", "ftp://a.com:80/x?y#z"})
  void anAddressStaysAsItWasTyped(String url) {
    assertThat(new UrlField("u").clean(url)).isEqualTo(url);
  }

  @Test
  void aSchemeIsAddedOnlyWhereNoneWasTyped() {
    assertThat(new UrlField("u").clean("a.com/x")).isEqualTo("https://a.com/x");
    assertThat(new UrlField("u").clean("//a.com/x")).isEqualTo("https://a.com/x");
    assertThat(new UrlField("u").assumeScheme("http").clean("1.2.3.4")).isEqualTo("http://1.2.3.4");
    refuses(new UrlField("u"), "http:a.com", "Enter a valid URL.");
    refuses(new UrlField("u"), "javascript:alert(1)", "Enter a valid URL.");
  }

  @Test
  void anAddressOfVersion6LosesItsZone() {
    assertThat(new IpAddressField("a").clean("fe80::1%eth0")).isEqualTo("fe80::1");
  }

  @Test
  void theYear0IsNoYear() {
    refuses(new DateField("d"), "0000-01-01", "Enter a valid date.");
    refuses(new DateTimeField("d"), "0000-01-01T10:00", "Enter a valid date/time.");
    assertThat(new DateField("d").clean("0001-01-01")).isEqualTo(LocalDate.of(1, 1, 1));
  }

  @Test
  void digitsOfOtherScriptsAreDigits() {
    assertThat(new DateField("d").clean("２００６-10-25")).isEqualTo(LocalDate.of(2006, 10, 25));
    assertThat(new DateTimeField("d").clean("2006-10-25t14:30"))
        .isEqualTo(LocalDateTime.of(2006, 10, 25, 14, 30));
  }

  @Test
  void aMarkAloneIsNoLetterOfASlug() {
    assertThat(new SlugField("s").unicode().clean("日本-1")).isEqualTo("日本-1");
    refuses(
        new SlugField("s").unicode(),
        "a\u0301",
        "Enter a valid “slug” consisting of Unicode letters, numbers, underscores, or hyphens.");
  }

  @Test
  void theSameChoiceTwiceIsAChange() {
    var field = new MultipleChoiceField<>("m", Choices.of(java.util.Map.of("1", "One")));
    assertThat(field.hasChanged(List.of("1"), List.of("1", "1"))).isTrue();
    assertThat(field.hasChanged(List.of("1"), List.of("1"))).isFalse();
    assertThat(field.hasChanged(null, List.of())).isFalse();
  }

  @Test
  void anInitialNumberWithoutEndIsComparedToo() {
    assertThat(NumberField.floating("n").hasChanged(Double.POSITIVE_INFINITY, "1.5")).isTrue();
  }
}
