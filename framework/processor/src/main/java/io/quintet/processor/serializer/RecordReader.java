package io.quintet.processor.serializer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;

/** Reads a record annotated with @Serializes, and reports mistakes in it. */
final class RecordReader {
  private static final String ENTITY = "io.quintet.orm.Entity";

  private final ProcessingEnvironment environment;
  private final Elements elements;
  private final Messager messager;

  RecordReader(ProcessingEnvironment environment) {
    this.environment = environment;
    this.elements = environment.getElementUtils();
    this.messager = environment.getMessager();
  }

  Optional<SerializerDef> read(TypeElement record) {
    String simple = record.getSimpleName().toString();
    if (record.getKind() != ElementKind.RECORD) {
      return problem(
          record,
          "@Serializes stands on %s, which is not a record. Write it as a record, or implement"
              + " Serializer by hand.",
          simple);
    }
    for (Element e = record; e.getKind() != ElementKind.PACKAGE; e = e.getEnclosingElement()) {
      if (e.getModifiers().contains(Modifier.PRIVATE)) {
        return problem(record, "%s is private; its serializer must be able to see it.", simple);
      }
    }
    AnnotationMirror mark = Marks.find(record, Marks.REST + "Serializes").orElseThrow();
    boolean snake =
        Marks.value(elements, mark, "naming") instanceof VariableElement v
            && v.getSimpleName().contentEquals("SNAKE_CASE");
    TypeElement entity = null;
    if (Marks.value(elements, mark, "value") instanceof DeclaredType declared) {
      entity = (TypeElement) declared.asElement();
      if (!isEntity(entity)) {
        return problem(
            record,
            "%s serializes %s, which is not a model. Name a class that extends Entity; for a record"
                + " that stands for itself write @Serializes without a class.",
            simple,
            entity.getSimpleName());
      }
    }
    List<ComponentDef> components = new ArrayList<>();
    boolean complete = true;
    Map<String, String> names = new HashMap<>();
    for (RecordComponentElement element : record.getRecordComponents()) {
      Component component = new Component(elements, record, element, snake);
      String other = names.putIfAbsent(component.jsonName, component.name);
      if (other != null) {
        problem(
            element,
            "%s.%s and %s.%s are both called \"%s\" in JSON. Give one another @Name.",
            simple,
            other,
            simple,
            component.name,
            component.jsonName);
        complete = false;
      }
      if (component.has("ReadOnly") && component.has("WriteOnly")) {
        problem(
            element,
            "%s.%s is @ReadOnly and @WriteOnly, so nobody would see it. Keep one.",
            simple,
            component.name);
        complete = false;
      }
      Optional<ComponentDef> def =
          entity == null
              ? new FreeReader(elements, this, record).read(component)
              : new EntityReader(environment, this, record, entity).read(component);
      def.ifPresent(components::add);
      complete &= def.isPresent();
    }
    if (!complete) {
      return Optional.empty();
    }
    String type = TypeTexts.of(record.asType());
    return Optional.of(
        new SerializerDef(
            record,
            elements.getPackageOf(record).getQualifiedName().toString(),
            type,
            entity == null ? type : TypeTexts.of(entity.asType()),
            entity == null,
            validates(record),
            components));
  }

  private boolean isEntity(TypeElement type) {
    TypeElement entity = elements.getTypeElement(ENTITY);
    return entity != null
        && environment.getTypeUtils().isSubtype(type.asType(), entity.asType())
        && !type.equals(entity);
  }

  private static boolean validates(TypeElement record) {
    return ElementFilter.methodsIn(record.getEnclosedElements()).stream()
        .anyMatch(m ->
            m.getSimpleName().contentEquals("validate")
                && m.getModifiers().contains(Modifier.STATIC)
                && !m.getModifiers().contains(Modifier.PRIVATE)
                && m.getParameters().size() == 1
                && TypeTexts.of(m.getParameters().getFirst().asType())
                    .equals(Marks.REST + "Values"));
  }

  <T> Optional<T> problem(Element where, String message, Object... values) {
    messager.printMessage(Diagnostic.Kind.ERROR, message.formatted(values), where);
    return Optional.empty();
  }
}
