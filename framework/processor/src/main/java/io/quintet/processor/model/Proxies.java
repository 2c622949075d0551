package io.quintet.processor.model;

import static io.quintet.processor.model.Marks.ORM;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads @Model(proxy = true): another view of the rows of a model. */
final class Proxies {
  private final Elements elements;
  private final Problems problems;

  Proxies(Elements elements, Problems problems) {
    this.elements = elements;
    this.problems = problems;
  }

  static boolean isProxy(Elements elements, TypeElement type) {
    return Marks.find(elements, type, ORM + "Model").map(m -> m.flag("proxy")).orElse(false);
  }

  /**
   * The model whose rows a class has: itself when it is no proxy; empty when the declaration is
   * wrong.
   *
   * @param chain the class and its parents, the most general first
   */
  Optional<TypeElement> concrete(TypeElement type, String name, List<TypeElement> chain) {
    if (!isProxy(elements, type)) {
      return Optional.of(type);
    }
    List<TypeElement> parents = chain.subList(0, chain.size() - 1);
    Optional<TypeElement> base =
        parents.reversed().stream()
            .filter(p -> Marks.has(p, ORM + "Model") && !isProxy(elements, p))
            .findFirst();
    if (base.isEmpty()) {
      problems.error(
          type,
          "%s is a proxy but extends no model. Write: public class %s extends Post, where Post is a model.",
          name,
          name);
      return Optional.empty();
    }
    return hasColumns(type, name, base.get()) ? Optional.empty() : base;
  }

  private boolean hasColumns(TypeElement type, String name, TypeElement base) {
    for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      Set<Modifier> modifiers = field.getModifiers();
      if (modifiers.contains(Modifier.PUBLIC)
          && !modifiers.contains(Modifier.STATIC)
          && !modifiers.contains(Modifier.TRANSIENT)) {
        problems.error(
            field,
            "%s.%s is a column, but %s is a proxy and has those of %s. Declare it there, or make it transient.",
            name,
            field.getSimpleName(),
            name,
            base.getSimpleName());
        return true;
      }
    }
    return false;
  }
}
