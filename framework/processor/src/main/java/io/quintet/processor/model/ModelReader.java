package io.quintet.processor.model;

import static io.quintet.processor.model.Marks.ORM;

import io.quintet.processor.source.Literals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads a class annotated with @Model. */
final class ModelReader {
  static final String ENTITY = "io.quintet.orm.Entity";

  private final ProcessingEnvironment environment;
  private final Elements elements;
  private final Problems problems;
  private final Parents parents;
  private final FieldReader fieldReader;
  private final RelationReader relationReader;

  ModelReader(ProcessingEnvironment environment, Problems problems) {
    this.elements = environment.getElementUtils();
    this.environment = environment;
    this.problems = problems;
    this.parents = new Parents(elements, problems);
    this.fieldReader = new FieldReader(environment, problems);
    this.relationReader = new RelationReader(environment, problems, fieldReader);
  }

  Optional<ModelDef> read(TypeElement type) {
    String name = type.getSimpleName().toString();
    List<TypeElement> chain = chain(type);
    if (!checkClass(type, name, chain)) {
      return Optional.empty();
    }
    Optional<TypeElement> concrete = new Proxies(elements, problems).concrete(type, name, chain);
    return concrete.flatMap(base -> read(type, name, chain, base));
  }

  private Optional<ModelDef> read(
      TypeElement type, String name, List<TypeElement> chain, TypeElement base) {
    Marks model = Marks.find(elements, type, ORM + "Model").orElseThrow();
    String packageName = elements.getPackageOf(type).getQualifiedName().toString();
    String app = app(type);
    String table = table(base);
    if (!table.matches("[A-Za-z_][A-Za-z0-9_]*")) {
      problems.error(
          type,
          "%s has the table name \"%s\". Allowed are letters, digits and underscores, a letter first.",
          name,
          table);
    }
    Columns columns = columns(type, name, table, chain, base);
    List<FieldDef> fields = columns.fields();
    List<FieldDef> own = fields.subList(columns.parent().fields(), fields.size());
    checkColumns(name, fields);
    checkOne(name, fields, "Version", "version()");
    checkOne(name, fields, "SoftDelete", "softDelete()");
    TableRules rules =
        new TableRules(elements, problems, base, name, table, fields, own, columns.manys());
    return Optional.of(
        new ModelDef(
            type,
            packageName,
            name,
            namesSource(
                model,
                app,
                name,
                table,
                rules.names("ordering", inherited(type, "ordering")),
                rules.names("latestBy", inherited(type, "latestBy"))),
            fields,
            columns.manys(),
            rules.constraints(),
            rules.indexes(),
            methods(chain),
            base == type ? "" : base.getQualifiedName().toString(),
            Managers.first(type),
            columns.parent()));
  }

  /** All columns and relations of a model, those of parents first. */
  private record Columns(List<FieldDef> fields, List<ManyDef> manys, ModelDef.Parent parent) {}

  private Columns columns(
      TypeElement type, String name, String table, List<TypeElement> chain, TypeElement base) {
    List<FieldDef> fields = new ArrayList<>();
    List<ManyDef> manys = new ArrayList<>();
    Optional<TypeElement> extended = parents.of(chain.subList(0, chain.indexOf(base) + 1));
    if (extended.isEmpty()) {
      readFields(name, table, chain, fields, manys);
      checkOne(name, fields, "PrimaryKey", "primaryKey()");
      if (fields.stream().noneMatch(f -> f.options().contains("primaryKey()"))) {
        fields.addFirst(identity(type));
      }
      return new Columns(fields, manys, ModelDef.Parent.NONE);
    }
    TypeElement parent = extended.get();
    List<TypeElement> own = chain.subList(chain.indexOf(parent) + 1, chain.size());
    Columns above =
        new ModelReader(environment, Problems.silent())
            .columns(
                parent, parent.getSimpleName().toString(), table(parent), chain(parent), parent);
    if (base == type) {
      parents.check(type, parent, own, above.fields());
    }
    fields.addAll(above.fields());
    manys.addAll(above.manys());
    FieldDef key = above.fields().stream().filter(FieldDef::isKey).findFirst().orElseThrow();
    fields.add(Parents.link(parent, key));
    List<FieldDef> added = new ArrayList<>();
    readFields(name, table, own, added, manys);
    added.removeIf(f -> above.fields().stream().anyMatch(i -> i.name().equals(f.name())));
    fields.addAll(added);
    String parentType = parent.getQualifiedName().toString();
    return new Columns(
        fields,
        manys,
        new ModelDef.Parent(parentType, above.fields().size(), above.manys().size()));
  }

