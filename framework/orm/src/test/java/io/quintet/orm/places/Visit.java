package io.quintet.orm.places;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.One;
import io.quintet.orm.annotation.ForeignKey;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.OnDelete;
import org.jspecify.annotations.Nullable;

/** Points to a place, and maybe to a restaurant. */
@Model
public class Visit extends Entity {
  public static final Manager<Visit> objects = Manager.of(Visit.class);

  @ForeignKey(onDelete = OnDelete.CASCADE, relatedName = "visits")
  public final One<Place> place = one();

  @ForeignKey(onDelete = OnDelete.PROTECT, relatedName = "meals")
  public final One<@Nullable Restaurant> restaurant = one();

  public Visit() {}

  public Visit(Place place, @Nullable Restaurant restaurant) {
    this.place.set(place);
    this.restaurant.set(restaurant);
  }
}
