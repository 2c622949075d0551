package io.quintet.processor.model;

import io.quintet.processor.source.ProviderNames;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Writes the list of all models and rows of the compilation. */
final class ProviderWriter {
  private final ProcessingEnvironment environment;
  private final List<ModelDef> models;
  private final List<TypeElement> rows;
  private final List<String> rowReaders;

  ProviderWriter(
      ProcessingEnvironment environment,
      List<ModelDef> models,
      List<TypeElement> rows,
      List<String> rowReaders) {
    this.environment = environment;
    this.models = models;
    this.rows = rows;
    this.rowReaders = rowReaders;
  }

  /** The name of the written class, or empty when there is nothing to list. */
  String write() throws IOException {
    if (models.isEmpty() && rows.isEmpty()) {
      return "";
    }
    String qualified = name();
    int dot = qualified.lastIndexOf('.');
    String name = qualified.substring(dot + 1);
    List<Element> origins = new ArrayList<>(rows);
    models.forEach(m -> origins.add(m.element()));
    var file = environment.getFiler().createSourceFile(qualified, origins.toArray(Element[]::new));
    try (Writer writer = file.openWriter()) {
      writer.write(
          """
          // Written by quintet-processor.
          package %s;

          import io.quintet.orm.meta.ModelMeta;
          import io.quintet.orm.meta.ModelProvider;
          import io.quintet.orm.meta.RowMeta;
          import java.util.List;

          /** All models and rows of this module. */
          public final class %s implements ModelProvider {
            @Override
            public List<ModelMeta<?>> models() {
              return List.of(%s);
            }

            @Override
            public List<RowMeta<?>> rows() {
              return List.of(%s);
            }
          }
          """
              .formatted(
                  qualified.substring(0, dot),
                  name,
                  lines(models.stream().map(m -> m.metaName() + ".META").toList()),
                  lines(rowReaders)));
    }
    return qualified;
  }

  private static String lines(List<String> items) {
    return items.isEmpty() ? "" : "\n        " + String.join(",\n        ", items);
  }

  private String name() {
    String option = environment.getOptions().get(ModelProcessor.PROVIDER_OPTION);
    if (option != null && option.contains(".")) {
      return option;
    }
    List<String> packages = new ArrayList<>();
    models.forEach(m -> packages.add(m.packageName()));
    rows.forEach(r ->
        packages.add(environment.getElementUtils().getPackageOf(r).getQualifiedName().toString()));
    return ProviderNames.of(environment, packages, "Models");
  }
}
