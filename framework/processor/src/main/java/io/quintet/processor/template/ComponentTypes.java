package io.quintet.processor.template;

import java.util.List;
import java.util.Set;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** What values the types of {@code {% props %}} take. */
final class ComponentTypes {
  private static final Set<TypeKind> NUMBERS =
      Set.of(
          TypeKind.INT,
          TypeKind.LONG,
          TypeKind.SHORT,
          TypeKind.BYTE,
          TypeKind.DOUBLE,
          TypeKind.FLOAT);
  private static final List<String> LISTS =
      List.of(
          "java.lang.Iterable",
          "java.util.Map",
          "java.util.Iterator",
          "java.util.stream.BaseStream",
          "io.quintet.core.MultiMap");

  private final TypeFacts facts;

  ComponentTypes(TypeFacts facts) {
    this.facts = facts;
  }

  /** Whether a value can be of that type; what has no type is looked at while rendering. */
  boolean mayHold(String type, Code value) {
    TypeMirror is = value.type();
    if (is == null) {
      return true;
    }
    TypeKind kind = is.getKind();
    return switch (type) {
      case "text" -> facts.isA(is, "java.lang.CharSequence");
      case "number" -> NUMBERS.contains(kind) || facts.isA(is, "java.lang.Number");
      case "flag" -> kind == TypeKind.BOOLEAN || facts.is(is, "java.lang.Boolean");
      case "list" -> kind == TypeKind.ARRAY || LISTS.stream().anyMatch(list -> facts.isA(is, list));
      default -> true;
    };
  }

  /** The type as a person says it. */
  String shown(Code value) {
    TypeMirror type = value.type();
    if (facts.is(type, "io.quintet.core.text.SafeString")) {
      return "text";
    }
    return facts.element(type) == null
        ? type.toString()
        : facts.element(type).getSimpleName().toString();
  }
}
