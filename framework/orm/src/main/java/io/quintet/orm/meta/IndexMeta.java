package io.quintet.orm.meta;

import java.util.List;

/** An index: its name and its fields in order, "-" before one for descending. */
public record IndexMeta(String name, List<String> fields) {
  /** Copies the list. */
  public IndexMeta {
    fields = List.copyOf(fields);
  }
}
