package io.quintet.templates.library;

import io.quintet.core.format.Decimals;
import io.quintet.core.format.LocaleFormats;
import io.quintet.core.format.NumberFormat;
import io.quintet.core.text.SafeString;
import io.quintet.templates.Engine;
import io.quintet.templates.Filter;
import io.quintet.templates.FilterCall;
import io.quintet.templates.Library;
import io.quintet.templates.values.Numbers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code {% load humanize %}}: numbers and times as people say them. */
final class HumanizeFilters {
  private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);
  private static final String[] SMALL = {
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"
  };
  private static final String[] LARGE = {
    "million",
    "billion",
    "trillion",
    "quadrillion",
    "quintillion",
    "sextillion",
    "septillion",
    "octillion",
    "nonillion",
    "decillion"
  };

  private HumanizeFilters() {}

  static Library library() {
    return Library.builder()
        .filter(Filter.named("ordinal").keepsSafe().does(call -> ordinal(call.value())))
        .filter(
            Filter.named("intcomma").argument(false).keepsSafe().does(HumanizeFilters::intComma))
        .filter(Filter.named("intword").keepsSafe().does(HumanizeFilters::intWord))
        .filter(Filter.named("apnumber").keepsSafe().does(call -> apNumber(call.value())))
        .filter(
            Filter.named("naturalday").argument(false).localTime().does(HumanizeTimes::naturalDay))
        .filter(Filter.named("naturaltime").does(HumanizeTimes::naturalTime))
        .build();
  }

  private static @Nullable Object ordinal(@Nullable Object value) {
    Number number = Numbers.integerOf(value);
    if (number == null) {
      return value;
    }
    BigInteger big = Numbers.big(number);
    if (big.signum() < 0) {
      return number.toString();
    }
    int hundreds = big.mod(BigInteger.valueOf(100)).intValue();
    String suffix =
        hundreds >= 11 && hundreds <= 13
            ? "th"
            : switch (hundreds % 10) {
              case 1 -> "st";
              case 2 -> "nd";
              case 3 -> "rd";
              default -> "th";
            };
    return SafeString.of(number + suffix);
  }

  private static Object intComma(FilterCall call) {
    Object value = call.value();
    Engine engine = call.context().engine();
    Object number =
        Numbers.isFloat(value) || value instanceof BigDecimal ? value : Numbers.integerOf(value);
    if (number == null || Boolean.FALSE.equals(call.argument())) {
      return withCommas(call.text());
    }
    return NumberFormat.format(number, engine.formats(), true);
  }

  private static String withCommas(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    int end = start;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    StringBuilder out = new StringBuilder(text.length() * 2).append(text, 0, start);
    for (int i = start; i < end; i++) {
      out.append(i > start && (end - i) % 3 == 0 ? "," : "").append(text.charAt(i));
    }
    return out.append(text.substring(end)).toString();
  }

  private static @Nullable Object intWord(FilterCall call) {
    Number number = Numbers.integerOf(call.value());
    if (number == null) {
      return call.value();
    }
    BigInteger size = Numbers.big(number).abs();
    if (size.compareTo(MILLION) < 0) {
      return number;
    }
    for (int i = 0; i <= LARGE.length; i++) {
      int exponent = i == LARGE.length ? 100 : 6 + 3 * i;
      if (size.compareTo(BigInteger.TEN.pow(exponent + 3)) < 0) {
        double scaled = new BigDecimal(Numbers.big(number)).movePointLeft(exponent).doubleValue();
        return oneDecimal(scaled, call) + " " + (i == LARGE.length ? "googol" : LARGE[i]);
      }
    }
    return number;
  }

  private static String oneDecimal(double value, FilterCall call) {
    Engine engine = call.context().engine();
    LocaleFormats formats = engine.formats();
    BigDecimal exact = new BigDecimal(io.quintet.core.format.PlainNumbers.floating(value));
    return Objects.requireNonNullElse(
        Decimals.round(exact, 1, formats, engine.thousandSeparator()), exact.toString());
  }

  private static @Nullable Object apNumber(@Nullable Object value) {
    Number number = Numbers.integerOf(value);
    if (number == null) {
      return value;
    }
    boolean small = number instanceof Long n && n > 0 && n < 10;
    return small ? SMALL[number.intValue() - 1] : number;
  }
}
