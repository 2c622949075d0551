package io.quintet.benchmarks.engines;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Qute outside of Quarkus, with its reflective resolver. */
final class QuteSubject {
  private QuteSubject() {}

  static Subject of(Pages page) {
    Engine engine =
        Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of("text/html")))
            .removeStandaloneLines(false)
            .addLocator(QuteSubject::locate)
            .build();
    Template template = Objects.requireNonNull(engine.getTemplate(page.file()));
    return () -> {
      var instance = template.instance();
      page.page().names().forEach(instance::data);
      return instance.render().getBytes(StandardCharsets.UTF_8);
    };
  }

  private static Optional<TemplateLocator.TemplateLocation> locate(String id) {
    String path = "engines/qute/" + id + ".html";
    try (InputStream stream = QuteSubject.class.getClassLoader().getResourceAsStream(path)) {
      if (stream == null) {
        return Optional.empty();
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return Optional.of(
          new TemplateLocator.TemplateLocation() {
            @Override
            public Reader read() {
              return new StringReader(text);
            }

            @Override
            public Optional<Variant> getVariant() {
              return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
