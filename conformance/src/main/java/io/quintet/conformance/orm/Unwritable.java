package io.quintet.conformance.orm;

/** A case asks for something that cannot be written with the ORM. */
final class Unwritable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unwritable(String reason) {
    super(reason);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
