package io.quintet.processor.model;

import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds the migrations of a compilation: classes that extend or implement Migration. */
final class MigrationIndex {
  static final String MIGRATION = "io.quintet.orm.migrations.Migration";

  private MigrationIndex() {}

  static boolean isMigration(TypeElement type) {
    return type.getKind() == ElementKind.CLASS
        && !type.getModifiers().contains(Modifier.ABSTRACT)
        && !type.getModifiers().contains(Modifier.PRIVATE)
        && extendsMigration(type);
  }

  static void check(TypeElement type, Problems problems) {
    boolean nestedInstance =
        type.getNestingKind().isNested() && !type.getModifiers().contains(Modifier.STATIC);
    boolean constructor =
        ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
            .anyMatch(
                c -> c.getParameters().isEmpty() && c.getModifiers().contains(Modifier.PUBLIC));
    if (nestedInstance || !type.getModifiers().contains(Modifier.PUBLIC) || !constructor) {
      problems.error(
          type,
          "Migration %s cannot be found at run time. Make it a public class with a public constructor without arguments.",
          type.getSimpleName());
    }
  }

  private static boolean extendsMigration(TypeElement type) {
    if (named(type.getSuperclass())) {
      return true;
    }
    for (TypeMirror implemented : type.getInterfaces()) {
      if (named(implemented)) {
        return true;
      }
    }
    return type.getSuperclass() instanceof DeclaredType parent
        && extendsMigration((TypeElement) parent.asElement());
  }

  private static boolean named(TypeMirror type) {
    return type instanceof DeclaredType declared
        && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(MIGRATION);
  }
}
