package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.ManyToManyState;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Which field refers to which model. */
final class Relations {
  /** A field that refers to some model. */
  record Reference(ModelState model, FieldState field) {}

  private Relations() {}

  static boolean isRelation(FieldState field) {
    return target(field).isPresent();
  }

  /** The model that a key or a many-to-many relation points to. */
  static Optional<ModelName> target(FieldState field) {
    return switch (field) {
      case ColumnState column ->
          column.type() instanceof ColumnType.ForeignKey key
              ? Optional.of(key.target())
              : Optional.empty();
      case ManyToManyState link -> Optional.of(link.target());
    };
  }

  /** The model that holds the pairs of a many-to-many relation, if there is one. */
  static Optional<ModelName> through(FieldState field) {
    return field instanceof ManyToManyState link
        ? Optional.ofNullable(link.through())
        : Optional.empty();
  }

  /** All models that a field refers to. */
  static Set<ModelName> targets(FieldState field) {
    Set<ModelName> targets = new LinkedHashSet<>();
    target(field).ifPresent(targets::add);
    through(field).ifPresent(targets::add);
    return targets;
  }

  /** What must exist before a field can. */
  static List<Need> needs(FieldState field) {
    return targets(field).stream().map(Need::created).toList();
  }

  /** What must exist before the fields of a model can. */
  static List<Need> needs(ModelState model) {
    return model.fields().stream().flatMap(field -> needs(field).stream()).toList();
  }

  /** The fields that refer to a model, or to a proxy of the same table. */
  static List<Reference> to(ProjectState state, ModelName model) {
    ModelName table = concrete(state, model);
    List<Reference> all = new ArrayList<>();
    for (ModelState other : state.models()) {
      if (other.options().proxy()) {
        continue;
      }
      for (FieldState field : other.fields()) {
        if (targets(field).stream().anyMatch(target -> concrete(state, target).equals(table))) {
          all.add(new Reference(other, field));
        }
      }
    }
    return all;
  }

  /** The model whose table a proxy uses; any other model itself. */
  static ModelName concrete(ProjectState state, ModelName model) {
    ModelState found = state.find(model).orElse(null);
    return found != null && found.options().proxy() && !found.bases().isEmpty()
        ? concrete(state, found.bases().getFirst())
        : model;
  }

  static boolean isManyToMany(FieldState field) {
    return field instanceof ManyToManyState;
  }

  static boolean isPrimaryKey(FieldState field) {
    return field instanceof ColumnState column && column.isPrimaryKey();
  }

  static boolean sameColumn(FieldState one, FieldState other) {
    return one instanceof ColumnState a
        && other instanceof ColumnState b
        && Objects.equals(a.column(), b.column());
  }
}
