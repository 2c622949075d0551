package io.quintet.benchmarks.engines;

import io.jstach.jstache.JStache;
import io.jstach.jstache.JStacheConfig;
import io.jstach.jstache.JStachePath;
import java.util.Map;

/** What the page {@code inherit} shows. */
@JStache(path = "inherit")
@JStacheConfig(pathing = @JStachePath(prefix = "engines/jstachio/", suffix = ".mustache"))
public record InheritPage(String heading, String author) implements Page {
  @Override
  public Map<String, Object> names() {
    return Map.of("heading", heading, "author", author);
  }
}
