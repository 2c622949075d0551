package io.quintet.http.uploads;

import io.quintet.http.BadRequest;
import io.quintet.http.HeaderParameters;

/** The boundary between the parts of a multipart body. */
final class Boundary {
  private static final int LONGEST = 70;

  private Boundary() {}

  /**
   * The boundary that a content type names: 1 to 70 of the characters that RFC 2046 allows, given
   * once.
   */
  static String of(HeaderParameters contentType) {
    String boundary = contentType.parameter("boundary").orElse("");
    boolean valid =
        !boundary.isEmpty()
            && boundary.length() <= LONGEST
            && boundary.chars().allMatch(Boundary::isAllowed)
            && !boundary.endsWith(" ");
    if (!valid || contentType.repeated().contains("boundary")) {
      throw new BadRequest(
          "The form has no valid boundary in its Content-Type: 1 to 70 letters, digits or '()+_,-./:=? are needed, once.");
    }
    return boundary;
  }

  private static boolean isAllowed(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "'()+_,-./:=? ".indexOf(c) >= 0;
  }
}
