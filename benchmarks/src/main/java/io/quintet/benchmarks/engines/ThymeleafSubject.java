package io.quintet.benchmarks.engines;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Thymeleaf in its mode for text, which escapes and has no markup to parse; cached. */
final class ThymeleafSubject {
  private ThymeleafSubject() {}

  static Subject of(Pages page) {
    ClassLoaderTemplateResolver resolver =
        new ClassLoaderTemplateResolver(ThymeleafSubject.class.getClassLoader());
    resolver.setPrefix("engines/thymeleaf/");
    resolver.setSuffix(".html");
    resolver.setTemplateMode(TemplateMode.TEXT);
    resolver.setForceTemplateMode(true);
    resolver.setCharacterEncoding("UTF-8");
    resolver.setCacheable(true);
    TemplateEngine engine = new TemplateEngine();
    engine.setTemplateResolver(resolver);
    return () -> {
      StringWriter out = new StringWriter(8192);
      Context context = new Context();
      context.setVariables(page.page().names());
      engine.process(page.file(), context, out);
      return out.toString().getBytes(StandardCharsets.UTF_8);
    };
  }
}
