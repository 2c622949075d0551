package io.quintet.forms.validators;

import io.quintet.core.text.BoundedRegex;
import io.quintet.core.text.IpAddresses;
import io.quintet.forms.internal.Numbers;
import io.quintet.forms.internal.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The validators that come with the framework, with the messages and codes of Django's. */
public final class Validators {
  private static final Pattern SLUG = Pattern.compile("[-a-zA-Z0-9_]+");
  private static final Pattern UNICODE_SLUG = Pattern.compile("[-_\\p{L}\\p{N}]+");
  private static final Pattern INTEGER = Pattern.compile("-?\\d+", Pattern.UNICODE_CHARACTER_CLASS);

  private Validators() {}

  /** The whole text must match the pattern; the code is {@code invalid}. */
  public static Validator<String> regex(String pattern, String message) {
    return regex(Pattern.compile(pattern), message);
  }

  /** The whole text must match the pattern; the code is {@code invalid}. */
  public static Validator<String> regex(Pattern pattern, String message) {
    return text -> require(pattern.matcher(text).matches(), "invalid", message, text);
  }

  /**
   * The expression must be found somewhere in the text; its work is bounded, so it may stand for
   * texts of strangers. The code is {@code invalid}.
   */
  public static Validator<String> found(BoundedRegex regex, String message) {
    return text -> require(regex.search(text).isPresent(), "invalid", message, text);
  }

  /** The expression must not be found anywhere in the text; the code is {@code invalid}. */
  public static Validator<String> notFound(BoundedRegex regex, String message) {
    return text -> require(regex.search(text).isEmpty(), "invalid", message, text);
  }

  /** An e-mail address with a full domain, or at {@code localhost}. */
  public static Validator<String> email() {
    return email("Enter a valid email address.");
  }

  /** An e-mail address, with a message of your own. */
  public static Validator<String> email(String message) {
    return text -> require(EmailAddresses.isValid(text), "invalid", message, text);
  }

  /** A URL of scheme http, https, ftp or ftps. */
  public static Validator<String> url() {
    return url("http", "https", "ftp", "ftps");
  }

  /** A URL of one of these schemes. */
  public static Validator<String> url(String... schemes) {
    List<String> allowed = List.of(schemes);
    return text ->
        require(WebAddresses.isValid(text, allowed), "invalid", "Enter a valid URL.", text);
  }

  /** A domain name such as {@code www.example.com}; letters beyond ASCII are allowed. */
  public static Validator<String> domainName() {
    return text ->
        require(WebAddresses.isDomain(text, true), "invalid", "Enter a valid domain name.", text);
  }

  /** A domain name in ASCII letters only. */
  public static Validator<String> asciiDomainName() {
    return text ->
        require(WebAddresses.isDomain(text, false), "invalid", "Enter a valid domain name.", text);
  }

  /** ASCII letters, digits, underscores and hyphens. */
  public static Validator<String> slug() {
    return regex(
        SLUG, "Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.");
  }

  /** Letters and digits of any script, underscores and hyphens. */
  public static Validator<String> unicodeSlug() {
    return regex(
        UNICODE_SLUG,
        "Enter a valid “slug” consisting of Unicode letters, numbers, underscores, or hyphens.");
  }

  /** A whole number in decimal digits. */
  public static Validator<String> integer() {
    return regex(INTEGER, "Enter a valid integer.");
  }

  /** Whole numbers with a separator between them. */
  public static Validator<String> integerList(String separator, boolean allowNegative) {
    String number = allowNegative ? "-?\\d+" : "\\d+";
    Pattern pattern =
        Pattern.compile(
            number + "(?:" + Pattern.quote(separator) + number + ")*+",
            Pattern.UNICODE_CHARACTER_CLASS);
    return regex(pattern, "Enter a valid value.");
  }

  /** Whole numbers, not negative, with commas between them. */
  public static Validator<String> commaSeparatedIntegers() {
    Pattern pattern = Pattern.compile("\\d+(?:,\\d+)*+", Pattern.UNICODE_CHARACTER_CLASS);
    return regex(pattern, "Enter only digits separated by commas.");
  }

  /** An IPv4 address: four numbers with dots. */
  public static Validator<String> ipv4() {
    return ip("IPv4", IpAddresses::isIpv4);
  }

  /** An IPv6 address. */
  public static Validator<String> ipv6() {
    return ip("IPv6", IpAddresses::isIpv6);
  }

  /** An IPv4 or IPv6 address. */
  public static Validator<String> ipAddress() {
    return ip("IPv4 or IPv6", text -> IpAddresses.isIpv4(text) || IpAddresses.isIpv6(text));
  }

  private static Validator<String> ip(String protocol, java.util.function.Predicate<String> holds) {
    return text -> {
      if (!holds.test(text)) {
        throw new ValidationException(
            "invalid",
            "Enter a valid {protocol} address.",
            Map.of("protocol", protocol, "value", text));
      }
    };
  }

  /** At least this many characters, counted as code points. */
  public static Validator<String> minLength(int limit) {
    String message =
        "Ensure this value has at least {limit_value} "
            + plural(limit, "character")
            + " (it has {show_value}).";
    return text -> length(Texts.length(text) >= limit, "min_length", message, limit, text);
  }

