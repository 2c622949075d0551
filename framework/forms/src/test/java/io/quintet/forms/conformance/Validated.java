package io.quintet.forms.conformance;

import static io.quintet.forms.conformance.Recorded.list;
import static io.quintet.forms.conformance.Recorded.map;
import static io.quintet.forms.conformance.Recorded.value;

import io.quintet.forms.internal.Texts;
import io.quintet.forms.validators.Validator;
import io.quintet.forms.validators.Validators;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Recorded calls of validators. */
final class Validated {
  private Validated() {}

  static Object run(Map<String, Object> input) {
    Map<String, Object> kwargs = map(value(input.get("kwargs")));
    if (kwargs.containsKey("message") || kwargs.containsKey("code")) {
      throw new UnsupportedOperationException("message of a validator");
    }
    List<Object> args = new ArrayList<>(list(value(input.get("args"))));
    Object value = value(input.get("value"));
    if (input.get("file") != null) {
      value = input.get("value");
    }
    String name = (String) input.get("validator");
    Validator<String> text = text(name, args, kwargs);
    if (text != null) {
      text.validate(value == null ? "" : Texts.text(value));
      return "valid";
    }
    switch (name) {
      case "MaxValueValidator", "MinValueValidator" -> {
        if (!(value instanceof Comparable<?>) || !comparable(args.get(0), value)) {
          throw new UnsupportedOperationException("values of two types");
        }
        limit(name, args.get(0)).validate(value);
      }
      case "StepValueValidator" -> {
        Object offset =
            kwargs.containsKey("offset")
                ? kwargs.get("offset")
                : args.size() > 1 ? args.get(1) : null;
        Validators.step((Number) args.get(0), (Number) offset).validate((Number) value);
      }
      case "DecimalValidator" -> {
        Object digits = args.isEmpty() ? kwargs.get("max_digits") : args.get(0);
        Object places = args.size() < 2 ? kwargs.get("decimal_places") : args.get(1);
        if (!(value instanceof BigDecimal decimal)) {
          throw new UnsupportedOperationException("a decimal that is no number");
        }
        Validators.decimal(integer(digits), integer(places)).validate(decimal);
      }
      default -> throw new UnsupportedOperationException("validator " + name);
    }
    return "valid";
  }

  /** A validator of text that a field declares. */
  static Validator<String> rule(Map<String, Object> spec) {
    String name = (String) spec.get("validator");
    Validator<String> rule =
        text(name, list(value(spec.get("args"))), map(value(spec.get("kwargs"))));
    if (rule == null) {
      throw new UnsupportedOperationException("validator " + name);
    }
    return rule;
  }

  private static Integer integer(Object number) {
    return number == null ? null : ((Number) number).intValue();
  }

  private static boolean comparable(Object limit, Object value) {
    return limit.getClass() == value.getClass();
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Validator<Object> limit(String name, Object limit) {
    return (Validator)
        (name.startsWith("Max")
            ? Validators.max((Comparable) limit)
            : Validators.min((Comparable) limit));
  }

  private static Validator<String> text(
      String name, List<Object> args, Map<String, Object> kwargs) {
    return switch (name) {
      case "ProhibitNullCharactersValidator" -> Validators.noNullCharacters();
      case "MaxLengthValidator" -> Validators.maxLength(integer(args.get(0)));
      case "MinLengthValidator" -> Validators.minLength(integer(args.get(0)));
      case "validate_integer" -> Validators.integer();
      case "validate_email", "EmailValidator" -> Validators.email();
      case "validate_slug" -> Validators.slug();
      case "validate_unicode_slug" -> Validators.unicodeSlug();
      case "validate_ipv4_address" -> Validators.ipv4();
      case "validate_ipv6_address" -> Validators.ipv6();
      case "validate_ipv46_address" -> Validators.ipAddress();
      case "validate_comma_separated_integer_list" -> Validators.commaSeparatedIntegers();
      case "int_list_validator" ->
          Validators.integerList(
              (String) kwargs.getOrDefault("sep", ","),
              Boolean.TRUE.equals(kwargs.get("allow_negative")));
      case "URLValidator" ->
          kwargs.get("schemes") == null
              ? Validators.url()
              : Validators.url(list(kwargs.get("schemes")).toArray(String[]::new));
      case "validate_domain_name" -> Validators.domainName();
      case "DomainNameValidator" ->
          Boolean.FALSE.equals(kwargs.get("accept_idna"))
              ? Validators.asciiDomainName()
              : Validators.domainName();
      case "FileExtensionValidator" -> {
        Object allowed =
            kwargs.containsKey("allowed_extensions")
                ? kwargs.get("allowed_extensions")
                : args.isEmpty() ? null : args.get(0);
        if (allowed == null) {
          throw new UnsupportedOperationException("any extension");
        }
        yield Validators.fileExtension(list(allowed).stream().map(Object::toString).toList());
      }
      case "RegexValidator" -> {
        if (kwargs.containsKey("flags") || kwargs.containsKey("inverse_match") || args.size() > 1) {
          throw new UnsupportedOperationException("options of a regular expression");
        }
        Object regex =
            kwargs.containsKey("regex") ? kwargs.get("regex") : args.isEmpty() ? "" : args.get(0);
        yield Validators.regex(
            Pattern.compile(
                ".*?(?:" + regex.toString().replace("\\Z", "\\z") + ").*", Pattern.DOTALL),
            "Enter a valid value.");
      }
      default -> null;
    };
  }
}