  /** Names of an option of a model, or of the nearest model that it extends and that has some. */
  private List<String> inherited(TypeElement type, String option) {
    for (TypeElement each : chain(type).reversed()) {
      List<String> names =
          Marks.find(elements, each, ORM + "Model").map(m -> m.texts(option)).orElse(List.of());
      if (!names.isEmpty()) {
        return names;
      }
    }
    return List.of();
  }

  private String app(TypeElement type) {
    String declared = Marks.find(elements, type, ORM + "Model").orElseThrow().text("app");
    return declared.isEmpty()
        ? Names.appLabel(elements.getPackageOf(type).getQualifiedName().toString())
        : declared;
  }

  private String table(TypeElement type) {
    String declared = Marks.find(elements, type, ORM + "Model").orElseThrow().text("table");
    return declared.isEmpty()
        ? app(type) + "_" + type.getSimpleName().toString().toLowerCase(java.util.Locale.ROOT)
        : declared;
  }

  private static String namesSource(
      Marks model,
      String app,
      String name,
      String table,
      List<String> ordering,
      List<String> latestBy) {
    String verbose =
        model.text("verboseName").isEmpty() ? Names.words(name) : model.text("verboseName");
    String plural =
        model.text("verboseNamePlural").isEmpty() ? verbose + "s" : model.text("verboseNamePlural");
    return "new ModelNames(%s, %s, %s, %s, %s, %s, List.of(%s), List.of(%s))"
        .formatted(
            Literals.literal(app),
            Literals.literal(name),
            Literals.literal(table),
            Literals.literal(verbose),
            Literals.literal(plural),
            model.flag("managed"),
            String.join(", ", ordering.stream().map(Literals::literal).toList()),
            String.join(", ", latestBy.stream().map(Literals::literal).toList()));
  }

  /** The class and its abstract parents, Entity left out, the most general first. */
  private List<TypeElement> chain(TypeElement type) {
    List<TypeElement> chain = new ArrayList<>();
    TypeElement current = type;
    while (true) {
      if (current.getQualifiedName().contentEquals(ENTITY)) {
        return chain;
      }
      chain.addFirst(current);
      if (current.getSuperclass().getKind() == TypeKind.NONE
          || !(current.getSuperclass() instanceof DeclaredType parent)) {
        return List.of();
      }
      current = (TypeElement) parent.asElement();
    }
  }

  private boolean checkClass(TypeElement type, String name, List<TypeElement> chain) {
    if (chain.isEmpty()) {
      problems.error(
          type,
          "%s is a model, so it has to extend Entity. Write: public class %s extends Entity.",
          name,
          name);
      return false;
    }
    if (type.getNestingKind() != NestingKind.TOP_LEVEL) {
      problems.error(
          type, "%s is a model inside another class. Move it to a file of its own.", name);
      return false;
    }
    if (!type.getModifiers().contains(Modifier.PUBLIC)) {
      problems.error(
          type, "%s is a model, so it has to be public. Write: public class %s.", name, name);
      return false;
    }
    if (type.getModifiers().contains(Modifier.ABSTRACT)) {
      problems.error(
          type,
          "%s is abstract, so it can have no rows. Remove @Model: its fields belong to the models that extend it.",
          name);
      return false;
    }
    boolean constructor =
        ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
            .anyMatch(
                c -> c.getParameters().isEmpty() && !c.getModifiers().contains(Modifier.PRIVATE));
    if (!constructor) {
      problems.error(
          type,
          "%s has no constructor without arguments, so rows cannot be read. Write: public %s() {}.",
          name,
          name);
      return false;
    }
    if (elements.getPackageOf(type).isUnnamed()) {
      problems.error(
          type, "%s is in no package, so its app has no label. Put it into a package.", name);
      return false;
    }
    return true;
  }

