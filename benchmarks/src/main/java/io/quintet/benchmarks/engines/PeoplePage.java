package io.quintet.benchmarks.engines;

import io.jstach.jstache.JStache;
import io.jstach.jstache.JStacheConfig;
import io.jstach.jstache.JStachePath;
import io.quintet.templates.TemplateFor;
import java.util.List;
import java.util.Map;

/** What the page {@code people} shows. */
@TemplateFor("engines/quintet/people.html")
@JStache(path = "people")
@JStacheConfig(pathing = @JStachePath(prefix = "engines/jstachio/", suffix = ".mustache"))
public record PeoplePage(List<Person> people) implements Page {
  @Override
  public Map<String, Object> names() {
    return Map.of("people", people);
  }
}
