package io.quintet.templates.values;

import io.quintet.core.format.PlainNumbers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One value in a {@code %} pattern such as {@code %05.2f}, as C and Python understand it. */
public final class PercentFormat {
  private static final int MAX_WIDTH = 1000;

  private final String pattern;
  private final boolean python;
  private String flags = "";
  private int width;
  private int precision = -1;

  private PercentFormat(String pattern, boolean python) {
    this.pattern = pattern;
    this.python = python;
  }

  /** The text, or null if the pattern cannot be read or does not suit the value. */
  public static @Nullable String format(String pattern, @Nullable Object value, boolean python) {
    return new PercentFormat(pattern, python).run(value);
  }

  private @Nullable String run(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    boolean used = false;
    for (int i = 0; i < pattern.length(); i++) {
      if (pattern.charAt(i) != '%') {
        out.append(pattern.charAt(i));
        continue;
      }
      int type = specification(i + 1);
      if (type < 0) {
        return null;
      }
      if (pattern.charAt(type) == '%') {
        out.append('%');
      } else {
        String text = used ? null : convert(pattern.charAt(type), value);
        if (text == null) {
          return null;
        }
        out.append(text);
        used = true;
      }
      i = type;
    }
    boolean holder = value instanceof Map<?, ?> || value instanceof List<?>;
    return used || holder ? out.toString() : null;
  }

