package io.quintet.processor.model;

import static io.quintet.processor.model.Marks.ORM;

import io.quintet.processor.source.Literals;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads what a model has from the model that it extends: multi-table inheritance. */
final class Parents {
  private final Elements elements;
  private final Problems problems;

  Parents(Elements elements, Problems problems) {
    this.elements = elements;
    this.problems = problems;
  }

  /**
   * The nearest model with a table of its own that a model extends.
   *
   * @param chain the class and its parents, the most general first
   */
  Optional<TypeElement> of(List<TypeElement> chain) {
    return chain.subList(0, chain.size() - 1).reversed().stream()
        .filter(p -> Marks.has(p, ORM + "Model") && !Proxies.isProxy(elements, p))
        .findFirst();
  }

  /** The column of a model that is its key and points to the row of its parent. */
  static FieldDef link(TypeElement parent, FieldDef key) {
    String simple = parent.getSimpleName().toString();
    String name = Names.decapitalised(simple) + "Ptr";
    String target = parent.getQualifiedName().toString();
    return new FieldDef(
        null,
        name,
        Names.snake(name) + "_id",
        Kind.REFERENCE,
        target,
        target,
        false,
        false,
        "new FieldType.Reference(" + target + ".class)",
        List.of(
            "verboseName(" + Literals.literal(Names.words(name)) + ")",
            "readOnly()",
            "primaryKey()",
            FieldDef.PARENT_LINK,
            "relation(RelationMeta.toOne(%s, RelationMeta.Kind.ONE_TO_ONE, %s.class, OnDelete.CASCADE, \"\", true))"
                .formatted(Literals.literal(name), target)),
        -1,
        target,
        true,
        "",
        "",
        key.kind() == Kind.REFERENCE ? key.keyKind() : key.kind());
  }

  /** Whether a child adds to its parent, and takes nothing away. */
  void check(
      TypeElement type, TypeElement parent, List<TypeElement> own, List<FieldDef> inherited) {
    String name = type.getSimpleName().toString();
    for (TypeElement part : own) {
      for (VariableElement field : ElementFilter.fieldsIn(part.getEnclosedElements())) {
        if (!field.getModifiers().contains(Modifier.STATIC)) {
          checkField(name, parent, field, inherited);
        }
      }
    }
    if (Managers.first(type).isEmpty() && !Managers.first(parent).isEmpty()) {
      problems.error(
          type,
          "%s declares no manager, so %s.%s would be that of %s. Write: public static final Manager<%s> %s = Manager.of(%s.class);",
          name,
          name,
          Managers.first(parent),
          parent.getSimpleName(),
          name,
          Managers.first(parent),
          name);
    }
  }

  private void checkField(
      String name, TypeElement parent, VariableElement field, List<FieldDef> inherited) {
    String own = field.getSimpleName().toString();
    Set<Modifier> modifiers = field.getModifiers();
    boolean column = modifiers.contains(Modifier.PUBLIC) && !modifiers.contains(Modifier.TRANSIENT);
    if (column && Marks.has(field, ORM + "PrimaryKey")) {
      problems.error(
          field,
          "%s.%s is @PrimaryKey, but a %s has the key of %s, which it extends. Remove @PrimaryKey; @Unique keeps its values apart.",
          name,
          own,
          name,
          parent.getSimpleName());
    }
    if (inherited.stream().anyMatch(f -> f.name().equals(own))) {
      problems.error(
          field,
          "%s.%s hides the field of that name of %s. A model has all columns of the model that it extends: remove it, or give it another name.",
          name,
          own,
          parent.getSimpleName());
    }
  }
}
