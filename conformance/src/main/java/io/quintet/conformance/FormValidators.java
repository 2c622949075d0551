package io.quintet.conformance;

import io.quintet.forms.validators.Validator;
import io.quintet.forms.validators.Validators;
import io.quintet.templates.values.PythonText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recorded validators. */
final class FormValidators {
  private FormValidators() {}

  /** Validates the value of a case. */
  static Object validate(FormSpec spec) {
    Object value = spec.value("value");
    Validator<String> text = text(spec);
    if (text != null) {
      text.validate(value == null ? "" : PythonText.str(value));
      return "valid";
    }
    switch (spec.text("validator", "")) {
      case "MaxValueValidator", "MinValueValidator" -> limit(spec, value);
      case "StepValueValidator" -> {
        if (!(value instanceof Number number)
            || !(argument(spec, 0, "limit_value") instanceof Number step)) {
          throw new Expected.Unsupported("cannot apply to Java: a step of no number");
        }
        Validators.step(step, (Number) argument(spec, 1, "offset")).validate(number);
      }
      case "DecimalValidator" -> {
        if (!(value instanceof BigDecimal decimal)) {
          throw new Expected.Unsupported("cannot apply to Java: a decimal that is no number");
        }
        Validators.decimal(
                whole(argument(spec, 0, "max_digits")), whole(argument(spec, 1, "decimal_places")))
            .validate(decimal);
      }
      default ->
          throw new Expected.Unsupported("not built yet: validator " + spec.raw("validator"));
    }
    return "valid";
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static void limit(FormSpec spec, @Nullable Object value) {
    Object limit = argument(spec, 0, "limit_value");
    if (!(limit instanceof Comparable comparable)
        || value == null
        || limit.getClass() != value.getClass()) {
      throw new Expected.Unsupported("cannot apply to Java: comparing values of two types");
    }
    Validator rule =
        spec.text("validator", "").startsWith("Max")
            ? Validators.max(comparable)
            : Validators.min(comparable);
    rule.validate(value);
  }

  private static @Nullable Integer whole(@Nullable Object number) {
    return number instanceof Number found ? (Integer) found.intValue() : null;
  }

  private static @Nullable Object argument(FormSpec spec, int position, String name) {
    Map<String, @Nullable Object> named = spec.map("kwargs");
    List<?> args = spec.list("args");
    return named.containsKey(name)
        ? named.get(name)
        : position < args.size() ? args.get(position) : null;
  }

  private static int length(FormSpec spec) {
    Integer limit = whole(argument(spec, 0, "limit_value"));
    return limit == null ? 0 : limit;
  }

  /** The validator if it is one of text, else null. */
  static @Nullable Validator<String> text(FormSpec spec) {
    Map<String, @Nullable Object> named = spec.map("kwargs");
    if (named.containsKey("message") || named.containsKey("code")) {
      throw new Expected.Unsupported("not built yet: a validator with a message of its own");
    }
    return switch (spec.text("validator", "")) {
      case "ProhibitNullCharactersValidator" -> Validators.noNullCharacters();
      case "MaxLengthValidator" -> Validators.maxLength(length(spec));
      case "MinLengthValidator" -> Validators.minLength(length(spec));
      case "validate_integer" -> Validators.integer();
      case "validate_email", "EmailValidator" -> Validators.email();
      case "validate_slug" -> Validators.slug();
      case "validate_unicode_slug" -> Validators.unicodeSlug();
      case "validate_ipv4_address" -> Validators.ipv4();
      case "validate_ipv6_address" -> Validators.ipv6();
      case "validate_ipv46_address" -> Validators.ipAddress();
      case "validate_comma_separated_integer_list" -> Validators.commaSeparatedIntegers();
      case "int_list_validator" -> {
        Object separator = argument(spec, 0, "sep");
        yield Validators.integerList(
            separator == null ? "," : separator.toString(),
            Boolean.TRUE.equals(named.get("allow_negative")));
      }
      case "URLValidator" ->
          argument(spec, 0, "schemes") instanceof List<?> schemes
              ? Validators.url(schemes.stream().map(String::valueOf).toArray(String[]::new))
              : Validators.url();
      case "validate_domain_name" -> Validators.domainName();
      case "DomainNameValidator" ->
          Boolean.FALSE.equals(named.get("accept_idna"))
              ? Validators.asciiDomainName()
              : Validators.domainName();
      case "FileExtensionValidator" -> extension(spec);
      case "RegexValidator" -> regex(spec);
      default -> null;
    };
  }

  private static Validator<String> extension(FormSpec spec) {
    if (argument(spec, 0, "allowed_extensions") instanceof List<?> allowed) {
      return Validators.fileExtension(allowed.stream().map(String::valueOf).toList());
    }
    return name -> {};
  }

  private static Validator<String> regex(FormSpec spec) {
    Map<String, @Nullable Object> named = spec.map("kwargs");
    if (named.containsKey("flags")
        || named.containsKey("inverse_match")
        || spec.list("args").size() > 1) {
      throw new Expected.Unsupported("not built yet: options of a regular expression");
    }
    Object found = argument(spec, 0, "regex");
    String search = found == null ? "" : found.toString().replace("\\Z", "\\z");
    return Validators.regex(
        Pattern.compile("(?s:.*?)(?:" + search + ")(?s:.*)", Pattern.UNICODE_CHARACTER_CLASS),
        "Enter a valid value.");
  }
}
