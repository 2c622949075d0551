package io.quintet.orm.internal.functions;

import io.quintet.orm.QueryException;
import io.quintet.orm.expr.SqlPart;
import io.quintet.orm.internal.sql.Fragment;
import io.quintet.orm.meta.FieldType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The types of expressions, told from those of their parts. Parts of unlike types are refused, as
 * Django does: only the person who asks knows what is meant.
 */
public final class Types {
  private static final FieldType CHARS = new FieldType.Chars(255);

  private Types() {}

  /**
   * The one type of several parts: each has it, or one of which it is a special case.
   *
   * @throws QueryException when types are mixed or none is known
   */
  public static FieldType common(List<? extends SqlPart> parts) {
    @Nullable FieldType found = null;
    boolean literal = false;
    for (SqlPart part : parts) {
      FieldType type = part.outputType().orElse(null);
      if (type == null) {
        continue;
      }
      boolean given = ((Fragment) part).literal();
      if (found == null || (literal && !given && alike(found, type))) {
        found = found == null ? type : wider(found, type);
        literal = given;
      } else if (!isA(found, type) && !((given || literal) && alike(found, type))) {
        throw new QueryException(
            "An expression mixes %s and %s. Say what it yields: expression.output(...)."
                .formatted(name(found), name(type)));
      } else if (!given) {
        found = wider(found, type);
      }
    }
    if (found == null) {
      throw new QueryException(
          "The type of an expression cannot be told. Say what it yields: expression.output(...).");
    }
    return found;
  }

  /** Of two whole numbers the one that holds both; of other types the first. */
  private static FieldType wider(FieldType one, FieldType other) {
    return isWhole(one) && isWhole(other) && size(other) > size(one) ? other : one;
  }

  private static int size(FieldType whole) {
    return switch (whole) {
      case FieldType.Int16 t -> 16;
      case FieldType.Int32 t -> 32;
      default -> 64;
    };
  }

  /** Whether a type is a special case of another. */
  private static boolean isA(FieldType type, FieldType other) {
    return switch (other) {
      case FieldType.Chars c -> isChars(type);
      case FieldType.Choices c -> isChars(type);
      case FieldType.Int32 t -> isWhole(type);
      case FieldType.Int64 t ->
          type instanceof FieldType.Int64 || type instanceof FieldType.Identity;
      case FieldType.Date t -> type instanceof FieldType.Date || isMoment(type);
      case FieldType.DateTime t -> isMoment(type);
      case FieldType.Timestamp t -> isMoment(type);
      default -> other.getClass() == type.getClass();
    };
  }

  /** Whether a value of the program fits beside a column. */
  private static boolean alike(FieldType one, FieldType other) {
    return (isText(one) && isText(other)) || (isWhole(one) && isWhole(other));
  }

  private static boolean isChars(FieldType type) {
    FieldType held = type.held();
    return held instanceof FieldType.Chars
        || held instanceof FieldType.Choices
        || held instanceof FieldType.Slug
        || held instanceof FieldType.Email
        || held instanceof FieldType.Url;
  }

  /** Whether it is text in the database. */
  public static boolean isText(@Nullable FieldType type) {
    FieldType held = held(type);
    return held != null
        && (isChars(held)
            || held instanceof FieldType.LongText
            || held instanceof FieldType.FileName
            || held instanceof FieldType.ImageName);
  }

  /** Whether it is a whole number. */
  public static boolean isWhole(@Nullable FieldType type) {
    FieldType held = held(type);
    return held instanceof FieldType.Int16
        || held instanceof FieldType.Int32
        || held instanceof FieldType.Int64
        || held instanceof FieldType.Identity;
  }

  /** Whether it is a date and time. */
  public static boolean isMoment(@Nullable FieldType type) {
    FieldType held = held(type);
    return held instanceof FieldType.DateTime || held instanceof FieldType.Timestamp;
  }

  private static @Nullable FieldType held(@Nullable FieldType type) {
    return type == null ? null : type.held();
  }

  /** The type of text made from a part. */
  static FieldType text(SqlPart part) {
    return text(part.outputType().orElse(CHARS));
  }

  static FieldType text(FieldType type) {
    return type instanceof FieldType.LongText ? type : CHARS;
  }

  /** The type of a part that is a number; decimal numbers keep all their places. */
  static FieldType number(SqlPart part) {
    return computed(common(List.of(part)));
  }

  /** A type as that of a result: decimal numbers keep the places that the database computes. */
  public static FieldType computed(FieldType type) {
    return switch (type) {
      case FieldType.Decimal d -> FieldType.Decimal.ANY;
      case FieldType.Identity i -> new FieldType.Int64();
      default -> type;
    };
  }

  /** A decimal number if one is among the parts, else a double. */
  static FieldType real(List<? extends SqlPart> parts) {
    boolean decimal =
        parts.stream().anyMatch(p -> p.outputType().orElse(null) instanceof FieldType.Decimal);
    return decimal ? FieldType.Decimal.ANY : new FieldType.Float64();
  }

  static FieldType summed(SqlPart part) {
    FieldType type = common(List.of(part)).held();
    if (!isNumber(type) && !(type instanceof FieldType.Span)) {
      throw new QueryException(
          "A sum is over numbers or durations, not over %s.".formatted(words(type)));
    }
    return type instanceof FieldType.Bool ? new FieldType.Int64() : computed(type);
  }

  static FieldType averaged(SqlPart part) {
    FieldType type = summed(part);
    return isWhole(type) ? new FieldType.Float64() : type;
  }

  private static boolean isNumber(FieldType type) {
    return isWhole(type)
        || type instanceof FieldType.Float64
        || type instanceof FieldType.Decimal
        || type instanceof FieldType.Bool;
  }

  /** The kind of value in words, as in "a date". */
  public static String words(FieldType type) {
    return io.quintet.orm.internal.sql.Coerce.words(type);
  }

  /** The kind of field, as messages name it. */
  public static String name(FieldType type) {
    return type.getClass().getSimpleName();
  }
}
