package io.quintet.processor.template;

import java.util.List;
import java.util.Map;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Questions about types that templates ask. */
final class TypeFacts {
  /** Types whose members the interpreter knows, or that answer for themselves. */
  private static final List<String> OPEN =
      List.of(
          "java.util.Map",
          "java.util.Collection",
          "java.lang.Iterable",
          "java.lang.CharSequence",
          "java.lang.Number",
          "java.time.temporal.TemporalAccessor",
          "java.time.temporal.TemporalAmount",
          "java.util.Map.Entry",
          "java.lang.Enum",
          "io.quintet.templates.TemplateObject",
          "io.quintet.core.MultiMap",
          "io.quintet.orm.Many",
          "io.quintet.orm.QuerySet",
          "io.quintet.storage.StoredFile");

  private final Elements elements;
  private final Types types;

  TypeFacts(ProcessingEnvironment environment) {
    this.elements = environment.getElementUtils();
    this.types = environment.getTypeUtils();
  }

  Elements elements() {
    return elements;
  }

  TypeElement element(TypeMirror type) {
    return type instanceof DeclaredType declared ? (TypeElement) declared.asElement() : null;
  }

  TypeMirror declared(String name) {
    TypeElement element = elements.getTypeElement(name);
    return element == null ? null : types.getDeclaredType(element);
  }

  TypeMirror primitive(TypeKind kind) {
    return types.getPrimitiveType(kind);
  }

  TypeMirror boxed(TypeMirror type) {
    return type.getKind().isPrimitive()
        ? types.boxedClass((javax.lang.model.type.PrimitiveType) type).asType()
        : type;
  }

  boolean is(TypeMirror type, String name) {
    TypeElement element = element(type);
    return element != null && element.getQualifiedName().contentEquals(name);
  }

  boolean isA(TypeMirror type, String name) {
    return superType(type, name) != null;
  }

  /** The super-type of that name with its arguments, or null. */
  DeclaredType superType(TypeMirror type, String name) {
    if (is(type, name)) {
      return (DeclaredType) type;
    }
    if (!(type instanceof DeclaredType)) {
      return null;
    }
    for (TypeMirror above : types.directSupertypes(type)) {
      DeclaredType found = superType(above, name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The argument of a generic type, or null when there is none to speak of. */
  TypeMirror argument(DeclaredType type, int index) {
    return type.getTypeArguments().size() <= index
        ? null
        : known(type.getTypeArguments().get(index));
  }

  /** A type without wildcards and variables; null for those that say nothing. */
  TypeMirror known(TypeMirror type) {
    TypeMirror bound =
        switch (type) {
          case WildcardType wildcard -> wildcard.getExtendsBound();
          case TypeVariable variable -> variable.getUpperBound();
          default -> type;
        };
    if (bound == null || bound.getKind() == TypeKind.NULL || is(bound, "java.lang.Object")) {
      return null;
    }
    return bound instanceof DeclaredType
            || bound instanceof ArrayType
            || bound.getKind().isPrimitive()
        ? bound
        : null;
  }

  /** The elements that a loop goes through, or null if that is not known. */
  TypeMirror element(TypeMirror type, int ignored) {
    if (type instanceof ArrayType array) {
      return known(array.getComponentType());
    }
    DeclaredType iterable = superType(type, "java.lang.Iterable");
    return iterable == null ? null : argument(iterable, 0);
  }

  boolean isOpen(TypeMirror type) {
    return type instanceof ArrayType || OPEN.stream().anyMatch(name -> isA(type, name));
  }

  Map<String, Element> members(TypeMirror type) {
    TypeElement element = element(type);
    return element == null ? Map.of() : Members.of(element, elements);
  }

  /**
   * Reads a member: the code after the value, with its type; relations and optionals are opened.
   */
  Code read(TypeMirror owner, Element member) {
    TypeMirror type = types.asMemberOf((DeclaredType) owner, member);
    boolean field = member.getKind() == ElementKind.FIELD;
    String suffix = "." + member.getSimpleName() + (field ? "" : "()");
    return opened(suffix, type instanceof ExecutableType method ? method.getReturnType() : type);
  }

  private Code opened(String java, TypeMirror type) {
    if (is(type, "io.quintet.orm.One")) {
      return new Code(java + ".get()", argument((DeclaredType) type, 0));
    }
    if (is(type, "java.util.Optional")) {
      return new Code(java + ".orElse(null)", argument((DeclaredType) type, 0));
    }
    if (is(type, "java.util.function.Supplier")) {
      return new Code(java + ".get()", argument((DeclaredType) type, 0));
    }
    return new Code(java, known(type));
  }
}
