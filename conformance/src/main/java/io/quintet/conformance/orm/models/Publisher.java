package io.quintet.conformance.orm.models;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.One;
import io.quintet.orm.annotation.Blank;
import io.quintet.orm.annotation.Check;
import io.quintet.orm.annotation.ForeignKey;
import io.quintet.orm.annotation.Json;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.OnDelete;
import io.quintet.orm.annotation.Unique;
import io.quintet.orm.annotation.Url;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** A house that publishes books. */
@Model(app = "library", table = "library_publisher")
public class Publisher extends Entity {
  public static final Manager<Publisher> objects = Manager.of(Publisher.class);

  @Size(max = 120)
  @Unique
  public String name = "";

  @ForeignKey(onDelete = OnDelete.PROTECT, relatedName = "publishers")
  public final One<Country> country = one();

  @Check("founded >= 0")
  @Min(1400)
  @Max(2100)
  public @Nullable Short founded;

  @Url @Blank public String website = "";

  public boolean active = true;

  @Json @Blank public Object info = new LinkedHashMap<>();
}
