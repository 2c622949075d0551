package io.quintet.benchmarks.engines;

import io.jstach.jstache.JStache;
import io.jstach.jstache.JStacheConfig;
import io.jstach.jstache.JStachePath;
import io.quintet.templates.TemplateFor;
import java.util.List;
import java.util.Map;

/** What the page {@code cells} shows. */
@TemplateFor("engines/quintet/cells.html")
@JStache(path = "cells")
@JStacheConfig(pathing = @JStachePath(prefix = "engines/jstachio/", suffix = ".mustache"))
public record CellsPage(List<Row> rows) implements Page {
  @Override
  public Map<String, Object> names() {
    return Map.of("rows", rows);
  }
}
