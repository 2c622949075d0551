package io.quintet.processor.serializer;

import io.quintet.processor.source.Literals;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Reads the components of a record that stands for itself. */
final class FreeReader {
  private final Elements elements;
  private final RecordReader problems;
  private final TypeElement record;
  private final Values values;

  FreeReader(Elements elements, RecordReader problems, TypeElement record) {
    this.elements = elements;
    this.problems = problems;
    this.record = record;
    this.values = new Values(elements);
  }

  Optional<ComponentDef> read(Component component) {
    if (component.has("SlugRelated") || component.has("Source")) {
      return problems.problem(
          component.element,
          "%s.%s: @SlugRelated and @Source need a model. Write @Serializes(SomeModel.class).",
          record.getSimpleName(),
          component.name);
    }
    TypeMirror item = component.item();
    if (TypeTexts.isRecord(item)) {
      return nested(component, item);
    }
    if (TypeTexts.boxed(component.type).equals("io.quintet.storage.UploadedFile")) {
      return Optional.of(
          component.with("upload()").with("writeOnly()").def("", "null", component.takePlain()));
    }
    Optional<String> type = values.fieldType(component.field, item);
    if (type.isEmpty()) {
      return problems.problem(
          component.element,
          "%s.%s is a %s, which JSON has no shape for. Allowed: %s.",
          record.getSimpleName(),
          component.name,
          TypeTexts.simple(component.type),
          Values.ALLOWED);
    }
    if (component.isList()) {
      String each = Values.show(item, "t", component.name);
      return Optional.of(
          component
              .with("values(%s)", type.get())
              .def(
                  "",
                  each.equals("t")
                      ? component.accessor()
                      : "Represent.listOrNull(%s, t -> %s)".formatted(component.accessor(), each),
                  component.takePlain()));
    }
    return Optional.of(
        component
            .with("value(%s)", type.get())
            .def(
                "",
                Values.show(component.type, component.accessor(), component.name),
                component.takePlain()));
  }

  private Optional<ComponentDef> nested(Component component, TypeMirror item) {
    TypeElement other = (TypeElement) ((DeclaredType) item).asElement();
    if (!Marks.has(other, Marks.REST + "Serializes")) {
      return problems.problem(
          component.element,
          "%s.%s is a %s, which is no serializer. Annotate %s with @Serializes.",
          record.getSimpleName(),
          component.name,
          TypeTexts.simple(item),
          TypeTexts.simple(item));
    }
    String serializer = TypeTexts.serializerName(elements, other) + ".INSTANCE";
    component.with("nested(() -> %s, %s)", serializer, component.isList());
    String helper = component.isList() ? "Represent.listOrNull" : "Represent.orNull";
    String taken =
        component.isList()
            ? "java.util.List<io.quintet.rest.serializers.Values>"
            : "io.quintet.rest.serializers.Values";
    return Optional.of(
        component.def(
            "",
            "%s(%s, %s::toMap)".formatted(helper, component.accessor(), serializer),
            "%s((%s) v.get(%s), %s::record)"
                .formatted(helper, taken, Literals.literal(component.name), serializer)));
  }
}
