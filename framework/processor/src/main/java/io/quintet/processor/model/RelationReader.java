package io.quintet.processor.model;

import static io.quintet.processor.model.Marks.ORM;

import io.quintet.processor.source.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads the One and Many fields of a model. */
final class RelationReader {
  static final String ONE = "io.quintet.orm.One";
  static final String MANY = "io.quintet.orm.Many";

  private final Elements elements;
  private final Problems problems;
  private final FieldReader fields;

  RelationReader(ProcessingEnvironment environment, Problems problems, FieldReader fields) {
    this.elements = environment.getElementUtils();
    this.problems = problems;
    this.fields = fields;
  }

  static boolean isRelation(VariableElement field) {
    return is(field.asType(), ONE) || is(field.asType(), MANY);
  }

  static boolean isOne(VariableElement field) {
    return is(field.asType(), ONE);
  }

  private static boolean is(TypeMirror type, String name) {
    return type instanceof DeclaredType declared
        && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(name);
  }

  Optional<FieldDef> readOne(String model, VariableElement field) {
    String where = model + "." + field.getSimpleName();
    var foreignKey = Marks.find(elements, field, ORM + "ForeignKey");
    var oneToOne = Marks.find(elements, field, ORM + "OneToOne");
    if (foreignKey.isEmpty() && oneToOne.isEmpty()) {
      problems.error(
          field,
          "%s is a One without a kind. Write @ForeignKey(onDelete = ...) or @OneToOne(onDelete = ...).",
          where);
      return Optional.empty();
    }
    Optional<String> target = target(where, field);
    if (target.isEmpty() || !isFinal(where, field, "one()")) {
      return Optional.empty();
    }
    Marks mark = foreignKey.or(() -> oneToOne).orElseThrow();
    boolean nullable = Marks.nullable(argument(field).getAnnotationMirrors());
    String onDelete = mark.constant("onDelete");
    if (onDelete.equals("SET_NULL") && !nullable) {
      problems.error(
          field,
          "%s has onDelete = SET_NULL, but its column cannot be null. Write One<@Nullable %s>.",
          where,
          simple(target.get()));
    }
    String name = field.getSimpleName().toString();
    List<String> options = new ArrayList<>(fields.common(field, nullable, false));
    options.remove("hasDefault()");
    if (oneToOne.isPresent()) {
      options.add("unique(\"\")");
    } else if (mark.flag("index")) {
      options.remove("indexed()");
      options.add("indexed()");
    }
    options.add(
        "relation(RelationMeta.toOne(%s, RelationMeta.Kind.%s, %s.class, OnDelete.%s, %s, %s))"
            .formatted(
                Literals.literal(name),
                oneToOne.isPresent() ? "ONE_TO_ONE" : "FOREIGN_KEY",
                target.get(),
                onDelete,
                Literals.literal(mark.text("relatedName")),
                mark.flag("constraint")));
    return Optional.of(
        new FieldDef(
            field,
            name,
            fields.column(where, field, Names.snake(name) + "_id"),
            Kind.REFERENCE,
            target.get(),
            target.get(),
            false,
            nullable,
            "new FieldType.Reference(" + target.get() + ".class)",
            options,
            -1,
            target.get(),
            oneToOne.isPresent(),
            mark.text("relatedName"),
            "",
            keyKind(argument(field))));
  }

