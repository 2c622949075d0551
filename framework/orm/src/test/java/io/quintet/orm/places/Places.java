package io.quintet.orm.places;

import io.quintet.orm.Entity;

/** The models of this package that have tables. */
public final class Places {
  @SuppressWarnings("unchecked")
  public static final Class<? extends Entity>[] MODELS =
      new Class[] {
        Owner.class,
        Feature.class,
        Place.class,
        Restaurant.class,
        Pizzeria.class,
        Visit.class,
        Archived.class,
        Letter.class
      };

  private Places() {}
}
