package io.quintet.processor.serializer;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The public fields and methods of an entity. */
final class EntityMembers {
  static final String ONE = "io.quintet.orm.One";
  static final String MANY = "io.quintet.orm.Many";

  private final Elements elements;
  private final TypeElement entity;

  EntityMembers(Elements elements, TypeElement entity) {
    this.elements = elements;
    this.entity = entity;
  }

  Optional<VariableElement> field(String name) {
    return ElementFilter.fieldsIn(elements.getAllMembers(entity)).stream()
        .filter(f -> f.getSimpleName().contentEquals(name) && isPublicMember(f))
        .findFirst();
  }

  /** A method without arguments that returns something, by its name or that of its property. */
  Optional<ExecutableElement> method(String name) {
    return method(name, "").or(() -> method(name, "get")).or(() -> method(name, "is"));
  }

  private Optional<ExecutableElement> method(String name, String prefix) {
    String wanted = prefix.isEmpty() ? name : prefix + Text.capitalised(name);
    return ElementFilter.methodsIn(elements.getAllMembers(entity)).stream()
        .filter(m ->
            m.getSimpleName().contentEquals(wanted)
                && isPublicMember(m)
                && m.getParameters().isEmpty()
                && m.getReturnType().getKind() != TypeKind.VOID)
        .findFirst();
  }

  /** The name of the primary key. */
  String key() {
    return ElementFilter.fieldsIn(elements.getAllMembers(entity)).stream()
        .filter(f -> Marks.has(f, Marks.ORM + "PrimaryKey"))
        .map(f -> f.getSimpleName().toString())
        .findFirst()
        .orElse("id");
  }

  TypeMirror keyType() {
    return field(key()).orElseThrow().asType();
  }

  /** Whether this entity has a relation to a target that calls it by a name. */
  boolean pointsTo(TypeElement target, String relatedName) {
    return ElementFilter.fieldsIn(elements.getAllMembers(entity)).stream()
        .anyMatch(
            f -> related(f).filter(t -> t.equals(target)).isPresent() && calls(f, relatedName));
  }

  private boolean calls(VariableElement field, String name) {
    for (String annotation : List.of("ForeignKey", "ManyToMany", "OneToOne")) {
      var mark = Marks.find(field, Marks.ORM + annotation);
      if (mark.isPresent()) {
        String declared = (String) Marks.value(elements, mark.get(), "relatedName");
        String simple = entity.getSimpleName().toString();
        String standard = Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
        String set = annotation.equals("OneToOne") ? standard : standard + "Set";
        return declared.isEmpty() ? name.equals(set) : name.equals(declared);
      }
    }
    return false;
  }

  String fieldNames() {
    return String.join(
        ", ",
        ElementFilter.fieldsIn(elements.getAllMembers(entity)).stream()
            .filter(EntityMembers::isPublicMember)
            .map(f -> f.getSimpleName().toString())
            .toList());
  }

  /** The entity that a One or Many field leads to. */
  static Optional<TypeElement> related(VariableElement field) {
    if (!isOne(field) && !isMany(field)) {
      return Optional.empty();
    }
    TypeMirror target = ((DeclaredType) field.asType()).getTypeArguments().getFirst();
    return target instanceof DeclaredType declared
        ? Optional.of((TypeElement) declared.asElement())
        : Optional.empty();
  }

  static boolean isOne(VariableElement field) {
    return named(field.asType(), ONE);
  }

  static boolean isMany(VariableElement field) {
    return named(field.asType(), MANY);
  }

  private static boolean named(TypeMirror type, String name) {
    return type instanceof DeclaredType declared
        && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(name)
        && declared.getTypeArguments().size() == 1;
  }

  private static boolean isPublicMember(Element member) {
    return member.getModifiers().contains(Modifier.PUBLIC)
        && !member.getModifiers().contains(Modifier.STATIC);
  }
}
