package io.quintet.orm.places;

import io.quintet.orm.Manager;
import io.quintet.orm.Many;
import io.quintet.orm.One;
import io.quintet.orm.annotation.ForeignKey;
import io.quintet.orm.annotation.ManyToMany;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.OnDelete;
import io.quintet.orm.annotation.Unique;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A place where one eats. */
@Model
public class Restaurant extends Place {
  public static final Manager<Restaurant> objects = Manager.of(Restaurant.class);

  @Size(max = 10)
  @Unique
  public String licence = "";

  public int stars;

  @ForeignKey(onDelete = OnDelete.SET_NULL, relatedName = "cooksIn")
  public final One<@Nullable Owner> cook = one();

  @ManyToMany(relatedName = "restaurants", blank = true)
  public final Many<Feature> menus = many();

  public Restaurant() {}

  public Restaurant(String name, String licence, int stars) {
    super(name);
    this.licence = licence;
    this.stars = stars;
  }
}
