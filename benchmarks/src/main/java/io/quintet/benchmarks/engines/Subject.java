package io.quintet.benchmarks.engines;

/** An engine with its templates compiled, ready to render. */
@FunctionalInterface
public interface Subject {
  /** The page as UTF-8. */
  byte[] render();

  /** The engines by the names that the benchmark takes. */
  static Subject of(String engine, Pages page) {
    return switch (engine) {
      case "quintet" -> QuintetSubject.lenient(page);
      case "quintet-typed" -> QuintetSubject.typed(page);
      case "jte" -> JteSubject.of(page);
      case "rocker" -> RockerSubject.of(page);
      case "jstachio" -> JStachioSubject.of(page);
      case "pebble" -> PebbleSubject.of(page);
      case "freemarker" -> FreemarkerSubject.of(page);
      case "thymeleaf" -> ThymeleafSubject.of(page);
      case "qute" -> QuteSubject.of(page);
      default -> throw new IllegalArgumentException(engine);
    };
  }
}
