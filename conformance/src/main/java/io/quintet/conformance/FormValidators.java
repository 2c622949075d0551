package io.quintet.conformance;

import io.quintet.core.text.BoundedRegex;
import io.quintet.forms.validators.Validator;
import io.quintet.forms.validators.Validators;
import io.quintet.templates.values.PythonText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recorded validators. */
final class FormValidators {
  /** Where the message stands among the arguments. */
  private static final Map<String, Integer> MESSAGES =
      Map.of(
          "MaxLengthValidator", 1,
          "MinLengthValidator", 1,
          "MaxValueValidator", 1,
          "MinValueValidator", 1,
          "StepValueValidator", 1,
          "RegexValidator", 1,
          "FileExtensionValidator", 1);

  private FormValidators() {}

  /** Validates the value of a case. */
  static Object validate(FormSpec spec) {
    Object value = spec.value("value");
    Validator<String> text = text(spec);
    if (text != null) {
      if (value instanceof List<?>) {
        throw new Expected.Unsupported("cannot apply to Java: a rule of text given a list");
      }
      text.validate(value == null ? "" : PythonText.str(value));
      return "valid";
    }
    switch (spec.text("validator", "")) {
      case "BaseValidator" ->
          throw new Expected.Unsupported(
              "cannot apply to Java: the base of validators, used alone");
      case "MaxValueValidator", "MinValueValidator" -> limit(spec, value);
      case "StepValueValidator" -> {
        if (!(value instanceof Number number)
            || !(argument(spec, 0, "limit_value") instanceof Number step)) {
          throw new Expected.Unsupported("cannot apply to Java: a step of no number");
        }
        Validators.step(step, (Number) argument(spec, 2, "offset")).validate(number);
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
    told(spec, (Validator<Object>) rule).validate(value);
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
    Validator<String> plain = plain(spec);
    return plain == null ? null : told(spec, plain);
  }

  /** The validator with the message and code that the case gives it. */
  private static <T> Validator<T> told(FormSpec spec, Validator<T> validator) {
    Object message =
        argument(spec, MESSAGES.getOrDefault(spec.text("validator", ""), 0), "message");
    boolean second =
        List.of("RegexValidator", "FileExtensionValidator").contains(spec.text("validator", ""));
    Object code = argument(spec, second ? 2 : 1_000, "code");
    if (!(message instanceof String text)) {
      return validator;
    }
    String template = FormFields.template(text);
    return code == null ? validator.told(template) : validator.told(code.toString(), template);
  }

  private static @Nullable Validator<String> plain(FormSpec spec) {
    Map<String, @Nullable Object> named = spec.map("kwargs");
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
    Object found = argument(spec, 0, "regex");
    Integer flags = whole(named.get("flags"));
    BoundedRegex regex =
        BoundedRegex.compile(
            found == null ? "" : found.toString(), flags == null ? 0 : flags(flags));
    String message = "Enter a valid value.";
    return Boolean.TRUE.equals(argument(spec, 3, "inverse_match"))
        ? Validators.notFound(regex, message)
        : Validators.found(regex, message);
  }

  /** Python's flags as Java's: ignore case, multi-line, dot matches all. */
  private static int flags(int python) {
    return ((python & 2) == 0 ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        | ((python & 8) == 0 ? 0 : Pattern.MULTILINE)
        | ((python & 16) == 0 ? 0 : Pattern.DOTALL);
  }

  /** A limit of whole numbers. */
  static Validator<BigInteger> ofNumber(FormSpec spec) {
    Integer limit = whole(argument(spec, 0, "limit_value"));
    BigInteger bound = BigInteger.valueOf(limit == null ? 0 : limit);
    return switch (spec.text("validator", "")) {
      case "MaxValueValidator" -> told(spec, Validators.max(bound));
      case "MinValueValidator" -> told(spec, Validators.min(bound));
      default ->
          throw new Expected.Unsupported("not built yet: validator " + spec.raw("validator"));
    };
  }
}
