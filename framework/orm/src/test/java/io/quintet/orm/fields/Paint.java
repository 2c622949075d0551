package io.quintet.orm.fields;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Converted;
import io.quintet.orm.annotation.Model;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A paint, whose values are classes of the application. */
@Model
public class Paint extends Entity {
  public static final Manager<Paint> objects = Manager.of(Paint.class);

  @Converted(ColourConverter.class)
  @Size(max = 7)
  public Colour colour = Colour.WHITE;

  @Converted(ColourConverter.class)
  @Size(max = 7)
  public @Nullable Colour trim;

  @Converted(Gloss.Number.class)
  public Gloss gloss = Gloss.SATIN;

  @Converted(Litres.Amount.class)
  @Digits(integer = 4, fraction = 2)
  @Max(1000)
  public Litres content = Litres.of("1.00");

  public Paint() {}

  public Paint(Colour colour, Gloss gloss, String litres) {
    this.colour = colour;
    this.gloss = gloss;
    this.content = Litres.of(litres);
  }
}
