package io.quintet.processor.serializer;

import io.quintet.processor.source.ProviderNames;
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
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/**
 * Writes a serializer for each record with {@code @Serializes}, and the list by which the program
 * finds them.
 */
@SupportedAnnotationTypes("io.quintet.rest.serializers.Serializes")
public final class SerializerProcessor extends AbstractProcessor {
  private static final String SERVICE = "io.quintet.rest.serializers.SerializerProvider";

  private final List<SerializerDef> written = new ArrayList<>();

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    try {
      List<SerializerDef> found = new ArrayList<>();
      for (TypeElement annotation : annotations) {
        for (Element element : round.getElementsAnnotatedWith(annotation)) {
          new RecordReader(processingEnv).read((TypeElement) element).ifPresent(found::add);
        }
      }
      for (SerializerDef def : found) {
        new SerializerWriter(def).writeTo(processingEnv.getFiler());
      }
      if (written.isEmpty() && !found.isEmpty()) {
        written.addAll(found);
        writeProvider();
      }
    } catch (IOException e) {
      processingEnv
          .getMessager()
          .printMessage(Diagnostic.Kind.ERROR, "A serializer cannot be written: " + e.getMessage());
    }
    return false;
  }

  private void writeProvider() throws IOException {
    String qualified =
        ProviderNames.of(
            processingEnv,
            written.stream().map(SerializerDef::packageName).toList(),
            "Serializers");
    int dot = qualified.lastIndexOf('.');
    var file =
        processingEnv
            .getFiler()
            .createSourceFile(
                qualified, written.stream().map(SerializerDef::record).toArray(Element[]::new));
    try (Writer out = file.openWriter()) {
      out.write(
          """
          // Written by quintet-processor.
          package %s;

          import io.quintet.rest.serializers.Serializer;
          import io.quintet.rest.serializers.SerializerProvider;
          import java.util.List;

          /** All serializers of this module. */
          public final class %s implements SerializerProvider {
            @Override
            public List<Serializer<?, ?>> serializers() {
              return List.of(
                  %s);
            }
          }
          """
              .formatted(
                  qualified.substring(0, dot),
                  qualified.substring(dot + 1),
                  String.join(
                      ",\n        ",
                      written.stream().map(d -> d.className() + ".INSTANCE").toList())));
    }
    var service =
        processingEnv
            .getFiler()
            .createResource(StandardLocation.CLASS_OUTPUT, "", "META-INF/services/" + SERVICE);
    try (Writer out = service.openWriter()) {
      out.write(qualified + "\n");
    }
  }
}
