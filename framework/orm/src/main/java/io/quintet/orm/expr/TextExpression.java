package io.quintet.orm.expr;

/** A text. */
public class TextExpression<R> extends ComparableExpression<R, String> {
  /** An expression with a meaning. */
  public TextExpression(Node node) {
    super(node);
  }

  /** Equal, upper and lower case alike. */
  public Condition<R> ieq(String text) {
    return compare(Lookup.IEXACT, value(text));
  }

  /** Contains a text. */
  public Condition<R> contains(String text) {
    return compare(Lookup.CONTAINS, value(text));
  }

  /** Contains a text, upper and lower case alike. */
  public Condition<R> icontains(String text) {
    return compare(Lookup.ICONTAINS, value(text));
  }

  /** Starts with a text. */
  public Condition<R> startswith(String text) {
    return compare(Lookup.STARTS_WITH, value(text));
  }

  /** Starts with a text, upper and lower case alike. */
  public Condition<R> istartswith(String text) {
    return compare(Lookup.ISTARTS_WITH, value(text));
  }

  /** Ends with a text. */
  public Condition<R> endswith(String text) {
    return compare(Lookup.ENDS_WITH, value(text));
  }

  /** Ends with a text, upper and lower case alike. */
  public Condition<R> iendswith(String text) {
    return compare(Lookup.IENDS_WITH, value(text));
  }

  /**
   * Matches a regular expression of the database somewhere. Never pass one that a visitor wrote.
   */
  public Condition<R> regex(String pattern) {
    return compare(Lookup.REGEX, value(pattern));
  }

  /**
   * Matches a regular expression, upper and lower case alike. Never pass one that a visitor wrote.
   */
  public Condition<R> iregex(String pattern) {
    return compare(Lookup.IREGEX, value(pattern));
  }
}
