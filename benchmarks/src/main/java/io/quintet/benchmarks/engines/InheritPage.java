package io.quintet.benchmarks.engines;

import io.jstach.jstache.JStache;
import io.jstach.jstache.JStacheConfig;
import io.jstach.jstache.JStachePath;
import io.quintet.templates.TemplateFor;
import java.util.Map;

/** What the page {@code inherit} shows. */
@TemplateFor("engines/quintet/inherit.html")
@JStache(path = "inherit")
@JStacheConfig(pathing = @JStachePath(prefix = "engines/jstachio/", suffix = ".mustache"))
public record InheritPage(String heading, String author) implements Page {
  @Override
  public Map<String, Object> names() {
    return Map.of("heading", heading, "author", author);
  }
}
