package io.quintet.orm.internal.sql;

import io.quintet.orm.QueryException;
import io.quintet.orm.expr.Lookup;
import io.quintet.orm.internal.dialect.Dialect;
import io.quintet.orm.meta.FieldType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values that are bound as they are: those whose class is at home in the type of the column, so
 * that nothing about the SQL can hang on which value it is.
 */
final class PlainValues {
  /** Up to so many values each parameter is compared with each value. */
  private static final int FEW = 24;

  private PlainValues() {}

  static boolean isPlain(Object value) {
    return value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof String
        || value instanceof Instant
        || value instanceof LocalDate
        || value instanceof UUID;
  }

  /** The value as it is bound for a type; null when it is not plain there. */
  static @Nullable Object bound(FieldType type, Object value, Dialect dialect) {
    boolean atHome =
        switch (type) {
          case FieldType.Identity t -> isWhole(value);
          case FieldType.Int64 t -> isWhole(value);
          case FieldType.Int32 t -> isWhole(value);
          case FieldType.Int16 t -> isWhole(value);
          case FieldType.Timestamp t -> value instanceof Instant;
          case FieldType.Date t -> value instanceof LocalDate;
          case FieldType.Uuid t -> value instanceof UUID;
          default -> type.isText() && value instanceof String;
        };
    if (!atHome) {
      return null;
    }
    try {
      Object bound = Coerce.to(type, value, "", Lookup.EXACT.text(), dialect);
      return bound instanceof Coerce.OutOfRange ? null : bound;
    } catch (QueryException e) {
      return null; // the compiler says it better
    }
  }

  private static boolean isWhole(Object value) {
    return value instanceof Long || value instanceof Integer || value instanceof Short;
  }

  /**
   * For each parameter the place of its value among the values of the query; empty when that cannot
   * be told for certain.
   */
  static int[] places(List<Param> params, List<Object> values, Dialect dialect) {
    int[] places = new int[params.size()];
    return (params.size() <= FEW
            ? oneByOne(params, values, places, dialect)
            : inOrder(params, values, places, dialect))
        ? places
        : NONE;
  }

  /** No places; told apart from those of a statement without parameters by identity. */
  static final int[] NONE = new int[0];

  private static boolean oneByOne(
      List<Param> params, List<Object> values, int[] places, Dialect dialect) {
    Set<Integer> used = new HashSet<>();
    for (int i = 0; i < places.length; i++) {
      int found = -1;
      for (int place = 0; place < values.size(); place++) {
        if (matches(params.get(i), values.get(place), dialect)) {
          if (found >= 0) {
            return false;
          }
          found = place;
        }
      }
      if (found < 0) {
        return false;
      }
      places[i] = found;
      used.add(found);
    }
    return used.size() == values.size();
  }

  /** Many values, as in a list of keys: all of one class, all different, in the same order. */
  private static boolean inOrder(
      List<Param> params, List<Object> values, int[] places, Dialect dialect) {
    if (params.size() != values.size()
        || new HashSet<>(values).size() != values.size()
        || values.stream().map(Object::getClass).distinct().count() > 1) {
      return false;
    }
    for (int i = 0; i < places.length; i++) {
      if (!matches(params.get(i), values.get(i), dialect)) {
        return false;
      }
      places[i] = i;
    }
    return true;
  }

  private static boolean matches(Param param, Object value, Dialect dialect) {
    return param.type() != null
        && param.value() != null
        && Objects.equals(bound(param.type(), value, dialect), param.value());
  }
}