  private int specification(int start) {
    int i = start;
    while (i < pattern.length() && "#0- +".indexOf(pattern.charAt(i)) >= 0) {
      i++;
    }
    flags = pattern.substring(start, i);
    int digits = i;
    while (i < pattern.length() && isDigit(pattern.charAt(i))) {
      i++;
    }
    if (i - digits > 4) {
      return -1;
    }
    width = i == digits ? 0 : Math.min(MAX_WIDTH, Integer.parseInt(pattern.substring(digits, i)));
    precision = -1;
    if (i < pattern.length() && pattern.charAt(i) == '.') {
      int from = ++i;
      while (i < pattern.length() && isDigit(pattern.charAt(i))) {
        i++;
      }
      if (i - from > 4) {
        return -1;
      }
      precision = i == from ? 0 : Math.min(MAX_WIDTH, Integer.parseInt(pattern.substring(from, i)));
    }
    while (i < pattern.length() && "hlL".indexOf(pattern.charAt(i)) >= 0) {
      i++;
    }
    return i < pattern.length() ? i : -1;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private @Nullable String convert(char type, @Nullable Object value) {
    return switch (type) {
      case 's' -> padded(cut(Text.of(value, python)));
      case 'r' -> padded(cut(PythonText.repr(value)));
      case 'a' -> padded(cut(PythonText.ascii(value)));
      case 'c' -> character(value);
      case 'd', 'i', 'u' -> whole(value, 10, type);
      case 'o' -> whole(value, 8, type);
      case 'x', 'X' -> whole(value, 16, type);
      case 'e', 'E', 'f', 'F', 'g', 'G' -> real(value, type);
      default -> null;
    };
  }

  private String cut(String text) {
    return precision >= 0 && precision < text.length() ? text.substring(0, precision) : text;
  }

  private String padded(String text) {
    int missing = width - text.codePointCount(0, text.length());
    return missing <= 0
        ? text
        : flags.contains("-") ? text + " ".repeat(missing) : " ".repeat(missing) + text;
  }

  private @Nullable String character(@Nullable Object value) {
    if (value instanceof CharSequence text && text.codePoints().count() == 1) {
      return padded(text.toString());
    }
    return Numbers.isInteger(value)
            && value instanceof Number n
            && Character.isValidCodePoint(n.intValue())
        ? padded(Character.toString(n.intValue()))
        : null;
  }

  private @Nullable String whole(@Nullable Object value, int base, char type) {
    if (value instanceof CharSequence
        || value == null
        || base != 10 && !Numbers.isInteger(value) && !(value instanceof Boolean)) {
      return null;
    }
    Number number = Numbers.integerOf(value);
    if (number == null) {
      return null;
    }
    BigInteger big = Numbers.big(number);
    String digits = big.abs().toString(base);
    if (precision > digits.length()) {
      digits = "0".repeat(precision - digits.length()) + digits;
    }
    String prefix = flags.contains("#") && base != 10 ? base == 8 ? "0o" : "0x" : "";
    String text = prefix + digits;
    return signed(big.signum() < 0, type == 'X' ? text.toUpperCase(Locale.ROOT) : text);
  }

  private String signed(boolean negative, String digits) {
    String sign = negative ? "-" : flags.contains("+") ? "+" : flags.contains(" ") ? " " : "";
    int missing = width - sign.length() - digits.length();
    boolean zeros = flags.contains("0") && !flags.contains("-") && missing > 0;
    return zeros ? sign + "0".repeat(missing) + digits : padded(sign + digits);
  }

  private @Nullable String real(@Nullable Object value, char type) {
    Double number = Numbers.doubleOf(value);
    if (number == null) {
      return null;
    }
    String digits;
    if (!Double.isFinite(number)) {
      digits = PlainNumbers.floating(Math.abs(number));
    } else {
      BigDecimal exact = new BigDecimal(Math.abs(number));
      int places = precision < 0 ? 6 : precision;
      digits =
          switch (type) {
            case 'f', 'F' -> exact.setScale(places, RoundingMode.HALF_EVEN).toPlainString();
            case 'e', 'E' -> scientific(exact, places);
            default -> general(exact, Math.max(1, places));
          };
    }
    if (flags.contains("#") && Double.isFinite(number)) {
      digits = withPoint(digits);
    }
    boolean negative = number < 0 || number == 0 && 1 / number < 0;
    return signed(negative, Character.isUpperCase(type) ? digits.toUpperCase(Locale.ROOT) : digits);
  }

  private static String scientific(BigDecimal value, int places) {
    if (value.signum() == 0) {
      return (places == 0 ? "0" : "0." + "0".repeat(places)) + "e+00";
    }
    BigDecimal rounded = value.round(new MathContext(places + 1, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    String digits = rounded.unscaledValue().toString();
    digits =
        digits.length() > places + 1
            ? digits.substring(0, places + 1)
            : digits + "0".repeat(places + 1 - digits.length());
    String mantissa = places == 0 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return mantissa
        + "e"
        + (exponent < 0 ? "-" : "+")
        + (Math.abs(exponent) < 10 ? "0" : "")
        + Math.abs(exponent);
  }

  private String general(BigDecimal value, int digits) {
    if (value.signum() == 0) {
      return flags.contains("#") && digits > 1 ? "0." + "0".repeat(digits - 1) : "0";
    }
    BigDecimal rounded = value.round(new MathContext(digits, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    boolean keep = flags.contains("#");
    if (exponent < -4 || exponent >= digits) {
      String text = scientific(value, digits - 1);
      int e = text.indexOf('e');
      return (keep ? text.substring(0, e) : withoutZeros(text.substring(0, e))) + text.substring(e);
    }
    String plain =
        rounded
            .setScale(Math.max(0, digits - 1 - exponent), RoundingMode.HALF_EVEN)
            .toPlainString();
    return keep ? plain : withoutZeros(plain);
  }

  private static String withPoint(String number) {
    if (number.indexOf('.') >= 0) {
      return number;
    }
    int e = number.indexOf('e');
    return e < 0 ? number + "." : number.substring(0, e) + "." + number.substring(e);
  }

  private static String withoutZeros(String number) {
    if (number.indexOf('.') < 0) {
      return number;
    }
    String cut = number.replaceAll("0+$", "");
    return cut.endsWith(".") ? cut.substring(0, cut.length() - 1) : cut;
  }
}
