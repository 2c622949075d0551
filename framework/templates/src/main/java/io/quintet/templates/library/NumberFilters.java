package io.quintet.templates.library;

import io.quintet.core.format.Decimals;
import io.quintet.core.format.FileSizes;
import io.quintet.core.format.LocaleFormats;
import io.quintet.core.text.SafeString;
import io.quintet.templates.Engine;
import io.quintet.templates.Filter;
import io.quintet.templates.FilterCall;
import io.quintet.templates.Library;
import io.quintet.templates.TemplateSyntaxError;
import io.quintet.templates.Tuple;
import io.quintet.templates.values.Numbers;
import io.quintet.templates.values.Text;
import io.quintet.templates.values.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Filters of numbers. */
final class NumberFilters {
  private NumberFilters() {}

  static Library library() {
    return Library.builder()
        .filter(Filter.named("add").argument(true).does(NumberFilters::add))
        .filter(Filter.named("get_digit").argument(true).does(NumberFilters::digit))
        .filter(Filter.named("divisibleby").argument(true).does(NumberFilters::divisible))
        .filter(
            Filter.named("floatformat")
                .argument(false)
                .keepsSafe()
                .does(NumberFilters::floatFormat))
        .filter(Filter.named("filesizeformat").keepsSafe().does(NumberFilters::fileSize))
        .filter(Filter.named("pluralize").argument(false).does(NumberFilters::pluralize))
        .build();
  }

  private static Object add(FilterCall call) {
    Number first = Numbers.integerOf(call.value());
    Number second = Numbers.integerOf(call.argument());
    if (first != null && second != null) {
      return Numbers.narrow(Numbers.big(first).add(Numbers.big(second)));
    }
    Object a = call.value();
    Object b = call.argument();
    if (a instanceof SafeString s && b instanceof SafeString t) {
      return SafeString.of(s.value() + t.value());
    }
    if (a instanceof CharSequence s && b instanceof CharSequence t) {
      return s.toString() + t;
    }
    if (a instanceof List<?> l
        && b instanceof List<?> m
        && (l instanceof Tuple) == (m instanceof Tuple)) {
      List<@Nullable Object> both = new ArrayList<>(l);
      both.addAll((Collection<?>) m);
      return l instanceof Tuple ? Tuple.of(both.toArray()) : both;
    }
    return b instanceof Duration duration ? plus(a, duration) : "";
  }

  private static Object plus(@Nullable Object moment, Duration duration) {
    return switch (moment) {
      case LocalDate date -> date.plusDays(Math.floorDiv(duration.getSeconds(), 86_400L));
      case LocalDateTime time -> time.plus(duration);
      case java.time.ZonedDateTime time -> time.plus(duration);
      case java.time.OffsetDateTime time -> time.plus(duration);
      case Duration other -> other.plus(duration);
      case null, default -> "";
    };
  }

  private static @Nullable Object digit(FilterCall call) {
    Number position = Numbers.integerOf(call.argument());
    Number number = Numbers.integerOf(call.value());
    if (position == null || number == null) {
      if (position == null && call.argument() == null
          || number == null && !(call.value() instanceof CharSequence) && position != null) {
        throw new TemplateSyntaxError(
            "'get_digit' needs a whole number, not '" + Text.of(call.value()) + "'.");
      }
      return call.value();
    }
    int place = Numbers.clamp(position, 0, Integer.MAX_VALUE);
    if (place < 1) {
      return number;
    }
    String digits = number.toString();
    if (place > digits.length()) {
      return 0L;
    }
    char digit = digits.charAt(digits.length() - place);
    if (digit == '-') {
      throw new TemplateSyntaxError(
          "'get_digit' found no digit at " + position + " of " + digits + ".");
    }
    return (long) (digit - '0');
  }

  private static boolean divisible(FilterCall call) {
    Number value = Numbers.integerOf(call.value());
    Number by = Numbers.integerOf(call.argument());
    if (value == null || by == null) {
      throw new TemplateSyntaxError(
          "'divisibleby' needs whole numbers, not '"
              + Text.of(call.value())
              + "' and '"
              + Text.of(call.argument())
              + "'.");
    }
    if (Numbers.big(by).signum() == 0) {
      throw new TemplateSyntaxError("'divisibleby' cannot divide by zero.");
    }
    return Numbers.big(value).remainder(Numbers.big(by)).signum() == 0;
  }

  private static Object floatFormat(FilterCall call) {
    String argument = call.hasArgument() ? call.context().text(call.argument()) : "-1";
    boolean text = call.argument() instanceof CharSequence;
    boolean grouped = false;
    boolean plain = false;
    if (text) {
      String end = argument.substring(Math.max(0, argument.length() - 2));
      boolean both = end.equals("gu") || end.equals("ug");
      grouped = both || argument.endsWith("g");
      plain = both || argument.endsWith("u");
      int suffix = both ? 2 : grouped || plain ? 1 : 0;
      argument =
          argument.length() == suffix ? "-1" : argument.substring(0, argument.length() - suffix);
    }
    String input = call.context().text(call.value());
    BigDecimal number = decimal(call.value(), input);
    if (number == null) {
      return notFinite(call.value(), input);
    }
    Number decimals =
        text
            ? Numbers.parseInteger(argument)
            : call.hasArgument() ? Numbers.integerOf(call.argument()) : (Number) (-1L);
    if (decimals == null) {
      return input;
    }
    Engine engine = call.context().engine();
    LocaleFormats formats = plain ? engine.plainFormats() : engine.formats();
    String rounded =
        Decimals.round(
            number,
            Numbers.clamp(decimals, -1000, 1000),
            formats,
            grouped || engine.thousandSeparator() && !plain);
    return rounded == null ? input : SafeString.of(rounded);
  }

  private static Object notFinite(@Nullable Object value, String input) {
    Double number =
        value instanceof CharSequence ? Numbers.parseDouble(input) : Numbers.doubleOf(value);
    return number == null ? "" : input;
  }

  static @Nullable BigDecimal decimal(@Nullable Object value, String input) {
    if (value instanceof Double || value instanceof Float || value instanceof CharSequence) {
      return parse(input);
    }
    return Numbers.decimalOf(value);
  }

  private static @Nullable BigDecimal parse(String input) {
    String text = input.strip().replace("_", "");
    boolean number =
        !text.isEmpty()
            && text.length() < 1000
            && text.chars().allMatch(c -> Character.isDigit(c) || "+-.eE".indexOf(c) >= 0);
    if (!number) {
      return null;
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }

  private static String fileSize(FilterCall call) {
    Engine engine = call.context().engine();
    Number bytes = Numbers.integerOf(call.value());
    return FileSizes.format(
        bytes == null ? BigInteger.ZERO : Numbers.big(bytes),
        engine.formats(),
        engine.thousandSeparator());
  }

  private static String pluralize(FilterCall call) {
    String argument = call.hasArgument() ? call.argumentText() : "s";
    String[] endings = (argument.contains(",") ? argument : "," + argument).split(",", -1);
    if (endings.length > 2) {
      return "";
    }
    Object value = call.value();
    if (value instanceof CharSequence text) {
      Double number = Numbers.parseDouble(text.toString());
      return number == null ? "" : endings[number == 1 ? 0 : 1];
    }
    Double number = Numbers.doubleOf(value);
    if (number != null) {
      return endings[number == 1 ? 0 : 1];
    }
    int length = Values.length(value);
    return length < 0 ? "" : Objects.requireNonNull(endings[length == 1 ? 0 : 1]);
  }
}
