package io.quintet.processor.model;

import static io.quintet.processor.model.Marks.ORM;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The foreign keys of a model through which a many-to-many relation goes: they stand in its table.
 */
final class ThroughKeys {
  private final Elements elements;
  private final Problems problems;

  ThroughKeys(Elements elements, Problems problems) {
    this.elements = elements;
    this.problems = problems;
  }

  /** Refuses a model that has a key only by the model that it extends. */
  void check(String where, VariableElement field, TypeMirror through, TypeMirror target) {
    TypeElement pairs = concrete((TypeElement) ((DeclaredType) through).asElement());
    Element owner = field.getEnclosingElement();
    List<TypeMirror> sides =
        Marks.has(owner, ORM + "Model") ? List.of(owner.asType(), target) : List.of(target);
    for (TypeMirror side : sides) {
      Optional<TypeElement> parent = parentWithKey(pairs, side);
      if (parent.isPresent()) {
        problems.error(
            field,
            "%s goes through %s, whose key to %s is a field of %s, which it extends: the pairs would stand in two tables."
                + " Go through %s, or declare the keys in %s.",
            where,
            pairs.getSimpleName(),
            ((DeclaredType) side).asElement().getSimpleName(),
            parent.get().getSimpleName(),
            parent.get().getSimpleName(),
            pairs.getSimpleName());
        return;
      }
    }
  }

  /** The model whose table a proxy uses; any other model itself. */
  private TypeElement concrete(TypeElement model) {
    TypeElement current = model;
    while (Proxies.isProxy(elements, current)) {
      current = parent(current);
    }
    return current;
  }

  /** The model with a table of its own that has the key, where the model itself has none. */
  private static Optional<TypeElement> parentWithKey(TypeElement pairs, TypeMirror side) {
    TypeElement current = pairs;
    TypeElement table = pairs;
    while (current.getSuperclass() instanceof DeclaredType) {
      if (Marks.has(current, ORM + "Model")) {
        table = current;
      }
      if (hasKey(current, side)) {
        return table.equals(pairs) ? Optional.empty() : Optional.of(table);
      }
      current = parent(current);
    }
    return Optional.empty();
  }

  private static TypeElement parent(TypeElement type) {
    return (TypeElement) ((DeclaredType) type.getSuperclass()).asElement();
  }

  private static boolean hasKey(TypeElement type, TypeMirror side) {
    return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
        .filter(RelationReader::isOne)
        .map(field -> ((DeclaredType) field.asType()).getTypeArguments())
        .anyMatch(arguments ->
            !arguments.isEmpty()
                && TypeNames.source(arguments.getFirst()).equals(TypeNames.source(side)));
  }
}
