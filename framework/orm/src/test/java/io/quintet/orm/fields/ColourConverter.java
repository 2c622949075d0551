package io.quintet.orm.fields;

import io.quintet.orm.FieldConverter;

/** Colours as text. */
public final class ColourConverter implements FieldConverter<Colour, String> {
  @Override
  public String stored(Colour colour) {
    return colour.hex();
  }

  @Override
  public Colour restored(String hex) {
    return Colour.parse(hex);
  }
}
