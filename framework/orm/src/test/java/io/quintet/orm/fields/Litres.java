package io.quintet.orm.fields;

import io.quintet.orm.FieldConverter;
import java.math.BigDecimal;

/** A volume. */
public record Litres(BigDecimal amount) {
  public static Litres of(String amount) {
    return new Litres(new BigDecimal(amount).setScale(2));
  }

  /** As a number with two places. */
  public static final class Amount implements FieldConverter<Litres, BigDecimal> {
    @Override
    public BigDecimal stored(Litres litres) {
      return litres.amount();
    }

    @Override
    public Litres restored(BigDecimal amount) {
      return new Litres(amount);
    }
  }
}
