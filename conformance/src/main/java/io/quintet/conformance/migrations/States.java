package io.quintet.conformance.migrations;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnType.Simple;
import io.quintet.orm.migrations.ConstraintState;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.IndexState;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelOptions;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Models, indexes and constraints between Django's notation and states. */
final class States {
  private static final ColumnState ID =
      ColumnState.of("id", Simple.BIG_AUTO)
          .primaryKey()
          .note("verbose_name", "\"ID\"")
          .note("serialize", "false")
          .note("auto_created", "true");

  private States() {}

  static ProjectState read(@Nullable Object models) {
    List<ModelState> states = new ArrayList<>();
    Notation.list(models).forEach(model -> states.add(model(Notation.object(model))));
    return ProjectState.of(states);
  }

  private static ModelState model(Map<String, @Nullable Object> spec) {
    Map<String, @Nullable Object> options =
        new LinkedHashMap<>(Notation.object(spec.get("options")));
    List<ModelName> bases =
        Notation.texts(spec.get("bases")).stream().map(ModelName::parse).toList();
    List<FieldState> fields = new ArrayList<>();
    Notation.list(spec.get("fields"))
        .forEach(field -> fields.add(Fields.read(Notation.object(field))));
    boolean keyed =
        fields.stream().anyMatch(f -> f instanceof ColumnState column && column.isPrimaryKey());
    if (!keyed && bases.isEmpty()) {
      fields.addFirst(ID);
    }
    List<IndexState> indexes =
        Notation.list(options.remove("indexes")).stream()
            .map(index -> index(Notation.object(index)))
            .toList();
    List<ConstraintState> constraints =
        Notation.list(options.remove("constraints")).stream()
            .map(constraint -> constraint(Notation.object(constraint)))
            .toList();
    return new ModelState(
        new ModelName(String.valueOf(spec.get("app")), String.valueOf(spec.get("name"))),
        fields,
        indexes,
        constraints,
        options(options),
        bases);
  }

  private static ModelOptions options(Map<String, @Nullable Object> left) {
    ModelOptions options =
        ModelOptions.USUAL
            .ordering(Notation.list(left.remove("ordering")).stream().map(States::item).toList())
            .table(text(left.remove("db_table")))
            .comment(text(left.remove("db_table_comment")))
            .orderWithRespectTo(text(left.remove("order_with_respect_to")))
            .managed(!Boolean.FALSE.equals(left.remove("managed")));
    for (Object fields : Notation.list(left.remove("unique_together"))) {
      options = options.uniqueTogether(Notation.texts(fields).toArray(String[]::new));
    }
    if (Boolean.TRUE.equals(left.remove("proxy"))) {
      options = options.asProxy();
    }
    for (Map.Entry<String, @Nullable Object> entry : left.entrySet()) {
      options = options.note(entry.getKey(), Notation.text(entry.getValue()));
    }
    return options;
  }

  /** A path stays as it is, an expression becomes text. */
  private static String item(@Nullable Object value) {
    return value instanceof String text ? text : Notation.text(value);
  }

  private static Object itemValue(String text) {
    return text.startsWith("{") ? Notation.object(Notation.value(text)) : text;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static IndexState index(Map<String, @Nullable Object> spec) {
    Map<String, @Nullable Object> left = new LinkedHashMap<>(spec);
    String name = String.valueOf(left.remove("name"));
    List<String> fields = Notation.texts(left.remove("fields"));
    List<String> expressions =
        Notation.list(left.remove("expressions")).stream().map(Notation::text).toList();
    return new IndexState(name, fields, expressions, rest(left));
  }

  private static ConstraintState constraint(Map<String, @Nullable Object> spec) {
    Map<String, @Nullable Object> left = new LinkedHashMap<>(spec);
    String kind = String.valueOf(left.remove("kind"));
    String name = String.valueOf(left.remove("name"));
    Map<String, String> notes = new LinkedHashMap<>();
    for (String note : List.of("violation_error_message", "violation_error_code")) {
      if (left.containsKey(note)) {
        notes.put(note, Notation.text(left.remove(note)));
      }
    }
    if (kind.equals("check")) {
      return new ConstraintState.Check(name, String.valueOf(rest(left)), notes);
    }
    return new ConstraintState.Unique(
        name,
        Notation.texts(left.remove("fields")),
        Notation.list(left.remove("expressions")).stream().map(Notation::text).toList(),
        rest(left),
        notes);
  }

  /** A condition, and whatever else decides which rows are concerned and how. */
  private static @Nullable String rest(Map<String, @Nullable Object> left) {
    return left.isEmpty() ? null : Notation.text(left);
  }

  static Map<String, @Nullable Object> write(IndexState index) {
    Map<String, @Nullable Object> spec = new LinkedHashMap<>();
    spec.put("name", index.name());
    covers(index.fields(), index.expressions(), index.condition(), spec);
    return spec;
  }

  private static void covers(
      List<String> fields,
      List<String> expressions,
      @Nullable String condition,
      Map<String, @Nullable Object> spec) {
    if (!fields.isEmpty()) {
      spec.put("fields", fields);
    }
    if (!expressions.isEmpty()) {
      spec.put("expressions", expressions.stream().map(Notation::value).toList());
    }
    if (condition != null) {
      spec.putAll(Notation.object(Notation.value(condition)));
    }
  }

  static Map<String, @Nullable Object> write(ConstraintState constraint) {
    Map<String, @Nullable Object> spec = new LinkedHashMap<>();
    spec.put("name", constraint.name());
    switch (constraint) {
      case ConstraintState.Check check -> {
        spec.put("kind", "check");
        covers(List.of(), List.of(), check.condition(), spec);
      }
      case ConstraintState.Unique unique -> {
        spec.put("kind", "unique");
        covers(unique.fields(), unique.expressions(), unique.condition(), spec);
      }
    }
    constraint.notes().forEach((key, text) -> spec.put(key, Notation.value(text)));
    return spec;
  }

  /** What {@code AlterModelOptions} knows of. */
  static Map<String, @Nullable Object> outline(ModelOptions options) {
    Map<String, @Nullable Object> spec = new LinkedHashMap<>();
    if (!options.ordering().isEmpty()) {
      spec.put("ordering", options.ordering().stream().map(States::itemValue).toList());
    }
    if (!options.managed()) {
      spec.put("managed", false);
    }
    options.notes().forEach((key, text) -> spec.put(key, Notation.value(text)));
    return spec;
  }

  /** All options as {@code CreateModel} has them; a proxy names its empty lists too. */
  static Map<String, @Nullable Object> options(
      ModelOptions options, List<IndexState> indexes, List<ConstraintState> constraints) {
    Map<String, @Nullable Object> spec = outline(options);
    if (options.proxy()) {
      spec.put("proxy", true);
    }
    if (options.table() != null) {
      spec.put("db_table", options.table());
    }
    if (options.comment() != null) {
      spec.put("db_table_comment", options.comment());
    }
    if (!options.uniqueTogether().isEmpty()) {
      spec.put("unique_together", options.uniqueTogether());
    }
    if (options.orderWithRespectTo() != null) {
      spec.put("order_with_respect_to", options.orderWithRespectTo());
    }
    if (options.proxy() || !indexes.isEmpty()) {
      spec.put("indexes", indexes.stream().map(States::write).toList());
    }
    if (options.proxy() || !constraints.isEmpty()) {
      spec.put("constraints", constraints.stream().map(States::write).toList());
    }
    return spec;
  }
}