  Optional<ManyDef> readMany(String model, String table, VariableElement field) {
    String where = model + "." + field.getSimpleName();
    var found = Marks.find(elements, field, ORM + "ManyToMany");
    if (found.isEmpty()) {
      problems.error(
          field,
          "%s is a Many without a kind. Write @ManyToMany. (Rows of another model that point here need no field: they are"
              + " reached by its relatedName.)",
          where);
      return Optional.empty();
    }
    Optional<String> target = target(where, field);
    if (target.isEmpty() || !isFinal(where, field, "many()")) {
      return Optional.empty();
    }
    Marks mark = found.get();
    String name = field.getSimpleName().toString();
    TypeMirror through = mark.type("through");
    String throughSource = through.getKind() == TypeKind.VOID ? "void" : TypeNames.source(through);
    if (!throughSource.equals("void") && !isModel(through)) {
      problems.error(
          field,
          "%s goes through %s, which is no model. Annotate it with @Model.",
          where,
          simple(throughSource));
    } else if (!throughSource.equals("void")) {
      new ThroughKeys(elements, problems).check(where, field, through, argument(field));
    }
    String label =
        Marks.find(elements, field, ORM + "Label")
            .map(m -> m.text("value"))
            .orElseGet(() -> Names.words(name));
    String help = Marks.find(elements, field, ORM + "Help").map(m -> m.text("value")).orElse("");
    String joinTable =
        mark.text("table").isEmpty() ? table + "_" + Names.snake(name) : mark.text("table");
    String source =
        "RelationMeta.toMany(%s, %s.class, %s, %s.class, %s, %s, %s, %s, %s)"
            .formatted(
                Literals.literal(name),
                target.get(),
                Literals.literal(mark.text("relatedName")),
                throughSource,
                mark.flag("symmetrical"),
                Literals.literal(joinTable),
                mark.flag("blank") || Marks.has(field, ORM + "Blank"),
                Literals.literal(label),
                Literals.literal(help));
    return Optional.of(
        new ManyDef(
            field,
            name,
            target.get(),
            mark.text("relatedName"),
            source + joinColumns(where, field)));
  }

  private String joinColumns(String where, VariableElement field) {
    Marks mark = Marks.find(elements, field, ORM + "ManyToMany").orElseThrow();
    String own = mark.text("column");
    String other = mark.text("targetColumn");
    if (own.isEmpty() && other.isEmpty()) {
      return "";
    }
    fields.checkColumn(where, field, own.isEmpty() ? other : own);
    fields.checkColumn(where, field, other.isEmpty() ? own : other);
    if (mark.type("through").getKind() != TypeKind.VOID) {
      problems.error(
          field,
          "%s names columns of a table of pairs and goes through a model, which has its own. Keep one.",
          where);
    }
    return ".joinColumns(%s, %s)".formatted(Literals.literal(own), Literals.literal(other));
  }

  private Kind keyKind(TypeMirror model) {
    return keyOf(model).map(k -> TypeNames.kindOf(k.asType())).orElse(Kind.LONG);
  }

  /**
   * The declared primary key of a model, that of the target when it is a relation; empty for the id
   * of Entity.
   */
  private Optional<VariableElement> keyOf(TypeMirror model) {
    TypeMirror current = model;
    while (current instanceof DeclaredType declared) {
      TypeElement type = (TypeElement) declared.asElement();
      for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
        if (Marks.has(field, ORM + "PrimaryKey")) {
          return isRelation(field) ? keyOf(argument(field)) : Optional.of(field);
        }
      }
      current = type.getSuperclass();
    }
    return Optional.empty();
  }

  private boolean isFinal(String where, VariableElement field, String call) {
    if (!field.getModifiers().contains(Modifier.FINAL)) {
      problems.error(
          field,
          "%s is a relation and has to be final. Write: public final ... %s = %s;",
          where,
          field.getSimpleName(),
          call);
      return false;
    }
    return true;
  }

  private TypeMirror argument(VariableElement field) {
    return ((DeclaredType) field.asType()).getTypeArguments().get(0);
  }

  private Optional<String> target(String where, VariableElement field) {
    var arguments = ((DeclaredType) field.asType()).getTypeArguments();
    if (arguments.isEmpty()) {
      problems.error(field, "%s does not say which model it points to. Write One<Author>.", where);
      return Optional.empty();
    }
    TypeMirror target = arguments.get(0);
    if (!isModel(target)) {
      problems.error(
          field,
          "%s points to %s, which is no model. Annotate it with @Model and let it extend Entity.",
          where,
          simple(TypeNames.source(target)));
      return Optional.empty();
    }
    if (Proxies.isProxy(elements, (TypeElement) ((DeclaredType) target).asElement())) {
      problems.error(
          field,
          "%s points to %s, which is a proxy without rows of its own. Point to the model that it extends.",
          where,
          simple(TypeNames.source(target)));
      return Optional.empty();
    }
    return Optional.of(TypeNames.source(target));
  }

  private static boolean isModel(TypeMirror type) {
    return type instanceof DeclaredType declared && Marks.has(declared.asElement(), ORM + "Model");
  }

  private static String simple(String qualified) {
    return qualified.substring(qualified.lastIndexOf('.') + 1);
  }
}
