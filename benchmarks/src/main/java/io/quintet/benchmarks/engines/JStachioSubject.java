package io.quintet.benchmarks.engines;

import io.jstach.jstachio.Template;
import io.jstach.jstachio.output.ByteBufferEncodedOutput;
import java.nio.charset.StandardCharsets;

/** JStachio, generated when the module is built, static text as bytes. */
final class JStachioSubject {
  private JStachioSubject() {}

  static Subject of(Pages page) {
    return switch (page.page()) {
      case StocksPage p -> subject(StocksPageRenderer.of(), p);
      case ArticlesPage p -> subject(ArticlesPageRenderer.of(), p);
      case CellsPage p -> subject(CellsPageRenderer.of(), p);
      case PeoplePage p -> subject(PeoplePageRenderer.of(), p);
      case InheritPage p -> subject(InheritPageRenderer.of(), p);
      default -> throw new IllegalArgumentException(page.toString());
    };
  }

  private static <T> Subject subject(Template<T> template, T page) {
    return () ->
        template
            .write(page, ByteBufferEncodedOutput.ofByteArray(StandardCharsets.UTF_8, 8192))
            .toByteArray();
  }
}
