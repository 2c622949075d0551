package io.quintet.rest.shop;

import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Model;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A category for a time: a model that extends a model. */
@Model
public class Season extends Category {
  public static final Manager<Season> objects = Manager.of(Season.class);

  public @Nullable LocalDate ends;
}
