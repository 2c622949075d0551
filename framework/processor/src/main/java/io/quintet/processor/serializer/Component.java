package io.quintet.processor.serializer;

import io.quintet.processor.source.Literals;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** A component as it is declared, with its annotations. */
final class Component {
  final RecordComponentElement element;
  final Element field;
  final String name;
  final String jsonName;
  final TypeMirror type;
  private final Elements elements;
  private final StringBuilder spec = new StringBuilder();

  Component(Elements elements, TypeElement record, RecordComponentElement element, boolean snake) {
    this.elements = elements;
    this.element = element;
    this.name = element.getSimpleName().toString();
    this.type = element.asType();
    this.field =
        ElementFilter.fieldsIn(record.getEnclosedElements()).stream()
            .filter(f -> f.getSimpleName().contentEquals(name))
            .<Element>map(f -> f)
            .findFirst()
            .orElse(element);
    this.jsonName = text("Name").orElse(snake ? Text.snake(name) : name);
    spec.append(
        "FieldSpec.of(%s, %s)".formatted(Literals.literal(name), Literals.literal(jsonName)));
    if (has("ReadOnly")) {
      spec.append(".readOnly()");
    }
    if (has("WriteOnly")) {
      spec.append(".writeOnly()");
    }
    if (has("NotRequired")) {
      spec.append(".notRequired()");
    }
    if (nullable()) {
      spec.append(".nullable()");
    }
    spec.append(new Values(elements).rules(field));
  }

  boolean has(String annotation) {
    return Marks.has(element, Marks.REST + annotation);
  }

  boolean nullable() {
    return Marks.nullable(element, type) || Marks.nullable(field, field.asType());
  }

  Optional<String> text(String annotation) {
    Optional<AnnotationMirror> mark = Marks.find(element, Marks.REST + annotation);
    return mark.map(m -> (String) Marks.value(elements, m, "value"));
  }

  Component with(String call, Object... values) {
    spec.append('.').append(call.formatted(values));
    return this;
  }

  boolean isPrimitive() {
    return type instanceof PrimitiveType;
  }

  boolean isList() {
    return TypeTexts.boxed(type).equals("java.util.List");
  }

  /** The item of a list, or the type itself. */
  TypeMirror item() {
    return isList() && !((DeclaredType) type).getTypeArguments().isEmpty()
        ? ((DeclaredType) type).getTypeArguments().getFirst()
        : type;
  }

  String accessor() {
    return "r." + name + "()";
  }

  /** The unchecked value, cast to the component's type. */
  String takePlain() {
    String value = "v.get(" + Literals.literal(name) + ")";
    if (TypeTexts.boxed(type).equals("io.quintet.storage.StoredFile")) {
      return "asStoredFile(" + value + ")";
    }
    return isPrimitive()
        ? "as" + Text.capitalised(TypeTexts.of(type)) + "(" + value + ")"
        : "(" + TypeTexts.of(type) + ") " + value;
  }

  String takeNothing() {
    return isPrimitive()
        ? (TypeTexts.of(type).equals("boolean") ? "false" : "(" + TypeTexts.of(type) + ") 0")
        : "null";
  }

  ComponentDef def(String read, String show, String take) {
    return new ComponentDef(
        name, jsonName, TypeTexts.of(type), spec.toString(), read, show, take, has("WriteOnly"));
  }
}