  private void readFields(
      String name,
      String table,
      List<TypeElement> chain,
      List<FieldDef> fields,
      List<ManyDef> manys) {
    for (TypeElement type : chain) {
      for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
        Set<Modifier> modifiers = field.getModifiers();
        if (modifiers.contains(Modifier.STATIC) || modifiers.contains(Modifier.TRANSIENT)) {
          continue;
        }
        if (!modifiers.contains(Modifier.PUBLIC)) {
          checkNotMarked(name, field);
          continue;
        }
        if (!RelationReader.isRelation(field)) {
          fieldReader.read(name, field).ifPresent(fields::add);
        } else if (RelationReader.isOne(field)) {
          relationReader.readOne(name, field).ifPresent(fields::add);
        } else {
          relationReader.readMany(name, table, field).ifPresent(manys::add);
        }
      }
    }
  }

  private void checkNotMarked(String name, VariableElement field) {
    boolean marked =
        RelationReader.isRelation(field)
            || field.getAnnotationMirrors().stream()
                .anyMatch(m -> m.getAnnotationType().toString().startsWith(ORM));
    if (marked) {
      problems.error(
          field,
          "%s.%s is declared as a column but is not public. Make it public: generated code reads and writes it.",
          name,
          field.getSimpleName());
    }
  }

  private Optional<Marks> autoKey(TypeElement type) {
    return chain(type).reversed().stream()
        .flatMap(each -> Marks.find(elements, each, ORM + "AutoKey").stream())
        .findFirst();
  }

  private FieldDef identity(TypeElement type) {
    VariableElement id = null;
    for (VariableElement field :
        ElementFilter.fieldsIn(elements.getTypeElement(ENTITY).getEnclosedElements())) {
      if (field.getSimpleName().contentEquals("id")) {
        id = field;
      }
    }
    Optional<Marks> own = autoKey(type);
    String column = own.map(m -> m.text("column")).orElse("id");
    fieldReader.checkColumn(type.getSimpleName() + ".id", type, column);
    int bits = own.map(m -> m.number("bits")).orElse(64);
    if (bits != 32 && bits != 64) {
      problems.error(
          type,
          "%s has an @AutoKey of %d bits. Allowed are 32 and 64.",
          type.getSimpleName(),
          bits);
    }
    return new FieldDef(
        id,
        "id",
        column,
        Kind.IDENTITY,
        "long",
        "Long",
        true,
        false,
        bits == 32 ? "new FieldType.Identity(32)" : "new FieldType.Identity()",
        List.of("verboseName(\"ID\")", "blank()", "readOnly()", "primaryKey()"),
        -1,
        "",
        false,
        "",
        "",
        Kind.IDENTITY);
  }

  private void checkColumns(String model, List<FieldDef> fields) {
    Map<String, FieldDef> byColumn = new LinkedHashMap<>();
    for (FieldDef field : fields) {
      FieldDef other =
          byColumn.putIfAbsent(field.column().toLowerCase(java.util.Locale.ROOT), field);
      if (other != null) {
        problems.error(
            field.element(),
            "%s.%s and %s.%s have the same column \"%s\". Name one with @Column.",
            model,
            other.name(),
            model,
            field.name(),
            field.column());
      }
      if (field.name().contains("__") || field.name().equals("pk")) {
        problems.error(
            field.element(),
            "%s.%s: a field cannot be called \"pk\" or have two underscores in its name; look-ups use both.",
            model,
            field.name());
      }
    }
  }

  private void checkOne(String model, List<FieldDef> fields, String annotation, String option) {
    List<FieldDef> marked = fields.stream().filter(f -> f.options().contains(option)).toList();
    if (marked.size() > 1) {
      problems.error(
          marked.get(1).element(),
          "%s has two fields with @%s: %s and %s. Keep one.",
          model,
          annotation,
          marked.get(0).name(),
          marked.get(1).name());
    }
  }

  /** Public methods without arguments that return something and declare no exception. */
  private static Set<String> methods(List<TypeElement> chain) {
    Set<String> names = new LinkedHashSet<>();
    for (TypeElement type : chain) {
      for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
        if (method.getParameters().isEmpty()
            && method.getTypeParameters().isEmpty()
            && method.getThrownTypes().isEmpty()
            && method.getReturnType().getKind() != TypeKind.VOID
            && method.getModifiers().contains(Modifier.PUBLIC)
            && !method.getModifiers().contains(Modifier.STATIC)
            && !method.getSimpleName().contentEquals("hashCode")) {
          names.add(method.getSimpleName().toString());
        }
      }
    }
    return names;
  }
}
