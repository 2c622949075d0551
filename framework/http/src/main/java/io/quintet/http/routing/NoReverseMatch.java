package io.quintet.http.routing;

import io.quintet.core.QuintetException;

/** No route has the name, or none of that name takes the values given. */
public class NoReverseMatch extends QuintetException {
  private static final long serialVersionUID = 1;

  private final String reason;

  /**
   * With what is wrong, and what to do about it.
   *
   * @param reason the first line, in Django's words
   * @param hint a second line, or empty
   */
  public NoReverseMatch(String reason, String hint) {
    super(hint.isEmpty() ? reason : reason + "\n" + hint);
    this.reason = reason;
  }

  /** What is wrong, without the hint: the same words as Django's. */
  public String reason() {
    return reason;
  }
}
