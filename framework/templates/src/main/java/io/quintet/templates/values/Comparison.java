package io.quintet.templates.values;

import io.quintet.templates.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Equality and order across types: numbers by value, text by characters, lists by element. */
public final class Comparison {
  private Comparison() {}

  /** Whether two values are equal. */
  public static boolean equal(@Nullable Object a, @Nullable Object b) {
    if (a == b) {
      return !(a instanceof Double d && d.isNaN());
    }
    if (a == null || b == null) {
      return false;
    }
    if (isNumeric(a) && isNumeric(b)) {
      return numbersEqual(a, b);
    }
    if (a instanceof CharSequence s && b instanceof CharSequence t) {
      return s.toString().contentEquals(t);
    }
    if (a instanceof List<?> l && b instanceof List<?> m) {
      return (l instanceof Tuple) == (m instanceof Tuple) && elementsEqual(l, m);
    }
    if (a instanceof Map<?, ?> m && b instanceof Map<?, ?> n) {
      return mapsEqual(m, n);
    }
    Instant first = instant(a);
    Instant second = instant(b);
    if (first != null && second != null) {
      return first.equals(second);
    }
    return Objects.equals(a, b);
  }

  private static boolean isNumeric(Object value) {
    return value instanceof Number || value instanceof Boolean;
  }

  private static boolean numbersEqual(Object a, Object b) {
    BigDecimal first = Numbers.decimalOf(a);
    BigDecimal second = Numbers.decimalOf(b);
    if (first == null || second == null) {
      return first == second
          && Objects.requireNonNull(Numbers.doubleOf(a)).doubleValue()
              == Objects.requireNonNull(Numbers.doubleOf(b)).doubleValue();
    }
    return first.compareTo(second) == 0;
  }

  private static boolean elementsEqual(List<?> a, List<?> b) {
    if (a.size() != b.size()) {
      return false;
    }
    Iterator<?> other = b.iterator();
    for (Object element : a) {
      if (!equal(element, other.next())) {
        return false;
      }
    }
    return true;
  }

  private static boolean mapsEqual(Map<?, ?> a, Map<?, ?> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (Map.Entry<?, ?> entry : a.entrySet()) {
      if (!b.containsKey(entry.getKey()) || !equal(entry.getValue(), b.get(entry.getKey()))) {
        return false;
      }
    }
    return true;
  }

  /**
   * The order of two values, as {@link Integer#compare} gives it; not-a-number compares as 2, which
   * is neither less nor greater.
   *
   * @throws UncomparableException if the types have no order between them
   */
  public static int compare(@Nullable Object a, @Nullable Object b) {
    if (a == null || b == null) {
      throw uncomparable(a, b);
    }
    if (isNumeric(a) && isNumeric(b)) {
      return compareNumbers(a, b);
    }
    if (a instanceof CharSequence s && b instanceof CharSequence t) {
      return compareText(s.toString(), t.toString());
    }
    if (a instanceof List<?> l
        && b instanceof List<?> m
        && (l instanceof Tuple) == (m instanceof Tuple)) {
      return compareLists(l, m);
    }
    Instant first = instant(a);
    Instant second = instant(b);
    if (first != null && second != null) {
      return first.compareTo(second);
    }
    return switch (a) {
      case LocalDateTime d when b instanceof LocalDateTime e -> d.compareTo(e);
      case LocalDate d when b instanceof LocalDate e -> d.compareTo(e);
      case LocalTime d when b instanceof LocalTime e -> d.compareTo(e);
      case Set<?> s when b instanceof Set<?> t -> compareSets(s, t);
      case Comparable<?> c when a.getClass() == b.getClass() && !(a instanceof Class<?>) ->
          compareSame(c, b);
      default -> throw uncomparable(a, b);
    };
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static int compareSame(Comparable first, Object second) {
    return first.compareTo(second);
  }

  private static UncomparableException uncomparable(@Nullable Object a, @Nullable Object b) {
    return new UncomparableException("No order between " + typeName(a) + " and " + typeName(b));
  }

  private static String typeName(@Nullable Object value) {
    return value == null ? "null" : value.getClass().getSimpleName();
  }

  private static int compareNumbers(Object a, Object b) {
    BigDecimal first = Numbers.decimalOf(a);
    BigDecimal second = Numbers.decimalOf(b);
    if (first == null || second == null) {
      double x = Objects.requireNonNull(Numbers.doubleOf(a));
      double y = Objects.requireNonNull(Numbers.doubleOf(b));
      return Double.isNaN(x) || Double.isNaN(y) ? 2 : Double.compare(x, y);
    }
    return Integer.signum(first.compareTo(second));
  }

  private static int compareText(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    for (int i = 0; i < shorter; i++) {
      char c = a.charAt(i);
      char d = b.charAt(i);
      if (c != d) {
        boolean bothSurrogateOrNot = Character.isSurrogate(c) == Character.isSurrogate(d);
        return bothSurrogateOrNot ? Integer.signum(c - d) : Character.isSurrogate(c) ? 1 : -1;
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  private static int compareLists(List<?> a, List<?> b) {
    Iterator<?> other = b.iterator();
    for (Object element : a) {
      if (!other.hasNext()) {
        return 1;
      }
      Object second = other.next();
      if (!equal(element, second)) {
        return compare(element, second);
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  private static int compareSets(Set<?> a, Set<?> b) {
    boolean within = b.containsAll(a);
    boolean around = a.containsAll(b);
    return within && around ? 0 : within ? -1 : around ? 1 : 2;
  }

  private static @Nullable Instant instant(Object value) {
    return switch (value) {
      case Instant i -> i;
      case ZonedDateTime z -> z.toInstant();
      case OffsetDateTime o -> o.toInstant();
      default -> null;
    };
  }
}
