package io.quintet.benchmarks.engines;

import io.quintet.templates.Engine;
import io.quintet.templates.Loaders;
import io.quintet.templates.Template;
import java.util.Map;

/** Quintet. */
final class QuintetSubject {
  private QuintetSubject() {}

  /** The template language as Django has it: names are looked up while rendering. */
  static Subject lenient(Pages page) {
    Engine engine =
        Engine.builder()
            .loaders(Loaders.classPath(QuintetSubject.class.getClassLoader(), ""))
            .build();
    Template template = engine.template("engines/quintet/" + page.file() + ".html");
    Map<String, Object> names = page.page().names();
    return () -> template.renderBytes(names);
  }
}
