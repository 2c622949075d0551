package io.quintet.benchmarks.engines;

import io.quintet.templates.TemplateData;

/** A row of the stocks table. */
@TemplateData
public record Stock(
    int index, String name, String url, String symbol, double price, double change, double ratio) {
  /** Whether the price fell. */
  public boolean negative() {
    return change < 0;
  }

  /** Whether the row has an even number. */
  public boolean even() {
    return index % 2 == 0;
  }
}
