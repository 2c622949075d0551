package io.quintet.processor.model;

import static io.quintet.processor.model.Marks.ORM;

import io.quintet.processor.source.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads ordering, indexes and constraints of a model, and checks the field names in them. */
final class TableRules {
  private final Elements elements;
  private final Problems problems;
  private final TypeElement type;
  private final String model;
  private final String table;
  private final List<FieldDef> fields;
  private final List<FieldDef> own;
  private final List<ManyDef> manys;

  TableRules(
      Elements elements,
      Problems problems,
      TypeElement type,
      String model,
      String table,
      List<FieldDef> fields,
      List<FieldDef> own,
      List<ManyDef> manys) {
    this.elements = elements;
    this.problems = problems;
    this.type = type;
    this.model = model;
    this.table = table;
    this.fields = fields;
    this.own = own;
    this.manys = manys;
  }

  /** Names of an option of the model, each a field or a path that begins with one. */
  List<String> names(String option, List<String> names) {
    for (String name : names) {
      String bare = name.startsWith("-") ? name.substring(1) : name;
      String first = bare.contains("__") ? bare.substring(0, bare.indexOf("__")) : bare;
      find(first, "@Model(" + option + ")");
    }
    return names;
  }

  List<String> constraints() {
    List<String> found = new ArrayList<>();
    for (Marks mark : Marks.all(elements, type, ORM + "UniqueTogether")) {
      List<String> names = mark.texts("value");
      List<String> columns = columns(names, "@UniqueTogether");
      String name =
          mark.text("name").isEmpty()
              ? Names.constraint(table, columns, "uniq")
              : mark.text("name");
      found.add(unique(mark, name, names));
    }
    int position = 0;
    for (Marks mark : Marks.all(elements, type, ORM + "Check")) {
      found.add(check(mark, "check_" + (++position)));
    }
    for (FieldDef field : own) {
      if (field.element() != null) {
        for (Marks mark : Marks.all(elements, field.element(), ORM + "Check")) {
          found.add(check(mark, field.column() + "_check"));
        }
      }
    }
    return found;
  }

  private String unique(Marks mark, String name, List<String> names) {
    List<String> expressions = mark.texts("expressions");
    if (names.isEmpty() == expressions.isEmpty()) {
      problems.error(
          type,
          "@UniqueTogether on %s names either fields or expressions, not %s.",
          model,
          names.isEmpty() ? "nothing" : "both");
    }
    boolean plain =
        expressions.isEmpty() && mark.text("where").isEmpty() && mark.text("code").isEmpty();
    return plain
        ? "new ConstraintMeta.Unique(%s, List.of(%s), %s)"
            .formatted(
                Literals.literal(name), literals(names), Literals.literal(mark.text("message")))
        : "new ConstraintMeta.Unique(%s, List.of(%s), List.of(%s), %s, %s, %s)"
            .formatted(
                Literals.literal(name),
                literals(names),
                literals(expressions),
                Literals.literal(mark.text("where")),
                Literals.literal(mark.text("message")),
                Literals.literal(mark.text("code")));
  }

  private String check(Marks mark, String standard) {
    String name = mark.text("name").isEmpty() ? table + "_" + standard : mark.text("name");
    String code = mark.text("code").isEmpty() ? "" : ", " + Literals.literal(mark.text("code"));
    return "new ConstraintMeta.Check(%s, %s, %s%s)"
        .formatted(
            Literals.literal(name),
            Literals.literal(mark.text("value")),
            Literals.literal(mark.text("message")),
            code);
  }

  List<String> indexes() {
    List<String> found = new ArrayList<>();
    for (Marks mark : Marks.all(elements, type, ORM + "Index")) {
      List<String> names = mark.texts("value");
      if (names.isEmpty()) {
        problems.error(
            type,
            "@Index on %s names no fields. Write @Index({\"author\", \"-published\"}).",
            model);
        continue;
      }
      List<String> columns = columns(names, "@Index");
      String name =
          mark.text("name").isEmpty() ? Names.constraint(table, columns, "idx") : mark.text("name");
      found.add(
          "new IndexMeta(%s, List.of(%s))".formatted(Literals.literal(name), literals(names)));
    }
    return found;
  }

  private List<String> columns(List<String> names, String where) {
    return names.stream()
        .map(n ->
            find(n.startsWith("-") ? n.substring(1) : n, where)
                .map(f -> ownColumn(f, where))
                .orElse(n))
        .toList();
  }

  private String ownColumn(FieldDef field, String where) {
    if (!own.contains(field)) {
      problems.error(
          type,
          "%s of %s names \"%s\", which stands in the table of the model that %s extends. Indexes and constraints are of one table: declare it there.",
          where,
          model,
          field.name(),
          model);
    }
    return field.column();
  }

  private Optional<FieldDef> find(String name, String where) {
    for (FieldDef field : fields) {
      if (field.name().equals(name)
          || (name.equals("pk") && field.options().contains("primaryKey()"))) {
        return Optional.of(field);
      }
    }
    if (manys.stream().anyMatch(m -> m.name().equals(name))) {
      problems.error(
          type, "%s of %s names \"%s\", which has no column: it is a Many.", where, model, name);
    } else {
      problems.error(
          type,
          "%s of %s names the field \"%s\", which does not exist. Fields: %s.",
          where,
          model,
          name,
          String.join(", ", fields.stream().map(FieldDef::name).toList()));
    }
    return Optional.empty();
  }

  private static String literals(List<String> names) {
    return String.join(", ", names.stream().map(Literals::literal).toList());
  }
}
