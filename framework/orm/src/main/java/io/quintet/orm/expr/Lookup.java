package io.quintet.orm.expr;

import java.util.Arrays;
import java.util.Optional;

/** The ways to compare, with the names that they have in string look-ups. */
public enum Lookup {
  /** Equal. */
  EXACT("exact"),
  /** Equal, upper and lower case alike. */
  IEXACT("iexact"),
  /** Contains a text. */
  CONTAINS("contains"),
  /** Contains a text, upper and lower case alike. */
  ICONTAINS("icontains"),
  /** Starts with a text. */
  STARTS_WITH("startswith"),
  /** Starts with a text, upper and lower case alike. */
  ISTARTS_WITH("istartswith"),
  /** Ends with a text. */
  ENDS_WITH("endswith"),
  /** Ends with a text, upper and lower case alike. */
  IENDS_WITH("iendswith"),
  /** One of several values. */
  IN("in"),
  /** Greater. */
  GT("gt"),
  /** Greater or equal. */
  GTE("gte"),
  /** Less. */
  LT("lt"),
  /** Less or equal. */
  LTE("lte"),
  /** Between two values, both included. */
  RANGE("range"),
  /** Null, or not null. */
  IS_NULL("isnull"),
  /** Matches a regular expression of the database somewhere. */
  REGEX("regex"),
  /** The same, upper and lower case alike. */
  IREGEX("iregex"),
  /** A JSON value or an array that is part of the value. */
  CONTAINED_BY("contained_by"),
  /** A JSON object with a key. */
  HAS_KEY("has_key"),
  /** A JSON object with several keys. */
  HAS_KEYS("has_keys"),
  /** A JSON object with at least one of several keys. */
  HAS_ANY_KEYS("has_any_keys"),
  /** An array with at least one of several elements. */
  OVERLAP("overlap");

  private final String text;

  Lookup(String text) {
    this.text = text;
  }

  /** The name in string look-ups. */
  public String text() {
    return text;
  }

  /** The look-up with a name. */
  public static Optional<Lookup> named(String name) {
    return Arrays.stream(values()).filter(l -> l.text.equals(name)).findFirst();
  }
}
