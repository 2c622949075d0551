package io.quintet.processor.serializer;

import io.quintet.processor.source.Literals;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads the components of a record that shows a model. */
final class EntityReader {
  private final ProcessingEnvironment environment;
  private final Elements elements;
  private final RecordReader problems;
  private final TypeElement record;
  private final TypeElement entity;
  private final EntityMembers members;

  EntityReader(
      ProcessingEnvironment environment,
      RecordReader problems,
      TypeElement record,
      TypeElement entity) {
    this.environment = environment;
    this.elements = environment.getElementUtils();
    this.problems = problems;
    this.record = record;
    this.entity = entity;
    this.members = new EntityMembers(elements, entity);
  }

  Optional<ComponentDef> read(Component component) {
    Optional<ExecutableElement> maker = maker(component);
    if (maker.isPresent()) {
      String call = "%s.%s(e)".formatted(TypeTexts.of(record.asType()), component.name);
      return computed(component, maker.get().getReturnType(), call);
    }
    String source = component.text("Source").orElse(component.name);
    if (source.indexOf('.') >= 0) {
      return path(component, source);
    }
    Optional<VariableElement> field = members.field(source);
    if (field.isEmpty() && source.endsWith("Id")) {
      field =
          members
              .field(source.substring(0, source.length() - 2))
              .filter(EntityMembers::isOne)
              .filter(f -> !TypeTexts.isRecord(component.type));
    }
    if (field.isPresent()) {
      return EntityMembers.related(field.get()).isPresent()
          ? new RelationReader(environment, problems, record, component).read(field.get())
          : plain(component, field.get());
    }
    Optional<ExecutableElement> method = members.method(source);
    if (method.isPresent()) {
      return computed(
          component, method.get().getReturnType(), "e." + method.get().getSimpleName() + "()");
    }
    Optional<ComponentDef> reverse =
        new RelationReader(environment, problems, record, component).reverse(entity, source);
    if (reverse.isPresent()) {
      return reverse;
    }
    return problems.problem(
        component.element,
        "%s.%s: %s has no field, method or related rows called \"%s\". It has the fields %s. Name"
            + " one with @Source, or add to the record: static %s %s(%s it).",
        record.getSimpleName(),
        component.name,
        entity.getSimpleName(),
        source,
        members.fieldNames(),
        TypeTexts.simple(component.type),
        component.name,
        entity.getSimpleName());
  }

  /** A static method of the record with the name of the component that takes the entity. */
  private Optional<ExecutableElement> maker(Component component) {
    return ElementFilter.methodsIn(record.getEnclosedElements()).stream()
        .filter(m ->
            m.getSimpleName().contentEquals(component.name)
                && m.getModifiers().contains(Modifier.STATIC)
                && !m.getModifiers().contains(Modifier.PRIVATE)
                && m.getParameters().size() == 1
                && environment
                    .getTypeUtils()
                    .isSubtype(entity.asType(), m.getParameters().getFirst().asType()))
        .findFirst();
  }

  private Optional<ComponentDef> plain(Component component, VariableElement field) {
    if (!TypeTexts.boxed(field.asType()).equals(TypeTexts.boxed(component.type))) {
      return mismatch(component, field.asType(), entity.getSimpleName() + "." + field);
    }
    component.with("from(%s)", Literals.literal(field.getSimpleName().toString()));
    return Optional.of(
        component.def(
            "e." + field.getSimpleName(),
            Values.show(component.type, component.accessor(), component.name),
            component.takePlain()));
  }

  private Optional<ComponentDef> mismatch(Component component, TypeMirror found, String what) {
    return problems.problem(
        component.element,
        "%s.%s is a %s, but %s is a %s. Declare the component as %s.",
        record.getSimpleName(),
        component.name,
        TypeTexts.simple(component.type),
        what,
        TypeTexts.simple(found),
        TypeTexts.simple(found));
  }

  /** A value that the entity makes: shown only. */
  private Optional<ComponentDef> computed(Component component, TypeMirror type, String call) {
    if (!TypeTexts.boxed(type).equals(TypeTexts.boxed(component.type))) {
      return mismatch(component, type, "what " + call + " returns");
    }
    Optional<String> shape = new Values(elements).fieldType(component.field, component.item());
    if (shape.isEmpty() && TypeTexts.isRecord(component.item())) {
      return computedNested(component, call);
    }
    if (shape.isEmpty()) {
      return problems.problem(
          component.element,
          "%s.%s is a %s, which JSON has no shape for. Allowed: %s.",
          record.getSimpleName(),
          component.name,
          TypeTexts.simple(component.type),
          Values.ALLOWED);
    }
    component.with("readOnly()").with(component.isList() ? "values(%s)" : "value(%s)", shape.get());
    String each = Values.show(component.item(), "t", component.name);
    String show =
        component.isList() && !each.equals("t")
            ? "Represent.listOrNull(%s, t -> %s)".formatted(component.accessor(), each)
            : component.isList()
                ? component.accessor()
                : Values.show(component.type, component.accessor(), component.name);
    return Optional.of(component.def(call, show, component.takeNothing()));
  }

  private Optional<ComponentDef> computedNested(Component component, String call) {
    TypeElement other = (TypeElement) ((DeclaredType) component.item()).asElement();
    if (!Marks.has(other, Marks.REST + "Serializes")) {
      return problems.problem(
          component.element,
          "%s.%s is a %s, which is no serializer. Annotate it with @Serializes.",
          record.getSimpleName(),
          component.name,
          TypeTexts.simple(component.item()));
    }
    String serializer = TypeTexts.serializerName(elements, other) + ".INSTANCE";
    component.with("readOnly()").with("nested(() -> %s, %s)", serializer, component.isList());
    String helper = component.isList() ? "Represent.listOrNull" : "Represent.orNull";
    return Optional.of(
        component.def(
            call, "%s(%s, %s::toMap)".formatted(helper, component.accessor(), serializer), "null"));
  }

  /** {@code author.name}: through relations, fields and methods; shown only. */
  private Optional<ComponentDef> path(Component component, String source) {
    String expression = "e";
    EntityMembers current = members;
    TypeElement type = entity;
    String[] parts = source.split("\\.");
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      Optional<VariableElement> field = current.field(parts[i]);
      Optional<ExecutableElement> method =
          field.isPresent() ? Optional.empty() : current.method(parts[i]);
      if (field.isPresent() && EntityMembers.isOne(field.get()) && !last) {
        type = EntityMembers.related(field.get()).orElseThrow();
        expression = step(expression, "%s." + field.get().getSimpleName() + ".get()", i);
        current = new EntityMembers(elements, type);
      } else if (last && field.isPresent() && EntityMembers.related(field.get()).isEmpty()) {
        return computed(
            component,
            field.get().asType(),
            step(expression, "%s." + field.get().getSimpleName(), i));
      } else if (last && method.isPresent()) {
        return computed(
            component,
            method.get().getReturnType(),
            step(expression, "%s." + method.get().getSimpleName() + "()", i));
      } else {
        return problems.problem(
            component.element,
            "%s.%s: in @Source(\"%s\"), %s has no %s called \"%s\". It has the fields %s.",
            record.getSimpleName(),
            component.name,
            source,
            type.getSimpleName(),
            last ? "field or method" : "foreign key",
            parts[i],
            current.fieldNames());
      }
    }
    throw new IllegalStateException("a path has a last part");
  }

  private static String step(String before, String access, int position) {
    return position == 0
        ? access.formatted(before)
        : "Represent.orNull(%s, t%d -> %s)"
            .formatted(before, position, access.formatted("t" + position));
  }
}
