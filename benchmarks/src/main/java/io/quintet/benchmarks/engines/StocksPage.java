package io.quintet.benchmarks.engines;

import io.jstach.jstache.JStache;
import io.jstach.jstache.JStacheConfig;
import io.jstach.jstache.JStachePath;
import io.quintet.templates.TemplateFor;
import java.util.List;
import java.util.Map;

/** What the page {@code stocks} shows. */
@TemplateFor("engines/quintet/stocks.html")
@JStache(path = "stocks")
@JStacheConfig(pathing = @JStachePath(prefix = "engines/jstachio/", suffix = ".mustache"))
public record StocksPage(List<Stock> items) implements Page {
  @Override
  public Map<String, Object> names() {
    return Map.of("items", items);
  }
}
