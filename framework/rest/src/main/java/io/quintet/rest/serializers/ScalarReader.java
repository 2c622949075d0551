package io.quintet.rest.serializers;

import io.quintet.core.text.LetterCase;
import io.quintet.orm.meta.FieldType;
import io.quintet.storage.UploadedFile;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns one JSON value, or the text of a form, into the value of a field. */
final class ScalarReader {
  private static final Set<String> TRUE = Set.of("t", "y", "yes", "true", "on", "1");
  private static final Set<String> FALSE = Set.of("f", "n", "no", "false", "off", "0");
  private static final Pattern WHOLE = Pattern.compile("[-+]?\\d+");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,4})?");
  private static final Pattern UUID_HEX = Pattern.compile("[0-9a-fA-F]{32}");
  private static final int MAX_TEXT = 1000;
  private static final String NO_INTEGER = "A valid integer is required.";
  private static final String NO_NUMBER = "A valid number is required.";

  private ScalarReader() {}

  static @Nullable Object read(FieldType type, SerializerField field, Object given) throws Wrong {
    return switch (type) {
      case FieldType.Chars t -> text(type, field, given);
      case FieldType.LongText t -> text(type, field, given);
      case FieldType.Slug t -> text(type, field, given);
      case FieldType.Email t -> text(type, field, given);
      case FieldType.Url t -> text(type, field, given);
      case FieldType.Int16 t ->
          whole(field, given, Short.MIN_VALUE, Short.MAX_VALUE).shortValueExact();
      case FieldType.Int32 t ->
          whole(field, given, Integer.MIN_VALUE, Integer.MAX_VALUE).intValueExact();
      case FieldType.Int64 t ->
          whole(field, given, Long.MIN_VALUE, Long.MAX_VALUE).longValueExact();
      case FieldType.Identity t ->
          whole(field, given, Long.MIN_VALUE, Long.MAX_VALUE).longValueExact();
      case FieldType.Float64 t -> floating(field, given);
      case FieldType.Decimal t -> decimal(t, field, given);
      case FieldType.Bool t -> bool(given);
      case FieldType.Date t -> TimeReader.date(given);
      case FieldType.Time t -> TimeReader.time(given);
      case FieldType.DateTime t -> TimeReader.dateTime(given);
      case FieldType.Timestamp t -> TimeReader.instant(given);
      case FieldType.Span t -> TimeReader.duration(given);
      case FieldType.Uuid t -> uuid(given);
      case FieldType.IpAddress t -> address(t, field, given);
      case FieldType.Choices t -> choice(t, given);
      case FieldType.JsonValue t -> json(given);
      case FieldType.FileName t -> FileReader.checked(given, t.maxLength());
      case FieldType.ImageName t -> FileReader.image(given, t.maxLength());
      case FieldType.Array t -> list(t, field, given);
      case FieldType.Converted t -> converted(t, field, given);
      case FieldType.Bytes t -> throw unsupported(field);
      case FieldType.Reference t -> throw unsupported(field);
    };
  }

  private static List<@Nullable Object> list(
      FieldType.Array type, SerializerField field, Object given) throws Wrong {
    List<@Nullable Object> values = new ArrayList<>();
    for (Object item : FieldReader.items(given)) {
      if (item == null) {
        throw Wrong.because("This field may not be null.");
      }
      values.add(read(type.element(), field, item));
    }
    return values;
  }

  private static @Nullable Object converted(
      FieldType.Converted type, SerializerField field, Object given) throws Wrong {
    try {
      return type.restored(read(type.held(), field, given));
    } catch (IllegalArgumentException e) {
      throw Wrong.because("Not a valid value.");
    }
  }

  private static IllegalStateException unsupported(SerializerField field) {
    return new IllegalStateException(
        field.name() + " holds a value that JSON cannot carry; mark it @ReadOnly");
  }

  private static String text(FieldType type, SerializerField field, Object given) throws Wrong {
    if (!(given instanceof String) && !(given instanceof Number)) {
      throw Wrong.because("Not a valid string.");
    }
    String text = Spoken.text(given).strip();
    if (text.isEmpty()) {
      if (field.blank()) {
        return "";
      }
      throw Wrong.because(RuleCheck.blankMessage(field.rules()));
    }
    RuleCheck.text(type, field.rules(), text);
    return text;
  }

  private static String address(FieldType.IpAddress type, SerializerField field, Object given)
      throws Wrong {
    String address = type.kept(text(type, field, given));
    if (!address.isEmpty() && !type.accepts(address)) {
      throw Wrong.because(type.refusal());
    }
    return address;
  }

  private static BigInteger whole(SerializerField field, Object given, long min, long max)
      throws Wrong {
    BigInteger value = whole(given);
    RuleCheck.number(field.rules(), new BigDecimal(value));
    if (value.compareTo(BigInteger.valueOf(max)) > 0) {
      throw Wrong.because(RuleCheck.atMost(BigDecimal.valueOf(max)));
    }
    if (value.compareTo(BigInteger.valueOf(min)) < 0) {
      throw Wrong.because(RuleCheck.atLeast(BigDecimal.valueOf(min)));
    }
    return value;
  }

  static BigInteger whole(Object given) throws Wrong {
    if (given instanceof Long || given instanceof Integer || given instanceof BigInteger) {
      return new BigInteger(given.toString());
    }
    if (given instanceof String || given instanceof BigDecimal) {
      String text = given instanceof BigDecimal d ? plain(d) : given.toString();
      if (text.length() > MAX_TEXT) {
        throw Wrong.because("String value too large.");
      }
      String digits = text.strip().replaceFirst("\\.0*$", "");
      if (WHOLE.matcher(digits).matches()) {
        return new BigInteger(digits.startsWith("+") ? digits.substring(1) : digits);
      }
    }
    throw Wrong.because(NO_INTEGER);
  }

  private static String plain(BigDecimal number) {
    return Math.abs(number.scale()) > MAX_TEXT ? number.toString() : number.toPlainString();
  }

  private static Double floating(SerializerField field, Object given) throws Wrong {
    BigDecimal number = number(given);
    RuleCheck.number(field.rules(), number);
    return number.doubleValue();
  }

  private static BigDecimal number(Object given) throws Wrong {
    if (given instanceof Number) {
      return new BigDecimal(given.toString());
    }
    if (given instanceof String text) {
      if (text.length() > MAX_TEXT) {
        throw Wrong.because("String value too large.");
      }
      if (NUMBER.matcher(text.strip()).matches()) {
        return new BigDecimal(text.strip());
      }
    }
    throw Wrong.because(NO_NUMBER);
  }

  private static BigDecimal decimal(FieldType.Decimal type, SerializerField field, Object given)
      throws Wrong {
    BigDecimal number = number(given);
    int places = Math.max(0, number.scale());
    int whole = Math.max(0, number.precision() - number.scale());
    if (type.decimalPlaces() >= 0) {
      int digits = Math.max(number.precision(), places) + Math.max(0, -number.scale());
      if (digits > type.maxDigits()) {
        throw Wrong.because(
            "Ensure that there are no more than " + type.maxDigits() + " digits in total.");
      }
      if (places > type.decimalPlaces()) {
        throw Wrong.because(
            "Ensure that there are no more than " + type.decimalPlaces() + " decimal places.");
      }
      int wholeDigits = type.maxDigits() - type.decimalPlaces();
      if (whole > wholeDigits) {
        throw Wrong.because(
            "Ensure that there are no more than "
                + wholeDigits
                + " digits before the decimal point.");
      }
    } else if (places > MAX_TEXT || whole > MAX_TEXT) {
      throw Wrong.because(NO_NUMBER);
    }
    RuleCheck.number(field.rules(), number);
    return type.decimalPlaces() >= 0 ? number.setScale(type.decimalPlaces()) : number;
  }

  private static Boolean bool(Object given) throws Wrong {
    if (given instanceof Boolean b) {
      return b;
    }
    if (given instanceof String || given instanceof Number) {
      String text = LetterCase.lower(Spoken.text(given));
      if (TRUE.contains(text)) {
        return true;
      }
      if (FALSE.contains(text)) {
        return false;
      }
    }
    throw Wrong.because("Must be a valid boolean.");
  }

  private static UUID uuid(Object given) throws Wrong {
    if (given instanceof String text) {
      String hex = text.replaceFirst("^urn:uuid:", "").replaceAll("[-{}]", "");
      if (UUID_HEX.matcher(hex).matches()) {
        return new UUID(
            Long.parseUnsignedLong(hex.substring(0, 16), 16),
            Long.parseUnsignedLong(hex.substring(16), 16));
      }
    }
    throw Wrong.because("Must be a valid UUID.");
  }

  private static Object choice(FieldType.Choices type, Object given) throws Wrong {
    String text = Spoken.text(given);
    for (FieldType.Choice choice : type.choices()) {
      if (choice.value().equals(text)) {
        return choice.constant();
      }
    }
    throw Wrong.because("\"" + text + "\" is not a valid choice.");
  }

  private static Object json(Object given) throws Wrong {
    if (given instanceof UploadedFile) {
      throw Wrong.because("Value must be valid JSON.");
    }
    return given;
  }
}
