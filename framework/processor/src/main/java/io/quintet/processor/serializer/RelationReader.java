package io.quintet.processor.serializer;

import io.quintet.processor.source.Literals;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Reads a component that stands for a relation: nested, by key, by slug, or as text. */
final class RelationReader {
  private static final String CHECKED = "io.quintet.rest.serializers.Values";

  private final Elements elements;
  private final RecordReader problems;
  private final TypeElement record;
  private final Component component;

  RelationReader(
      ProcessingEnvironment environment,
      RecordReader problems,
      TypeElement record,
      Component component) {
    this.elements = environment.getElementUtils();
    this.problems = problems;
    this.record = record;
    this.component = component;
  }

  Optional<ComponentDef> read(VariableElement field) {
    boolean many = EntityMembers.isMany(field);
    TypeElement target = EntityMembers.related(field).orElseThrow();
    if (many != component.isList()) {
      return problems.problem(
          component.element,
          "%s.%s is a %s, but %s leads to %s. Declare the component as %s.",
          record.getSimpleName(),
          component.name,
          TypeTexts.simple(component.type),
          field.getSimpleName(),
          many ? "many rows" : "one row",
          many ? "a List" : "the class of the other row, its key, or a nested record");
    }
    String name = field.getSimpleName().toString();
    component.with("from(%s)", Literals.literal(name));
    String rows = many ? "e." + name + ".list()" : "e." + name + ".get()";
    return TypeTexts.isRecord(component.item())
        ? nested(target, many, rows)
        : related(name, target, many, rows);
  }

  /** Rows of another model that point to the entity under a name. */
  Optional<ComponentDef> reverse(TypeElement entity, String source) {
    if (!component.isList() || !(component.item() instanceof DeclaredType declared)) {
      return Optional.empty();
    }
    TypeElement item = (TypeElement) declared.asElement();
    TypeElement other = TypeTexts.isRecord(component.item()) ? serialized(item).orElse(item) : item;
    if (!new EntityMembers(elements, other).pointsTo(entity, source)) {
      return Optional.empty();
    }
    component.with("from(%s)", Literals.literal(source)).with("readOnly()");
    String rows =
        "e.related(%s.class, %s).list()"
            .formatted(TypeTexts.of(other.asType()), Literals.literal(source));
    return TypeTexts.isRecord(component.item())
        ? nested(other, true, rows)
        : related("", other, true, rows);
  }

  private Optional<TypeElement> serialized(TypeElement nested) {
    return Marks.find(nested, Marks.REST + "Serializes")
        .map(m -> Marks.value(elements, m, "value"))
        .filter(DeclaredType.class::isInstance)
        .map(t -> (TypeElement) ((DeclaredType) t).asElement());
  }

  private Optional<ComponentDef> nested(TypeElement target, boolean many, String rows) {
    TypeElement other = (TypeElement) ((DeclaredType) component.item()).asElement();
    if (!serialized(other).filter(target::equals).isPresent()) {
      return problems.problem(
          component.element,
          "%s.%s is a %s, which does not serialize %s. Annotate %s with @Serializes(%s.class).",
          record.getSimpleName(),
          component.name,
          TypeTexts.simple(component.item()),
          target.getSimpleName(),
          other.getSimpleName(),
          target.getSimpleName());
    }
    String serializer = TypeTexts.serializerName(elements, other) + ".INSTANCE";
    component.with("nested(() -> %s, %s)", serializer, many);
    String helper = many ? "Represent.listOrNull" : "Represent.orNull";
    return Optional.of(
        component.def(
            "%s(%s, %s::read)".formatted(helper, rows, serializer),
            "%s(%s, %s::toMap)".formatted(helper, component.accessor(), serializer),
            "%s((%s) v.get(%s), %s::record)"
                .formatted(
                    helper,
                    many ? "java.util.List<" + CHECKED + ">" : CHECKED,
                    Literals.literal(component.name),
                    serializer)));
  }

  private Optional<ComponentDef> related(
      String field, TypeElement target, boolean many, String rows) {
    EntityMembers members = new EntityMembers(elements, target);
    Optional<String> slug = component.text("SlugRelated");
    String by = slug.orElseGet(members::key);
    Optional<VariableElement> named = members.field(by);
    if (named.isEmpty() || EntityMembers.related(named.get()).isPresent()) {
      return problems.problem(
          component.element,
          "%s.%s: @SlugRelated(\"%s\"), but %s has no plain field of that name. It has %s.",
          record.getSimpleName(),
          component.name,
          by,
          target.getSimpleName(),
          members.fieldNames());
    }
    TypeMirror byType = named.get().asType();
    String item = TypeTexts.boxed(component.item());
    String targetType = TypeTexts.of(target.asType());
    String helper = many ? "Represent.listOrNull" : "Represent.orNull";
    String rowsType = many ? "java.util.List<" + targetType + ">" : targetType;
    String taken = "(%s) v.get(%s)".formatted(rowsType, Literals.literal(component.name));
    if (item.equals(targetType)) {
      component.with("related(%s)", Literals.literal(slug.orElse("")));
      String show = Values.show(byType, "t." + by, component.name);
      return Optional.of(
          component.def(
              rows, "%s(%s, t -> %s)".formatted(helper, component.accessor(), show), taken));
    }
    if (item.equals(TypeTexts.boxed(byType))) {
      component.with("related(%s)", Literals.literal(slug.orElse("")));
      boolean keyOnly = !many && slug.isEmpty();
      String read =
          keyOnly && component.isPrimitive()
              ? "asLong(e." + field + ".key())"
              : keyOnly
                  ? "(" + item + ") e." + field + ".key()"
                  : "%s(%s, t -> t.%s)".formatted(helper, rows, by);
      String each = Values.show(byType, "t", component.name);
      String show =
          each.equals("t")
              ? component.accessor()
              : "%s(%s, t -> %s)".formatted(helper, component.accessor(), each);
      String take = "%s(%s, t -> t.%s)".formatted(helper, taken, by);
      return Optional.of(
          component.def(read, show, component.isPrimitive() ? "asLong(" + take + ")" : take));
    }
    if (item.equals("java.lang.String") && slug.isEmpty()) {
      component.with("words(%s)", many);
      return Optional.of(
          component.def(
              many
                  ? "Represent.list(%s, Represent::words)".formatted(rows)
                  : "Represent.words(" + rows + ")",
              component.accessor(),
              component.takeNothing()));
    }
    return problems.problem(
        component.element,
        "%s.%s is a %s. A relation to %s is shown as %s (its %s), as %s, as String (its text,"
            + " read-only), or as a record with @Serializes(%s.class)%s.",
        record.getSimpleName(),
        component.name,
        TypeTexts.simple(component.type),
        target.getSimpleName(),
        TypeTexts.simple(byType),
        by,
        target.getSimpleName(),
        target.getSimpleName(),
        many ? ", each in a List" : "");
  }
}