  /** At most this many characters, counted as code points. */
  public static Validator<String> maxLength(int limit) {
    String message =
        "Ensure this value has at most {limit_value} "
            + plural(limit, "character")
            + " (it has {show_value}).";
    return text -> length(Texts.length(text) <= limit, "max_length", message, limit, text);
  }

  private static void length(boolean fits, String code, String message, int limit, String text) {
    if (!fits) {
      throw new ValidationException(
          code,
          message,
          Map.of("limit_value", limit, "show_value", Texts.length(text), "value", text));
    }
  }

  /** Not below a limit. */
  public static <T extends Comparable<? super T>> Validator<T> min(T limit) {
    return value ->
        limit(
            value.compareTo(limit) >= 0,
            "min_value",
            "Ensure this value is greater than or equal to {limit_value}.",
            limit,
            value);
  }

  /** Not above a limit. */
  public static <T extends Comparable<? super T>> Validator<T> max(T limit) {
    return value ->
        limit(
            value.compareTo(limit) <= 0,
            "max_value",
            "Ensure this value is less than or equal to {limit_value}.",
            limit,
            value);
  }

  private static void limit(boolean fits, String code, String message, Object limit, Object value) {
    if (!fits) {
      throw new ValidationException(
          code, message, Map.of("limit_value", limit, "show_value", value, "value", value));
    }
  }

  /** A multiple of a step, counted from an offset (from zero if that is null). */
  public static <T extends Number> Validator<T> step(T step, @Nullable T offset) {
    return value -> {
      if (Numbers.isMultiple(value, step, offset)) {
        return;
      }
      if (offset == null) {
        throw new ValidationException(
            "step_size",
            "Ensure this value is a multiple of step size {limit_value}.",
            Map.of("limit_value", step, "show_value", value, "value", value));
      }
      throw new ValidationException(
          "step_size",
          "Ensure this value is a multiple of step size {limit_value}, starting from {offset}, e.g."
              + " {offset}, {valid_value1}, {valid_value2}, and so on.",
          Map.of(
              "limit_value",
              step,
              "offset",
              offset,
              "valid_value1",
              Numbers.plus(offset, step, 1),
              "valid_value2",
              Numbers.plus(offset, step, 2)));
    };
  }

  /**
   * A decimal number that fits a column.
   *
   * @param maxDigits digits before and after the point together, or null for any number
   * @param decimalPlaces digits after the point, or null for any number
   */
  public static Validator<BigDecimal> decimal(
      @Nullable Integer maxDigits, @Nullable Integer decimalPlaces) {
    return value -> {
      int length = value.signum() == 0 ? 1 : value.precision();
      int digits = length;
      int decimals = 0;
      if (value.scale() > 0) {
        decimals = value.scale();
        digits = Math.max(length, decimals);
      } else if (value.signum() != 0) {
        digits = length - value.scale();
      }
      places("max_digits", digits, maxDigits, "digit", " in total.", value);
      places("max_decimal_places", decimals, decimalPlaces, "decimal place", ".", value);
      Integer whole = maxDigits == null || decimalPlaces == null ? null : maxDigits - decimalPlaces;
      places(
          "max_whole_digits",
          digits - decimals,
          whole,
          "digit",
          " before the decimal point.",
          value);
    };
  }

  private static void places(
      String code, int found, @Nullable Integer limit, String noun, String end, BigDecimal value) {
    if (limit != null && found > limit) {
      throw new ValidationException(
          code,
          "Ensure that there are no more than {max} " + plural(limit, noun) + end,
          Map.of("max", limit, "value", value));
    }
  }

  /** A file name with one of these extensions, in any case; without a dot. */
  public static Validator<String> fileExtension(Collection<String> allowed) {
    TreeSet<String> lower = new TreeSet<>();
    List<String> shown = new ArrayList<>();
    for (String extension : allowed) {
      lower.add(extension.toLowerCase(Locale.ROOT));
      shown.add(extension.toLowerCase(Locale.ROOT));
    }
    return name -> {
      int dot = name.lastIndexOf('.');
      int start = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1;
      String extension =
          dot <= start || dot == name.length() - 1
              ? ""
              : name.substring(dot + 1).toLowerCase(Locale.ROOT);
      if (!lower.contains(extension)) {
        throw new ValidationException(
            "invalid_extension",
            "File extension “{extension}” is not allowed. Allowed extensions are:"
                + " {allowed_extensions}.",
            Map.of(
                "extension", extension,
                "allowed_extensions", String.join(", ", shown),
                "value", name));
      }
    };
  }

  /** No NUL characters, which databases refuse. */
  public static Validator<String> noNullCharacters() {
    return text ->
        require(
            text.indexOf('\0') < 0,
            "null_characters_not_allowed",
            "Null characters are not allowed.",
            text);
  }

  private static String plural(int count, String noun) {
    return count == 1 ? noun : noun + "s";
  }

  private static void require(boolean holds, String code, String message, String value) {
    if (!holds) {
      throw new ValidationException(code, message, Map.of("value", value));
    }
  }
}
