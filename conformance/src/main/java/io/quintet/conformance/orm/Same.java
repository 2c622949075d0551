package io.quintet.conformance.orm;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares results as the cases ask for. */
final class Same {
  private static final BigDecimal TOLERANCE = new BigDecimal("1e-9");

  private Same() {}

  /** Whether two results are the same; lists may be multisets, outside and inside. */
  static boolean same(
      @Nullable Object expected, @Nullable Object actual, boolean ordered, boolean innerOrdered) {
    if (expected instanceof List<?> a && actual instanceof List<?> b) {
      return a.size() == b.size()
          && (ordered ? inOrder(a, b, innerOrdered) : inAnyOrder(a, b, innerOrdered));
    }
    if (expected instanceof Map<?, ?> a && actual instanceof Map<?, ?> b) {
      return a.keySet().equals(b.keySet())
          && a.entrySet().stream()
              .allMatch(e -> same(e.getValue(), b.get(e.getKey()), innerOrdered, innerOrdered));
    }
    return scalar(expected, actual);
  }

  private static boolean inOrder(List<?> a, List<?> b, boolean innerOrdered) {
    for (int i = 0; i < a.size(); i++) {
      if (!same(a.get(i), b.get(i), innerOrdered, innerOrdered)) {
        return false;
      }
    }
    return true;
  }

  private static boolean inAnyOrder(List<?> a, List<?> b, boolean innerOrdered) {
    List<@Nullable Object> left = new ArrayList<>(b);
    for (Object wanted : a) {
      int at = 0;
      while (at < left.size() && !same(wanted, left.get(at), innerOrdered, innerOrdered)) {
        at++;
      }
      if (at == left.size()) {
        return false;
      }
      left.remove(at);
    }
    return true;
  }

  private static boolean scalar(@Nullable Object a, @Nullable Object b) {
    return switch (a) {
      case Double d -> b instanceof Double e && near(d, e);
      case BigDecimal d -> b instanceof BigDecimal e && near(d, e);
      case Long l -> b instanceof Long m ? l.equals(m) : whole(a).equals(whole(b));
      case BigInteger i -> i.equals(whole(b));
      case byte[] bytes -> b instanceof byte[] other && Arrays.equals(bytes, other);
      case null, default -> Objects.equals(a, b);
    };
  }

  private static Object whole(@Nullable Object value) {
    return switch (value) {
      case Long l -> BigInteger.valueOf(l);
      case BigInteger i -> i;
      case null, default -> "no whole number";
    };
  }

  private static boolean near(double a, double b) {
    return Double.isFinite(a) && Double.isFinite(b)
        ? near(BigDecimal.valueOf(a), BigDecimal.valueOf(b))
        : Double.compare(a, b) == 0;
  }

  private static boolean near(BigDecimal a, BigDecimal b) {
    BigDecimal most = a.abs().max(b.abs()).max(BigDecimal.ONE);
    return a.subtract(b).abs().compareTo(most.multiply(TOLERANCE)) <= 0;
  }
}
