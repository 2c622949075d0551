package io.quintet.benchmarks.engines;

import io.jstach.jstache.JStache;
import io.jstach.jstache.JStacheConfig;
import io.jstach.jstache.JStachePath;
import io.quintet.templates.TemplateFor;
import java.util.List;
import java.util.Map;

/** What the page {@code articles} shows. */
@TemplateFor("engines/quintet/articles.html")
@JStache(path = "articles")
@JStacheConfig(pathing = @JStachePath(prefix = "engines/jstachio/", suffix = ".mustache"))
public record ArticlesPage(String title, List<Article> articles) implements Page {
  @Override
  public Map<String, Object> names() {
    return Map.of("title", title, "articles", articles);
  }
}
