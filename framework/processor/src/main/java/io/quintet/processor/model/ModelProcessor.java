package io.quintet.processor.model;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/**
 * Writes, for each {@code @Model}, its typed paths and metadata; for each {@code @Row}, its reader;
 * and the lists by which the program finds them and its migrations.
 */
@SupportedAnnotationTypes("*")
@SupportedOptions(ModelProcessor.PROVIDER_OPTION)
public final class ModelProcessor extends AbstractProcessor {
  /**
   * The option that names the generated list of models: {@code
   * -Aquintet.provider=institute.QuintetModels}.
   */
  static final String PROVIDER_OPTION = "quintet.provider";

  private final List<ModelDef> models = new ArrayList<>();
  private final List<TypeElement> rows = new ArrayList<>();
  private final Set<String> migrations = new TreeSet<>();
  private String provider = "";
  private boolean written;

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    try {
      if (round.processingOver()) {
        writeServices();
      } else if (!written) {
        written = true;
        readAndWrite(round);
      }
    } catch (IOException e) {
      processingEnv
          .getMessager()
          .printMessage(
              Diagnostic.Kind.ERROR, "Generated source cannot be written: " + e.getMessage());
    }
    return false;
  }

  private void readAndWrite(RoundEnvironment round) throws IOException {
    Problems problems = new Problems(processingEnv.getMessager());
    List<TypeElement> modelTypes = new ArrayList<>();
    for (TypeElement type : allTypes(round)) {
      if (Marks.has(type, Marks.ORM + "Model")) {
        modelTypes.add(type);
      }
      if (Marks.has(type, Marks.ORM + "Row")) {
        rows.add(type);
      }
      if (MigrationIndex.isMigration(type)) {
        MigrationIndex.check(type, problems);
        migrations.add(processingEnv.getElementUtils().getBinaryName(type).toString());
      }
    }
    ModelReader reader = new ModelReader(processingEnv, problems);
    for (TypeElement type : modelTypes) {
      reader.read(type).ifPresent(models::add);
    }
    Reverses reverses = new Reverses(models, problems);
    RowWriter rowWriter = new RowWriter(processingEnv, problems);
    List<String> rowReaders = new ArrayList<>();
    for (TypeElement row : rows) {
      rowWriter.write(row).ifPresent(rowReaders::add);
    }
    if (problems.count() > 0) {
      // Half of the classes would only bury the messages above under "cannot find symbol".
      for (ModelDef model : models) {
        new PathWriter(model, reverses).writeTo(processingEnv.getFiler());
      }
      return;
    }
    for (ModelDef model : models) {
      new PathWriter(model, reverses).writeTo(processingEnv.getFiler());
      new MetaWriter(model).writeTo(processingEnv.getFiler());
    }
    provider = new ProviderWriter(processingEnv, models, rows, rowReaders).write();
  }

  private List<TypeElement> allTypes(RoundEnvironment round) {
    List<TypeElement> found = new ArrayList<>();
    for (Element root : round.getRootElements()) {
      if (root instanceof TypeElement type) {
        addWithNested(type, found);
      }
    }
    return found;
  }

  private void addWithNested(TypeElement type, List<TypeElement> found) {
    if (type.getKind() == ElementKind.ANNOTATION_TYPE) {
      return;
    }
    found.add(type);
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(t -> addWithNested(t, found));
  }

  private void writeServices() throws IOException {
    if (!provider.isEmpty()) {
      writeService("io.quintet.orm.meta.ModelProvider", List.of(provider));
    }
    if (!migrations.isEmpty()) {
      writeService(MigrationIndex.MIGRATION, migrations);
    }
  }

  private void writeService(String service, Iterable<String> providers) throws IOException {
    var file =
        processingEnv
            .getFiler()
            .createResource(StandardLocation.CLASS_OUTPUT, "", "META-INF/services/" + service);
    try (Writer out = file.openWriter()) {
      for (String name : providers) {
        out.write(name + "\n");
      }
    }
  }
}
