package io.quintet.processor.model;

import static io.quintet.processor.model.Marks.JAKARTA;
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
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Reads a field of a model that is a plain column. */
final class FieldReader {
  private static final String ALLOWED =
      "String, short, int, long, double, boolean and their boxes, BigDecimal, LocalDate, LocalTime, LocalDateTime, Instant,"
          + " Duration, UUID, an enum, Map or List (JSON), byte[], StoredFile, One and Many";

  private final Elements elements;
  private final Problems problems;
  private final Initialisers initialisers;
  private final InnerTypes innerTypes;

  FieldReader(ProcessingEnvironment environment, Problems problems) {
    this.elements = environment.getElementUtils();
    this.problems = problems;
    this.initialisers = new Initialisers(environment);
    this.innerTypes = new InnerTypes(environment, problems);
  }

  Optional<FieldDef> read(String model, VariableElement field) {
    String where = model + "." + field.getSimpleName();
    if (InnerTypes.isOn(field)) {
      return innerTypes
          .read(where, field)
          .flatMap(found -> read(where, field, found.type(), found.kind(), found));
    }
    return read(where, field, field.asType(), TypeNames.kindOf(field.asType()), null);
  }

  /** A column that holds values of a type and plain kind, which are inside those of the field. */
  private Optional<FieldDef> read(
      String where, VariableElement field, TypeMirror type, Kind plain, InnerTypes.Found found) {
    Kind held = kind(where, field, type, plain);
    if (held == null) {
      return Optional.empty();
    }
    if (field.getModifiers().contains(Modifier.FINAL)) {
      problems.error(
          field,
          "%s is final, so a row cannot be read into it. Remove final, or make it transient if it is no column.",
          where);
      return Optional.empty();
    }
    TypeMirror declared = field.asType();
    boolean primitive = declared instanceof PrimitiveType;
    boolean nullable =
        Marks.nullable(declared.getAnnotationMirrors())
            || Marks.nullable(field.getAnnotationMirrors());
    int places = held == Kind.DECIMAL ? digits(field, "fraction") : -1;
    Optional<String> heldSource = new TypeSource(elements, problems).of(where, field, type, held);
    if (heldSource.isEmpty()) {
      return Optional.empty();
    }
    String source = TypeNames.full(declared);
    Kind kind = found == null ? held : found.conversion().isPresent() ? Kind.CONVERTED : Kind.ARRAY;
    String typeSource = heldSource.get();
    String boxed = TypeNames.boxed(found == null ? TypeNames.source(declared) : source);
    if (kind == Kind.ARRAY) {
      typeSource = "new FieldType.Array(" + typeSource + ")";
    } else if (kind == Kind.CONVERTED) {
      typeSource = found.conversion().get().typeSource(typeSource, Kind.raw(source));
    }
    List<String> options = new ArrayList<>(common(field, nullable, held == Kind.BOOL));
    if (kind != Kind.ARRAY) {
      options.addAll(new RuleSource(elements, problems).of(where, field, held));
    }
    autoNow(where, field, kind, options);
    new VersionMark(problems).read(where, field, kind, nullable, options);
    new EncryptedMark(problems).read(where, field, kind, options);
    new SoftDeleteMark(problems).read(where, field, kind, nullable, options);
    return Optional.of(
        new FieldDef(
            field,
            field.getSimpleName().toString(),
            column(where, field, Names.snake(field.getSimpleName().toString())),
            kind,
            source,
            boxed,
            primitive,
            nullable,
            typeSource,
            options,
            places,
            "",
            false,
            "",
            storage(field, kind),
            Kind.IDENTITY,
            found == null ? null : new FieldDef.Inner(held, TypeNames.full(type), places)));
  }

  private Kind kind(String where, VariableElement field, TypeMirror type, Kind kind) {
    boolean json = Marks.has(field, ORM + "Json");
    boolean object =
        type instanceof DeclaredType declared
            && ((TypeElement) declared.asElement())
                .getQualifiedName()
                .contentEquals("java.lang.Object");
    if (json && (kind == Kind.JSON || object)) {
      return Kind.JSON;
    }
    if (json) {
      problems.error(
          field,
          "%s is @Json but of the type %s. A JSON field is a Map, a List or an Object.",
          where,
          TypeNames.full(type));
      return null;
    }
    if (kind == null) {
      problems.error(
          field,
          "%s is of the type %s, which no column can hold. Allowed: %s. Name a converter with @Converted, or make it transient if"
              + " it is no column.",
          where,
          TypeNames.full(type),
          ALLOWED);
      return null;
    }
    if (kind == Kind.FILE) {
      return fileKind(where, field);
    }
    return kind == Kind.CHARS ? textKind(where, field) : withoutTextMarks(where, field, kind);
  }

  private Kind fileKind(String where, VariableElement field) {
    if (Marks.has(field, ORM + "Image")) {
      return Kind.IMAGE;
    }
    if (Marks.has(field, ORM + "FileField")) {
      return Kind.FILE;
    }
    problems.error(
        field,
        "%s is a StoredFile without a kind. Write @FileField(uploadTo = \"...\") or @Image(uploadTo = \"...\").",
        where);
    return null;
  }

