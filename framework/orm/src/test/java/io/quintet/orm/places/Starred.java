package io.quintet.orm.places;

import io.quintet.orm.Manager;
import io.quintet.orm.QuerySet;
import io.quintet.orm.annotation.Model;

/** Restaurants with a star: a proxy of a model that extends another. */
@Model(proxy = true, ordering = "-stars")
public class Starred extends Restaurant {
  public static final Read objects = new Read();

  /** Those with a star or more. */
  public static final class Read extends Manager<Starred> {
    Read() {
      super(Starred.class);
    }

    @Override
    public QuerySet<Starred> all() {
      return super.all().filter("stars__gte", 1);
    }
  }
}
