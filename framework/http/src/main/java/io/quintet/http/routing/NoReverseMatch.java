package io.quintet.http.routing;

import io.quintet.core.QuintetException;

/** No route has the name, or none of that name takes the values given. */
public class NoReverseMatch extends QuintetException {
  private static final long serialVersionUID = 1;

  /** With the whole explanation. */
  public NoReverseMatch(String message) {
    super(message);
  }
}
