package io.quintet.orm.kinds;

import io.quintet.orm.Entity;

/** The models of this package that have tables. */
public final class Kinds {
  @SuppressWarnings("unchecked")
  public static final Class<? extends Entity>[] MODELS =
      new Class[] {
        Document.class, Page.class, Folder.class, Paper.class, Clip.class, Patient.class
      };

  private Kinds() {}
}
