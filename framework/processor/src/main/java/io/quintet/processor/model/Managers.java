package io.quintet.processor.model;

import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds the manager of a model. */
final class Managers {
  private static final String MANAGER = "io.quintet.orm.Manager";

  private Managers() {}

  /**
   * The name of the first public static final field that is a manager; empty when there is none.
   */
  static String first(TypeElement model) {
    for (VariableElement field : ElementFilter.fieldsIn(model.getEnclosedElements())) {
      Set<Modifier> modifiers = field.getModifiers();
      if (modifiers.contains(Modifier.PUBLIC)
          && modifiers.contains(Modifier.STATIC)
          && modifiers.contains(Modifier.FINAL)
          && isManager(field.asType())) {
        return field.getSimpleName().toString();
      }
    }
    return "";
  }

  private static boolean isManager(TypeMirror type) {
    TypeMirror current = type;
    while (current instanceof DeclaredType declared) {
      TypeElement element = (TypeElement) declared.asElement();
      if (element.getQualifiedName().contentEquals(MANAGER)) {
        return true;
      }
      current = element.getSuperclass();
    }
    return false;
  }
}
