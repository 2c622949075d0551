package io.quintet.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.forms.fields.DateField;
import io.quintet.forms.fields.DateTimeField;
import io.quintet.forms.fields.DecimalField;
import io.quintet.forms.fields.DurationField;
import io.quintet.forms.fields.IpAddressField;
import io.quintet.forms.fields.JsonField;
import io.quintet.forms.fields.NumberField;
import io.quintet.forms.fields.SlugField;
import io.quintet.forms.fields.TextField;
import io.quintet.forms.fields.TimeField;
import io.quintet.forms.fields.UrlField;
import io.quintet.forms.fields.UuidField;
import io.quintet.forms.validators.ValidationException;
import io.quintet.forms.validators.Validator;
import io.quintet.forms.validators.Validators;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are long, or made to be tried in many ways, cost no more than their length. */
class HostileInputTest {
  private static final int SHORT = 10_000;
  private static final int FACTOR = 100;
  private static final double SLACK = 6;
  private static final long FAST_ENOUGH = 60_000_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static Map.Entry<String, Consumer<String>> field(String name, BaseField<?, ?> field) {
    return Map.entry(name, field::clean);
  }

  private static Map.Entry<String, Consumer<String>> rule(String name, Validator<String> rule) {
    return Map.entry(name, rule::validate);
  }

  static Stream<Arguments> readers() {
    List<Map.Entry<String, Consumer<String>>> readers =
        List.of(
            rule("email", Validators.email()),
            rule("url", Validators.url()),
            rule("domain", Validators.domainName()),
            rule("ASCII domain", Validators.asciiDomainName()),
            rule("slug", Validators.slug()),
            rule("Unicode slug", Validators.unicodeSlug()),
            rule("integer", Validators.integer()),
            rule("integers", Validators.commaSeparatedIntegers()),
            rule("integer list", Validators.integerList("-", true)),
            rule("IP", Validators.ipAddress()),
            field("text", new TextField("f")),
            field("number", NumberField.longInteger("f")),
            field("floating", NumberField.floating("f")),
            field("decimal", new DecimalField("f")),
            field("date", new DateField("f")),
            field("time", new TimeField("f")),
            field("date and time", new DateTimeField("f")),
            field("duration", new DurationField("f")),
            field("JSON", new JsonField("f")),
            field("address", new IpAddressField("f")),
            field("URL", new UrlField("f")),
            field("slug field", new SlugField("f")),
            field("UUID", new UuidField("f")));
    List<String> units =
        List.of(
            "a", "a.", "a@", ".", "1", "1,", "1-", "-", "1_", "1:", ":", "::", "0:", "1.", "e1",
            "[", "{\"a\":", "\"", "\\", "http://", "//", "xn--", "\u00fc", "\u0130", "\ufdfa", " ",
            "\t", "%", "P1D", "1 day ", "!", "\"a\".", "\u0660");
    return readers.stream()
        .flatMap(
            reader -> units.stream().map(u -> Arguments.of(reader.getKey(), reader.getValue(), u)));
  }

  @ParameterizedTest(name = "{0} of {2}")
  @MethodSource("readers")
  void timeGrowsWithTheLengthAndNotFaster(String name, Consumer<String> reader, String unit) {
    String small = unit.repeat(SHORT / unit.length());
    String large = unit.repeat(SHORT * FACTOR / unit.length());
    time(reader, small);
    long shortTime = Math.min(time(reader, small), time(reader, small));
    long longTime = time(reader, large);
    assertThat(longTime < FAST_ENOUGH || longTime < shortTime * FACTOR * SLACK)
        .as("%s: %d ns, %d ns for %d times the length", name, shortTime, longTime, FACTOR)
        .isTrue();
  }

  private static long time(Consumer<String> reader, String text) {
    long start = THREADS.getCurrentThreadCpuTime();
    try {
      reader.accept(text);
    } catch (ValidationException refused) {
      assertThat(refused.violations()).isNotEmpty();
    }
    return THREADS.getCurrentThreadCpuTime() - start;
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r", "\u0085", "\u0000", "\nSubject: x"})
  void aLineBreakAtTheEndIsPartOfTheValue(String end) {
    Map<String, Validator<String>> rules =
        Map.of(
            "a@example.com", Validators.email(),
            "http://example.com/", Validators.url(),
            "example.com", Validators.domainName(),
            "slug", Validators.slug(),
            "slüg", Validators.unicodeSlug(),
            "1", Validators.integer(),
            "1,2", Validators.commaSeparatedIntegers(),
            "10.0.0.1", Validators.ipv4(),
            "::1", Validators.ipv6(),
            "abc", Validators.regex("[a-c]+", "Wrong."));
    rules.forEach((value, rule) -> {
      rule.validate(value);
      assertThatThrownBy(() -> rule.validate(value + end))
          .as(value)
          .isInstanceOf(ValidationException.class);
    });
  }

  @Test
  void addressesLongerThanTheirStandardsAllowAreRefused() {
    assertThatThrownBy(() -> Validators.email().validate("a".repeat(400) + "@example.com"))
        .isInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> Validators.url().validate("http://example.com/" + "a".repeat(2_050)))
        .isInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> Validators.ipv6().validate("0".repeat(40) + "::1"))
        .isInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> Validators.domainName().validate("a.".repeat(200) + "com"))
        .isInstanceOf(ValidationException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"010.8.8.8", "10.1", "167772161", "0x0a.1.1.1", "1.1.1.1.", "１.1.1.1"})
  void anAddressThatProgramsReadInTwoWaysIsNone(String address) {
    assertThatThrownBy(() -> Validators.ipAddress().validate(address))
        .isInstanceOf(ValidationException.class);
  }
}
