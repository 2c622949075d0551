package io.quintet.admin.library;

import static io.quintet.orm.annotation.OnDelete.CASCADE;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.One;
import io.quintet.orm.annotation.Blank;
import io.quintet.orm.annotation.ForeignKey;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.UniqueTogether;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

/** A place on a shelf. */
@Model(ordering = "place")
@UniqueTogether({"shelf", "place"})
public class Slot extends Entity {
  public static final Manager<Slot> objects = Manager.of(Slot.class);

  @ForeignKey(onDelete = CASCADE, relatedName = "slots")
  public final One<Shelf> shelf = one();

  @Min(1)
  public int place;

  @Blank
  @Size(max = 30)
  public String label = "";

  @Override
  public String toString() {
    return "Place " + place;
  }
}
