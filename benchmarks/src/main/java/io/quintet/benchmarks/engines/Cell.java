package io.quintet.benchmarks.engines;

import io.quintet.templates.TemplateData;
import java.util.Locale;

/** A cell of the large table. */
@TemplateData
public record Cell(String name, String note) {
  /** For an engine without filters. */
  public String nameUpper() {
    return name.toUpperCase(Locale.ROOT);
  }

  /** For an engine without filters. */
  public String noteLower() {
    return note.toLowerCase(Locale.ROOT);
  }

  /** For an engine without filters. */
  public int nameLength() {
    return name.length();
  }
}
