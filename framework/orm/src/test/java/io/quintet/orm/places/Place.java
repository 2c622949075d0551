package io.quintet.orm.places;

import io.quintet.orm.Manager;
import io.quintet.orm.Many;
import io.quintet.orm.One;
import io.quintet.orm.annotation.Blank;
import io.quintet.orm.annotation.Check;
import io.quintet.orm.annotation.Default;
import io.quintet.orm.annotation.ForeignKey;
import io.quintet.orm.annotation.ManyToMany;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.OnDelete;
import io.quintet.orm.annotation.Unique;
import io.quintet.orm.annotation.Version;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What all kinds of places have. */
@Model(ordering = "name")
@Check(value = "seats < 1000", name = "place_seats_small", message = "So many seats are no place.")
public class Place extends Dated {
  public static final Manager<Place> objects = Manager.of(Place.class);

  @Size(max = 40)
  @Unique
  public String name = "";

  @Blank
  @Size(max = 80)
  public String address = "";

  public int seats;

  @Default("'open'")
  @Size(max = 20)
  public @Nullable String state;

  @ForeignKey(onDelete = OnDelete.CASCADE, relatedName = "places")
  public final One<@Nullable Owner> owner = one();

  @ManyToMany(relatedName = "places", blank = true)
  public final Many<Feature> features = many();

  @Version public int version;

  public Place() {}

  public Place(String name) {
    this.name = name;
  }

  @Override
  public String toString() {
    return name;
  }
}
