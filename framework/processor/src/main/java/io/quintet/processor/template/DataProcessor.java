package io.quintet.processor.template;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/** Writes, for all types marked {@code @TemplateData}, the code by which templates read them. */
@SupportedAnnotationTypes(DataProcessor.DATA)
public final class DataProcessor extends AbstractProcessor {
  static final String DATA = "io.quintet.templates.TemplateData";
  private static final String SERVICE = "io.quintet.templates.PropertyAccess";

  private final List<TypeElement> types = new ArrayList<>();

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (TypeElement annotation : annotations) {
      for (Element element : round.getElementsAnnotatedWith(annotation)) {
        if (element instanceof TypeElement type && isReachable(type)) {
          types.add(type);
        }
      }
    }
    if (!annotations.isEmpty() && !types.isEmpty()) {
      write();
    }
    return false;
  }

  private boolean isReachable(TypeElement type) {
    for (Element e = type; e.getKind().isDeclaredType(); e = e.getEnclosingElement()) {
      if (e.getModifiers().contains(Modifier.PRIVATE)) {
        error(
            type,
            "%s is private, so the generated code cannot read it for templates. Remove private."
                .formatted(e.getSimpleName()));
        return false;
      }
    }
    return true;
  }

  /** One file for each package, since only there types that are not public can be read. */
  private void write() {
    List<String> written = new ArrayList<>();
    types.stream()
        .map(type -> processingEnv.getElementUtils().getPackageOf(type))
        .distinct()
        .forEach(home -> {
          List<TypeElement> here =
              types.stream()
                  .filter(type -> processingEnv.getElementUtils().getPackageOf(type).equals(home))
                  .toList();
          DataWriter writer =
              new DataWriter(
                  processingEnv.getElementUtils(), home.getQualifiedName().toString(), here);
          try (Writer out =
              processingEnv
                  .getFiler()
                  .createSourceFile(writer.name(), here.toArray(Element[]::new))
                  .openWriter()) {
            out.write(writer.source());
            written.add(writer.name());
          } catch (IOException e) {
            error(here.getFirst(), "Generated source cannot be written: " + e.getMessage());
          }
        });
    try (Writer out =
        processingEnv
            .getFiler()
            .createResource(StandardLocation.CLASS_OUTPUT, "", "META-INF/services/" + SERVICE)
            .openWriter()) {
      out.write(String.join("\n", written) + "\n");
    } catch (IOException e) {
      error(types.getFirst(), "The list of template data cannot be written: " + e.getMessage());
    }
    types.clear();
  }

  private void error(Element element, String message) {
    processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message, element);
  }
}
