package io.quintet.conformance.orm.models;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.Unique;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A country. */
@SuppressWarnings("NullAway.Init") // as in the cases, a new object has no value
@Model(app = "library", table = "library_country", ordering = "name")
public class Country extends Entity {
  public static final Manager<Country> objects = Manager.of(Country.class);

  @Size(max = 2)
  @Unique
  public String code = "";

  @Size(max = 80)
  public String name = "";

  public Continent continent;

  public Long population;

  public @Nullable Double area;

  public @Nullable LocalDate independence;
}
