package io.quintet.core.signing;

import io.quintet.core.QuintetException;

/** A signature does not match: the text was changed, or was signed with another key or salt. */
public class BadSignature extends QuintetException {
  private static final long serialVersionUID = 1L;

  BadSignature(String message) {
    super(message);
  }
}
