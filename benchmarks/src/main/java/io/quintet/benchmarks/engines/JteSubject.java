package io.quintet.benchmarks.engines;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import gg.jte.resolve.ResourceCodeResolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** JTE, compiled to classes, static text as bytes. */
final class JteSubject {
  private JteSubject() {}

  static Subject of(Pages page) {
    ClassLoader loader = JteSubject.class.getClassLoader();
    Path classes = folder();
    TemplateEngine compiler =
        TemplateEngine.create(
            new ResourceCodeResolver("engines/jte", loader) {
              @Override
              public List<String> resolveAllTemplateNames() {
                return List.of(page.file() + ".jte");
              }
            },
            classes,
            ContentType.Html,
            loader,
            "gg.jte.generated.precompiled");
    compiler.setBinaryStaticContent(true);
    compiler.precompileAll();
    TemplateEngine engine = TemplateEngine.createPrecompiled(classes, ContentType.Html, loader);
    engine.setBinaryStaticContent(true);
    Map<String, Object> names = page.page().names();
    String name = page.file() + ".jte";
    return () -> {
      Utf8ByteOutput out = new Utf8ByteOutput();
      engine.render(name, names, out);
      return out.toByteArray();
    };
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("jte");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
