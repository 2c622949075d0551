package io.quintet.orm.internal.sql;

import io.quintet.orm.QueryException;
import io.quintet.orm.expr.Lookup;

/** How arrays are compared as sets. */
final class ArrayComparisons {
  private ArrayComparisons() {}

  /** Whether a look-up compares arrays as sets. */
  static boolean isOne(Lookup lookup) {
    return switch (lookup) {
      case CONTAINS, CONTAINED_BY, OVERLAP -> true;
      default -> false;
    };
  }

  /** The operator of such a look-up. */
  static String operator(Lookup lookup) {
    return switch (lookup) {
      case CONTAINS -> " @> ";
      case CONTAINED_BY -> " <@ ";
      default -> " && ";
    };
  }

  /** The error of a look-up that arrays do not have. */
  static QueryException refused(String column, Lookup lookup) {
    return new QueryException(
        "%s is an array, which has no look-up \"%s\". It has: exact, in, isnull, contains, contained_by, overlap, len, a position (0), a slice (0_2)."
            .formatted(column, lookup.text()));
  }
}
