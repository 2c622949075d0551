package io.quintet.orm.fields;

import io.quintet.orm.Entity;

/** The models of this package that have tables on every database. */
public final class Fields {
  @SuppressWarnings("unchecked")
  public static final Class<? extends Entity>[] MODELS = new Class[] {Host.class, Paint.class};

  private Fields() {}
}
