package io.quintet.processor.serializer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** The annotations of an element and their values. */
final class Marks {
  static final String REST = "io.quintet.rest.serializers.";
  static final String ORM = "io.quintet.orm.annotation.";
  static final String JAKARTA = "jakarta.validation.constraints.";

  private Marks() {}

  static Optional<AnnotationMirror> find(Element element, String name) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (named(mirror, name)) {
        return Optional.of(mirror);
      }
    }
    return Optional.empty();
  }

  static boolean has(Element element, String name) {
    return find(element, name).isPresent();
  }

  static boolean nullable(Element element, TypeMirror type) {
    return anyNullable(element.getAnnotationMirrors()) || anyNullable(type.getAnnotationMirrors());
  }

  private static boolean anyNullable(List<? extends AnnotationMirror> mirrors) {
    return mirrors.stream()
        .anyMatch(m -> m.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable"));
  }

  private static boolean named(AnnotationMirror mirror, String name) {
    return ((TypeElement) mirror.getAnnotationType().asElement())
        .getQualifiedName()
        .contentEquals(name);
  }

  /** The value of an annotation, defaults included. */
  static Object value(Elements elements, AnnotationMirror mirror, String name) {
    Map<? extends ExecutableElement, ? extends AnnotationValue> values =
        elements.getElementValuesWithDefaults(mirror);
    for (var entry : values.entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(name)) {
        return entry.getValue().getValue();
      }
    }
    throw new IllegalStateException(mirror + " has no value \"" + name + "\"");
  }

  /** The message of a constraint; empty when it is the standard one. */
  static String message(Elements elements, AnnotationMirror mirror) {
    String text = (String) value(elements, mirror, "message");
    return text.startsWith("{") && text.endsWith("}") ? "" : text;
  }
}
