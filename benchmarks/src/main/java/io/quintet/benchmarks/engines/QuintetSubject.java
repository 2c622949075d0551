package io.quintet.benchmarks.engines;

import io.quintet.templates.Engine;
import io.quintet.templates.Loaders;
import io.quintet.templates.Template;
import java.util.Map;

/** Quintet. */
final class QuintetSubject {
  private QuintetSubject() {}

  private static Engine engine() {
    return Engine.builder()
        .loaders(Loaders.classPath(QuintetSubject.class.getClassLoader(), ""))
        .build();
  }

  /** The template language as Django has it: names are looked up while rendering. */
  static Subject lenient(Pages page) {
    Template template = engine().template("engines/quintet/" + page.file() + ".html");
    Map<String, Object> names = page.page().names();
    return () -> template.renderBytes(names);
  }

  /** The same templates, compiled with the module for the record of their values. */
  static Subject typed(Pages page) {
    Engine engine = engine();
    Record values = (Record) page.page();
    return () -> engine.page(values).renderBytes();
  }
}
