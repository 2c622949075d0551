package io.quintet.forms.shop;

import io.quintet.orm.FieldConverter;

/** A weight, in grams. */
public record Weight(int grams) {
  /** As a number; there is no negative weight. */
  public static final class Grams implements FieldConverter<Weight, Integer> {
    @Override
    public Integer stored(Weight weight) {
      return weight.grams();
    }

    @Override
    public Weight restored(Integer grams) {
      if (grams < 0) {
        throw new IllegalArgumentException("negative");
      }
      return new Weight(grams);
    }
  }
}