  private Kind textKind(String where, VariableElement field) {
    if (Marks.has(field, ORM + "Text")) {
      return Kind.LONG_TEXT;
    }
    if (Marks.has(field, ORM + "Slug")) {
      return Kind.SLUG;
    }
    if (Marks.has(field, ORM + "Url")) {
      return Kind.URL;
    }
    if (Marks.has(field, ORM + "IpAddress")) {
      return Kind.IP;
    }
    if (Marks.has(field, JAKARTA + "Email")) {
      return Kind.EMAIL;
    }
    for (String name : List.of("Image", "FileField")) {
      if (Marks.has(field, ORM + name)) {
        problems.error(
            field,
            "%s is @%s but a String. Write: StoredFile %s.",
            where,
            name,
            field.getSimpleName());
        return null;
      }
    }
    if (Marks.find(elements, field, JAKARTA + "Size")
            .map(m -> m.number("max"))
            .orElse(Integer.MAX_VALUE)
        == Integer.MAX_VALUE) {
      problems.error(
          field,
          "%s is %s without a length. Write @Size(max = 200), or @Text for text of any length.",
          where,
          Conversion.isOn(field) ? "held as a String" : "a String");
      return null;
    }
    return Kind.CHARS;
  }

  private Kind withoutTextMarks(String where, VariableElement field, Kind kind) {
    for (String name :
        List.of(
            ORM + "Text",
            ORM + "Slug",
            ORM + "Url",
            ORM + "IpAddress",
            ORM + "Image",
            ORM + "FileField")) {
      if (Marks.has(field, name)) {
        String wanted =
            name.endsWith("Image") || name.endsWith("FileField") ? "StoredFile" : "String";
        problems.error(
            field,
            "%s is @%s but of the type %s. It has to be a %s.",
            where,
            name.substring(ORM.length()),
            TypeNames.full(field.asType()),
            wanted);
        return null;
      }
    }
    return kind;
  }

  /** The builder calls that every kind of field understands. */
  List<String> common(VariableElement field, boolean nullable, boolean emptyAllowed) {
    List<String> options = new ArrayList<>();
    String label =
        Marks.find(elements, field, ORM + "Label")
            .map(m -> m.text("value"))
            .orElseGet(() -> Names.words(field.getSimpleName().toString()));
    options.add("verboseName(" + Literals.literal(label) + ")");
    Marks.find(elements, field, ORM + "Help")
        .ifPresent(m -> options.add("helpText(" + Literals.literal(m.text("value")) + ")"));
    if (nullable) {
      options.add("nullable()");
    } else if (emptyAllowed || Marks.has(field, ORM + "Blank")) {
      options.add("blank()");
    }
    Marks.find(elements, field, ORM + "Unique")
        .ifPresent(m -> options.add("unique(" + Literals.literal(m.text("message")) + ")"));
    if (Marks.has(field, ORM + "Index")) {
      options.add("indexed()");
    }
    if (Marks.has(field, ORM + "ReadOnly")) {
      options.add("readOnly()");
    }
    if (Marks.has(field, ORM + "PrimaryKey")) {
      options.add("primaryKey()");
    }
    if (initialisers.has(field)) {
      options.add("hasDefault()");
    }
    Marks.find(elements, field, ORM + "Default")
        .ifPresent(m -> options.add("databaseDefault(" + Literals.literal(m.text("value")) + ")"));
    return options;
  }

  String column(String where, VariableElement field, String standard) {
    Optional<String> declared =
        Marks.find(elements, field, ORM + "Column").map(m -> m.text("value"));
    return checkColumn(where, field, declared.orElse(standard));
  }

  String checkColumn(String where, javax.lang.model.element.Element field, String column) {
    if (!column.matches("[A-Za-z_][A-Za-z0-9_]*")) {
      problems.error(
          field,
          "%s has the column name \"%s\". Allowed are letters, digits and underscores, a letter first.",
          where,
          column);
    }
    return column;
  }

  private void autoNow(String where, VariableElement field, Kind kind, List<String> options) {
    boolean created = Marks.has(field, ORM + "Created");
    boolean updated = Marks.has(field, ORM + "Updated");
    if (!created && !updated) {
      return;
    }
    if (created && updated) {
      problems.error(field, "%s is both @Created and @Updated. Keep one.", where);
    }
    if (kind != Kind.INSTANT && kind != Kind.DATE && kind != Kind.DATE_TIME && kind != Kind.TIME) {
      problems.error(
          field,
          "%s is @%s but of the type %s. It has to be an Instant, LocalDateTime, LocalDate or LocalTime.",
          where,
          created ? "Created" : "Updated",
          TypeNames.full(field.asType()));
    }
    options.add("autoNow(FieldMeta.AutoNow." + (created ? "CREATED" : "UPDATED") + ")");
  }

  private String storage(VariableElement field, Kind kind) {
    if (!kind.isFile()) {
      return "";
    }
    String annotation = kind == Kind.IMAGE ? "Image" : "FileField";
    return Marks.find(elements, field, ORM + annotation).orElseThrow().text("storage");
  }

  private int digits(VariableElement field, String part) {
    return Marks.find(elements, field, JAKARTA + "Digits").map(m -> m.number(part)).orElse(-1);
  }
}
