package io.quintet.forms.models;

import io.quintet.forms.validators.Violation;
import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.QuerySet;
import io.quintet.orm.meta.ConstraintMeta;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.ModelMeta;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks the database whether what a form made of an entity is there already. */
final class UniqueChecks<M extends Entity> {
  private final ModelMeta<M> meta;
  private final M instance;

  UniqueChecks(ModelMeta<M> meta, M instance) {
    this.meta = meta;
    this.instance = instance;
  }

  /** Whether another row has the instance's value of a field. */
  boolean isTaken(FieldMeta field) {
    return field.unique() && exists(List.of(field));
  }

  /** The constraints over some accepted and no refused field that another row would violate. */
  List<ConstraintMeta.Unique> violated(Set<String> accepted, Set<String> refused) {
    return meta.constraints().stream()
        .filter(ConstraintMeta.Unique.class::isInstance)
        .map(ConstraintMeta.Unique.class::cast)
        .filter(unique -> unique.fields().stream().anyMatch(accepted::contains))
        .filter(unique -> unique.fields().stream().noneMatch(refused::contains))
        .filter(unique -> exists(unique.fields().stream().map(meta::field).toList()))
        .toList();
  }

  private boolean exists(List<FieldMeta> fields) {
    QuerySet<M> rows = Manager.of(meta.type()).all();
    for (FieldMeta field : fields) {
      Object value = field.get(instance);
      if (value == null) {
        return false;
      }
      rows = rows.filter(field.name(), value);
    }
    Object key = meta.primaryKey().get(instance);
    if (instance.isSaved() && key != null) {
      rows = rows.exclude("pk", key);
    }
    return rows.exists();
  }

  static Violation taken(FieldMeta field) {
    return new Violation(
        "unique",
        field.uniqueMessage().isEmpty()
            ? "{model_name} with this {field_label} already exists."
            : field.uniqueMessage(),
        Map.of(
            "model_name", capitalized(field.model().verboseName()),
            "field_label", capitalized(field.verboseName())));
  }

  Violation violation(ConstraintMeta.Unique unique) {
    List<String> labels =
        unique.fields().stream().map(meta::field).map(f -> capitalized(f.verboseName())).toList();
    return new Violation(
        "unique_together",
        unique.message().isEmpty()
            ? "{model_name} with this {field_labels} already exists."
            : unique.message(),
        Map.of("model_name", capitalized(meta.verboseName()), "field_labels", joined(labels)));
  }

  private static String joined(List<String> labels) {
    return labels.size() < 2
        ? String.join("", labels)
        : labels.stream().limit(labels.size() - 1L).collect(Collectors.joining(", "))
            + " and "
            + labels.getLast();
  }

  private static String capitalized(String text) {
    return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
