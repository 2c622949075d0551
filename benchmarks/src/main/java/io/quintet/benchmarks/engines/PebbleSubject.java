package io.quintet.benchmarks.engines;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Pebble, with its caches. */
final class PebbleSubject {
  private PebbleSubject() {}

  static Subject of(Pages page) {
    ClasspathLoader loader = new ClasspathLoader(PebbleSubject.class.getClassLoader());
    loader.setPrefix("engines/pebble");
    PebbleEngine engine =
        new PebbleEngine.Builder().loader(loader).newLineTrimming(false).cacheActive(true).build();
    PebbleTemplate template = engine.getTemplate(page.file() + ".html");
    Map<String, Object> names = page.page().names();
    return () -> {
      StringWriter out = new StringWriter(8192);
      try {
        template.evaluate(out, names);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return out.toString().getBytes(StandardCharsets.UTF_8);
    };
  }
}
