package io.quintet.benchmarks.engines;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** FreeMarker, with automatic escaping. */
final class FreemarkerSubject {
  private FreemarkerSubject() {}

  static Subject of(Pages page) {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setTemplateLoader(
        new ClassTemplateLoader(FreemarkerSubject.class.getClassLoader(), "engines/freemarker"));
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    configuration.setWhitespaceStripping(false);
    configuration.setNumberFormat("computer");
    configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
    Map<String, Object> names = page.page().names();
    try {
      Template template = configuration.getTemplate(page.file() + ".html", "UTF-8");
      return () -> {
        StringWriter out = new StringWriter(8192);
        try {
          template.process(names, out);
        } catch (TemplateException e) {
          throw new IllegalStateException(e);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
