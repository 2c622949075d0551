package io.quintet.orm.fields;

import java.util.HexFormat;

/** A colour: a class of the application that no column knows. */
public record Colour(int red, int green, int blue) {
  public static final Colour WHITE = new Colour(255, 255, 255);

  /** The colour of a text like {@code #ff8800}. */
  public static Colour parse(String hex) {
    if (!hex.matches("#[0-9a-fA-F]{6}")) {
      throw new IllegalArgumentException("no colour");
    }
    byte[] parts = HexFormat.of().parseHex(hex.substring(1));
    return new Colour(parts[0] & 255, parts[1] & 255, parts[2] & 255);
  }

  public String hex() {
    return "#%02x%02x%02x".formatted(red, green, blue);
  }
}
