package io.quintet.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** One annotation of an element with its values by name, defaults included. */
record Marks(AnnotationMirror mirror, Elements elements) {
  static final String ORM = "io.quintet.orm.annotation.";
  static final String JAKARTA = "jakarta.validation.constraints.";

  static Optional<Marks> find(Elements elements, Element element, String name) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (nameOf(mirror).equals(name)) {
        return Optional.of(new Marks(mirror, elements));
      }
    }
    return Optional.empty();
  }

  static boolean has(Element element, String name) {
    return element.getAnnotationMirrors().stream().anyMatch(m -> nameOf(m).equals(name));
  }

  /** All annotations of a repeatable kind. */
  static List<Marks> all(Elements elements, Element element, String name) {
    List<Marks> found = new ArrayList<>();
    find(elements, element, name).ifPresent(found::add);
    find(elements, element, name + ".List")
        .ifPresent(list -> {
          for (Object item : (List<?>) list.value("value").getValue()) {
            found.add(new Marks((AnnotationMirror) ((AnnotationValue) item).getValue(), elements));
          }
        });
    return found;
  }

  static boolean nullable(List<? extends AnnotationMirror> mirrors) {
    return mirrors.stream()
        .anyMatch(m -> m.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable"));
  }

  private static String nameOf(AnnotationMirror mirror) {
    return ((TypeElement) mirror.getAnnotationType().asElement()).getQualifiedName().toString();
  }

  private AnnotationValue value(String name) {
    for (var entry : elements.getElementValuesWithDefaults(mirror).entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(name)) {
        return entry.getValue();
      }
    }
    throw new IllegalStateException(nameOf(mirror) + " has no value \"" + name + "\"");
  }

  String text(String name) {
    return (String) value(name).getValue();
  }

  int number(String name) {
    return (Integer) value(name).getValue();
  }

  long longNumber(String name) {
    return (Long) value(name).getValue();
  }

  boolean flag(String name) {
    return (Boolean) value(name).getValue();
  }

  String constant(String name) {
    return ((VariableElement) value(name).getValue()).getSimpleName().toString();
  }

  TypeMirror type(String name) {
    return (TypeMirror) value(name).getValue();
  }

  List<String> texts(String name) {
    List<String> found = new ArrayList<>();
    for (Object item : (List<?>) value(name).getValue()) {
      found.add((String) ((AnnotationValue) item).getValue());
    }
    return found;
  }

  /** The message of a constraint, empty when it is the standard one. */
  String message() {
    String text = text("message");
    return text.startsWith("{") && text.endsWith("}") ? "" : text;
  }
}
