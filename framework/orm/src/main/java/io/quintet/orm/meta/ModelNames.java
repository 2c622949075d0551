package io.quintet.orm.meta;

import java.util.List;

/** The names of a model; written by generated code, read through {@link ModelMeta}. */
public record ModelNames(
    String app,
    String name,
    String table,
    String verboseName,
    String verboseNamePlural,
    boolean managed,
    List<String> ordering,
    List<String> latestBy) {
  /** Copies the lists. */
  public ModelNames {
    ordering = List.copyOf(ordering);
    latestBy = List.copyOf(latestBy);
  }
}
