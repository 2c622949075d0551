package io.quintet.core.signing;

/** A signature matches but is older than allowed. */
public final class SignatureExpired extends BadSignature {
  private static final long serialVersionUID = 1L;

  SignatureExpired(String message) {
    super(message);
  }
}
