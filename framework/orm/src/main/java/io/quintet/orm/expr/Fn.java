package io.quintet.orm.expr;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The SQL functions that every dialect can spell. */
public enum Fn {
  /** The year of a date. */
  YEAR(true),
  /** The month, 1 to 12. */
  MONTH(true),
  /** The day of the month. */
  DAY(true),
  /** The hour. */
  HOUR(true),
  /** The minute. */
  MINUTE(true),
  /** The second, whole. */
  SECOND(true),
  /** The quarter, 1 to 4. */
  QUARTER(true),
  /** The day of the week, 1 (Sunday) to 7. */
  WEEK_DAY(true),
  /** The date of a date and time. */
  DATE(true),
  /** Lower case. */
  LOWER(true),
  /** Upper case. */
  UPPER(true),
  /** The number of characters. */
  LENGTH(true),
  /** Without white space at both ends. */
  TRIM(true),
  /** Texts one after the other; a null is an empty text. */
  CONCAT(false),
  /** The first value that is not null. */
  COALESCE(false),
  /** The amount without sign. */
  ABS(false),
  /** Rounded to a whole number. */
  ROUND(false),
  /** The greatest of several values. */
  GREATEST(false),
  /** The least of several values. */
  LEAST(false),
  /** The text at a path in a JSON value; the arguments after the first are the keys. */
  JSON_TEXT(false);

  private final boolean transform;

  Fn(boolean transform) {
    this.transform = transform;
  }

  /**
   * The function that a string look-up calls by a name, such as {@code year} or {@code week_day}.
   */
  public static Optional<Fn> transform(String name) {
    return Arrays.stream(values())
        .filter(f -> f.transform && f.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }
}
