package io.quintet.forms.shop;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Converted;
import io.quintet.orm.annotation.Model;
import jakarta.validation.constraints.Max;
import org.jspecify.annotations.Nullable;

/** Something with a field of a class of the application. */
@Model
public class Parcel extends Entity {
  public static final Manager<Parcel> objects = Manager.of(Parcel.class);

  @Converted(Weight.Grams.class)
  @Max(5000)
  public Weight weight = new Weight(100);

  @Converted(Weight.Grams.class)
  public @Nullable Weight tare;
}
