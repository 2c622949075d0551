package io.quintet.http;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A content type or a range of them: {@code text/html; charset=utf-8}, {@code text/*}.
 *
 * @param type before the slash, in lower case; {@code *} for any
 * @param subtype after the slash, in lower case; {@code *} for any
 * @param parameters without {@code q}
 * @param quality the {@code q} of an Accept header, 0 to 1
 */
public record MediaType(
    String type, String subtype, Map<String, String> parameters, double quality) {
  private static final Map<String, String> BY_EXTENSION = MediaTypes.byExtension();

  /** Copies the parameters. */
  public MediaType {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** Reads a type; a text without a slash gets an empty sub-type, which matches nothing. */
  public static MediaType parse(String text) {
    HeaderParameters header = HeaderParameters.parse(text);
    Map<String, String> parameters = new LinkedHashMap<>(header.parameters());
    double quality = quality(parameters.remove("q"));
    int slash = header.value().indexOf('/');
    return slash < 0
        ? new MediaType(header.value(), "", parameters, quality)
        : new MediaType(
            header.value().substring(0, slash),
            header.value().substring(slash + 1),
            parameters,
            quality);
  }

  /**
   * The type that a file name's extension stands for, such as {@code text/css} for {@code
   * site.css}.
   */
  public static Optional<String> ofFileName(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot < 0
        ? Optional.empty()
        : Optional.ofNullable(
            BY_EXTENSION.get(fileName.substring(dot + 1).toLowerCase(Locale.ROOT)));
  }

  /** {@code type/subtype}, without parameters. */
  public String name() {
    return subtype.isEmpty() ? type : type + "/" + subtype;
  }

  /** Whether this range of an Accept header includes another type. */
  public boolean includes(MediaType other) {
    if (subtype.isEmpty() || type.isEmpty()) {
      return false;
    }
    boolean typeFits = type.equals("*") || other.type.equals("*") || type.equals(other.type);
    boolean subtypeFits =
        subtype.equals("*") || other.subtype.equals("*") || subtype.equals(other.subtype);
    if (!typeFits || !subtypeFits) {
      return false;
    }
    if (parameters.isEmpty() || other.parameters.isEmpty()) {
      return parameters.isEmpty() || other.type.equals("*");
    }
    return parameters.equals(other.parameters);
  }

  /**
   * How exact a range is: 0 for {@code *}{@code /*}, 1 for {@code text/*}, 2 for a type, 3 with
   * parameters.
   */
  public int specificity() {
    if (type.equals("*")) {
      return 0;
    }
    if (subtype.equals("*")) {
      return 1;
    }
    return parameters.isEmpty() ? 2 : 3;
  }

  /** As it stands in a header: {@code text/html; level=1; q=0.5}; a quality of 1 is left out. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(name());
    parameters.forEach((name, value) -> out.append("; ").append(name).append('=').append(value));
    if (quality != 1) {
      String number = BigDecimal.valueOf(quality).stripTrailingZeros().toPlainString();
      out.append("; q=").append(number);
    }
    return out.toString();
  }

  private static double quality(@Nullable String text) {
    if (text == null) {
      return 1;
    }
    boolean number =
        !text.isEmpty()
            && text.length() <= 6
            && text.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    if (!number || text.indexOf('.') != text.lastIndexOf('.') || text.equals(".")) {
      return 1;
    }
    double value = Double.parseDouble(text);
    return value > 1 ? 1 : value;
  }
}
