package io.quintet.orm.fields;

import io.quintet.orm.FieldConverter;

/** An enum that stands in the database as a number. */
public enum Gloss {
  MATT(10),
  SATIN(20),
  HIGH(30);

  private final int number;

  Gloss(int number) {
    this.number = number;
  }

  /** Its number. */
  public static final class Number implements FieldConverter<Gloss, Integer> {
    @Override
    public Integer stored(Gloss gloss) {
      return gloss.number;
    }

    @Override
    public Gloss restored(Integer number) {
      for (Gloss gloss : values()) {
        if (gloss.number == number) {
          return gloss;
        }
      }
      throw new IllegalArgumentException("no gloss");
    }
  }
}
