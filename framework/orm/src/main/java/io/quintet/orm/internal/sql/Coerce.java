package io.quintet.orm.internal.sql;

import io.quintet.orm.Entity;
import io.quintet.orm.InvalidValueException;
import io.quintet.orm.QueryException;
import io.quintet.orm.internal.dialect.Dialect;
import io.quintet.orm.internal.functions.Types;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.Models;
import io.quintet.storage.StoredFile;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Brings a value into the form of the column that it is compared with, so that a database never
 * guesses.
 */
public final class Coerce {
  private Coerce() {}

  /**
   * What a number outside the range of its column becomes, or a text that no column can hold (with
   * a NUL).
   */
  record OutOfRange(boolean positive) {}

  /** The error of a value that is none of its column. */
  public static QueryException invalid(FieldType type, Object value, String where) {
    return wrong(type, value, where);
  }

  /** Whether no column of the type can hold what was given to {@link #to}. */
  public static boolean isOutOfRange(@Nullable Object value) {
    return value instanceof OutOfRange;
  }

  /**
   * The value in the form of the column; {@code where} names the column in messages.
   *
   * @throws QueryException when that is impossible; the message does not repeat the value
   */
  public static @Nullable Object to(
      @Nullable FieldType type, @Nullable Object value, String where) {
    if (value == null || type == null) {
      return value instanceof Entity e ? key(e) : value;
    }
    try {
      Object converted = convert(type, value instanceof Entity e ? key(e) : value, where);
      return hasNul(converted) ? new OutOfRange(true) : converted;
    } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
      throw wrong(type, value, where);
    }
  }

  /** The value in the form of the column of one database, which may hold texts with a NUL. */
  static @Nullable Object to(
      @Nullable FieldType type, @Nullable Object value, String where, Dialect dialect) {
    return type != null && value != null && hasNul(value) && dialect.features().nulInText()
        ? convert(type, value, where)
        : to(type, value, where);
  }

  /**
   * The value in the form of the column, for a comparison: a fraction beside a whole number becomes
   * the whole number that compares alike, and numbers may be as large as the database compares.
   */
  static @Nullable Object to(
      @Nullable FieldType type,
      @Nullable Object value,
      String where,
      String lookup,
      Dialect dialect) {
    if (value == null || type instanceof FieldType.Converted || !Types.isWhole(type)) {
      return to(type, value, where, dialect);
    }
    boolean wide = dialect.features().wideIntegers();
    return to(wide ? new FieldType.Int64() : type, wholeFor(value, lookup), where);
  }

  private static Object wholeFor(Object value, String lookup) {
    boolean up = lookup.equals("gte") || lookup.equals("lt");
    RoundingMode mode = up ? RoundingMode.CEILING : RoundingMode.DOWN;
    return switch (value) {
      case Double d when Double.isFinite(d) -> limited(BigDecimal.valueOf(d)).setScale(0, mode);
      case Float f when Float.isFinite(f) -> limited(BigDecimal.valueOf(f)).setScale(0, mode);
      case BigDecimal d -> limited(d).setScale(0, mode);
      case Boolean b -> b ? 1L : 0L;
      default -> value;
    };
  }

  private static Object key(Entity entity) {
    Object key = Models.of(entity).primaryKey().get(entity);
    if (!entity.isSaved() || key == null) {
      throw new QueryException(
          "A "
              + Models.of(entity).label()
              + " that is not saved has no key to compare with. Save it first.");
    }
    return key;
  }

  private static @Nullable Object convert(FieldType type, Object value, String where) {
    return switch (type) {
      case FieldType.Identity t -> whole(type, value, Long.MIN_VALUE, Long.MAX_VALUE, where);
      case FieldType.Int64 t -> whole(type, value, Long.MIN_VALUE, Long.MAX_VALUE, where);
      case FieldType.Int32 t ->
          narrowed(whole(type, value, Integer.MIN_VALUE, Integer.MAX_VALUE, where));
      case FieldType.Int16 t ->
          narrowed(whole(type, value, Short.MIN_VALUE, Short.MAX_VALUE, where));
      case FieldType.Float64 t ->
          value instanceof Number n
              ? n.doubleValue()
              : Double.parseDouble(text(type, value, where));
      case FieldType.Decimal t ->
          decimal(value instanceof Number n ? n.toString() : text(type, value, where));
      case FieldType.Bool t -> bool(type, value, where);
      case FieldType.Date t -> date(type, value, where);
      case FieldType.Time t ->
          value instanceof LocalTime ? value : LocalTime.parse(text(type, value, where));
      case FieldType.DateTime t -> dateTime(type, value, where);
      case FieldType.Timestamp t -> instant(type, value, where);
      case FieldType.Span t ->
          value instanceof Duration ? value : DurationTexts.parse(text(type, value, where));
      case FieldType.Uuid t -> value instanceof UUID ? value : uuid(type, value, where);
      case FieldType.Choices t -> choice(t, value, where);
      case FieldType.Bytes t -> bytes(type, value, where);
      case FieldType.JsonValue t -> value;
      case FieldType.Array t -> elements(t, value, where);
      case FieldType.Converted t -> convert(t.held(), stored(t, value), where);
      case FieldType.Reference t -> value;
      case FieldType.Chars t -> plainString(type, value, where);
      case FieldType.LongText t -> plainString(type, value, where);
      case FieldType.Slug t -> plainString(type, value, where);
      case FieldType.Email t -> plainString(type, value, where);
      case FieldType.Url t -> plainString(type, value, where);
      case FieldType.IpAddress t -> address(t, value, where);
      case FieldType.FileName t -> plainString(type, value, where);
      case FieldType.ImageName t -> plainString(type, value, where);
    };
  }

  /** What stands in the column for a value of a class of the application; others stay. */
  static Object stored(@Nullable FieldType type, Object value) {
    return type instanceof FieldType.Converted c ? Objects.requireNonNull(c.stored(value)) : value;
  }

  /** A list in the form of the column; a value that is no list stands for the only element. */
  private static Object elements(FieldType.Array type, Object value, String where) {
    Collection<?> values =
        switch (value) {
          case Collection<?> many -> many;
          case Object[] many -> Arrays.asList(many);
          default -> List.of(value);
        };
    List<Object> converted = new ArrayList<>();
    for (Object each : values) {
      Object element = each == null ? null : to(type.element(), each, where);
      if (element instanceof OutOfRange out) {
        return out;
      }
      if (element == null) {
        throw wrong(type, value, where);
      }
      converted.add(element);
    }
    return converted;
  }

  private static Object whole(FieldType type, Object value, long min, long max, String where) {
    BigInteger number =
        switch (value) {
          case Long l -> BigInteger.valueOf(l);
          case Integer i -> BigInteger.valueOf(i);
          case Short s -> BigInteger.valueOf(s);
          case BigInteger b -> b;
          case BigDecimal d -> limited(d).toBigIntegerExact();
          case Double d -> limited(BigDecimal.valueOf(d)).toBigIntegerExact();
          case CharSequence s -> digits(s.toString().strip());
          default -> throw wrong(type, value, where);
        };
    if (number.compareTo(BigInteger.valueOf(min)) < 0) {
      return new OutOfRange(false);
    }
    return number.compareTo(BigInteger.valueOf(max)) > 0
        ? new OutOfRange(true)
        : (Object) number.longValueExact();
  }

  private static BigInteger digits(String text) {
    if (text.length() > 100) {
      throw new NumberFormatException("too long");
    }
    return new BigInteger(text);
  }

  private static BigDecimal limited(BigDecimal number) {
    if (Math.abs((long) number.precision() - number.scale()) > 400) {
      throw new ArithmeticException("too large");
    }
    return number;
  }

  private static Object narrowed(Object whole) {
    return whole instanceof Long l ? (Object) l.intValue() : whole;
  }

  private static BigDecimal decimal(String text) {
    if (text.length() > 200) {
      throw new NumberFormatException("too long");
    }
    return limited(new BigDecimal(text.strip()));
  }

  private static Boolean bool(FieldType type, Object value, String where) {
    return switch (value) {
      case Boolean b -> b;
      case Number n -> n.longValue() != 0;
      default ->
          switch (text(type, value, where).toLowerCase(java.util.Locale.ROOT)) {
            case "true", "1", "on", "yes" -> true;
            case "false", "0", "off", "no" -> false;
            default -> throw wrong(type, value, where);
          };
    };
  }

  private static LocalDate date(FieldType type, Object value, String where) {
    return switch (value) {
      case LocalDate d -> d;
      case LocalDateTime t -> t.toLocalDate();
      case Instant i -> LocalDate.ofInstant(i, SelectCompiler.zone());
      case OffsetDateTime t -> LocalDate.ofInstant(t.toInstant(), SelectCompiler.zone());
      case ZonedDateTime t -> LocalDate.ofInstant(t.toInstant(), SelectCompiler.zone());
      default -> LocalDate.parse(text(type, value, where));
    };
  }

  private static LocalDateTime dateTime(FieldType type, Object value, String where) {
    return switch (value) {
      case LocalDateTime t -> t;
      case LocalDate d -> d.atStartOfDay();
      default -> LocalDateTime.parse(text(type, value, where).replace(' ', 'T'));
    };
  }

  private static Instant instant(FieldType type, Object value, String where) {
    return switch (value) {
      case Instant i -> i;
      case OffsetDateTime t -> t.toInstant();
      case ZonedDateTime t -> t.toInstant();
      case LocalDate d -> d.atStartOfDay(ZoneOffset.UTC).toInstant();
      default -> instant(text(type, value, where));
    };
  }

  private static Instant instant(String text) {
    if (text.length() == 10) {
      return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    String iso = text.replace(' ', 'T');
    boolean offset = iso.endsWith("Z") || iso.indexOf('+', 16) > 0 || iso.indexOf('-', 16) > 0;
    return offset
        ? OffsetDateTime.parse(iso).toInstant()
        : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
  }

  private static UUID uuid(FieldType type, Object value, String where) {
    String hex = text(type, value, where).replace("-", "");
    if (hex.length() != 32) {
      throw wrong(type, value, where);
    }
    return new UUID(
        Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16));
  }

  private static Object choice(FieldType.Choices type, Object value, String where) {
    if (value instanceof Enum<?> constant) {
      if (type.choices().stream().noneMatch(c -> c.constant() == constant)) {
        throw wrong(type, value, where);
      }
      return constant;
    }
    String text = text(type, value, where);
    for (FieldType.Choice choice : type.choices()) {
      if (choice.value().equals(text) || choice.constant().name().equals(text)) {
        return choice.constant();
      }
    }
    return text;
  }

  private static Object bytes(FieldType type, Object value, String where) {
    if (value instanceof byte[]) {
      return value;
    }
    throw wrong(type, value, where);
  }

  private static boolean hasNul(@Nullable Object value) {
    return value instanceof CharSequence text && text.toString().indexOf('\0') >= 0;
  }

  /** An empty text is none, as no database with a type for addresses could hold it. */
  private static @Nullable Object address(FieldType.IpAddress type, Object value, String where) {
    String kept = type.kept(plainString(type, value, where));
    return kept.isEmpty() ? null : kept;
  }

  private static String plainString(FieldType type, Object value, String where) {
    return switch (value) {
      case StoredFile f -> f.name();
      case Number n -> n.toString();
      case UUID u -> u.toString();
      default -> text(type, value, where);
    };
  }

  private static String text(FieldType type, Object value, String where) {
    if (value instanceof CharSequence text) {
      return text.toString();
    }
    throw wrong(type, value, where);
  }

  private static QueryException wrong(FieldType type, Object value, String where) {
    String found =
        value instanceof CharSequence
            ? "a text that is none"
            : "a " + value.getClass().getSimpleName();
    ValueProblem problem = ValueProblem.of(type, value);
    return new InvalidValueException(
        "%s is compared with %s, not with %s.".formatted(where, words(type), found),
        problem.code(),
        problem.sentence());
  }

  /** The kind of value in words. */
  public static String words(FieldType type) {
    return switch (type) {
      case FieldType.Identity t -> "a whole number";
      case FieldType.Int64 t -> "a whole number";
      case FieldType.Int32 t -> "a whole number";
      case FieldType.Int16 t -> "a whole number";
      case FieldType.Float64 t -> "a number";
      case FieldType.Decimal t -> "a decimal number";
      case FieldType.Bool t -> "true or false";
      case FieldType.Date t -> "a date";
      case FieldType.Time t -> "a time";
      case FieldType.DateTime t -> "a date and time";
      case FieldType.Timestamp t -> "a moment (ISO 8601)";
      case FieldType.Span t -> "a duration (ISO 8601)";
      case FieldType.Uuid t -> "a UUID";
      case FieldType.Choices t ->
          "one of " + String.join(", ", t.choices().stream().map(FieldType.Choice::value).toList());
      case FieldType.Bytes t -> "bytes";
      case FieldType.JsonValue t -> "a JSON value";
      case FieldType.Array t -> "a list of which each element is " + words(t.element());
      case FieldType.Converted t -> "a " + t.javaType().getSimpleName();
      case FieldType.IpAddress t -> "an IP address";
      default -> "a text";
    };
  }
}
