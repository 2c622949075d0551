package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ConstraintState;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.IndexState;
import io.quintet.orm.migrations.ManyToManyState;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * New models, each after those it refers to; where they refer to each other in a circle, a field is
 * added afterwards.
 */
final class CreationOrder {
  private final TreeMap<ModelName, ModelState> waiting = new TreeMap<>();
  private final List<Draft> drafts = new ArrayList<>();
  private final List<Draft> afterwards = new ArrayList<>();

  private CreationOrder(List<ModelState> models) {
    models.forEach(model -> waiting.put(model.name(), model));
  }

  static List<Draft> of(List<ModelState> models) {
    CreationOrder order = new CreationOrder(models);
    while (!order.waiting.isEmpty()) {
      order.create(order.next());
    }
    return Stream.concat(order.drafts.stream(), order.afterwards.stream()).toList();
  }

  private ModelState next() {
    for (ModelState model : waiting.values()) {
      if (early(model).isEmpty()) {
        return model;
      }
    }
    for (ModelState model : waiting.values()) {
      if (early(model).stream()
          .noneMatch(field -> field instanceof ColumnState c && c.isPrimaryKey())) {
        return model;
      }
    }
    return waiting.firstEntry().getValue();
  }

  /**
   * The fields that refer to models not made yet; relations through a model wait for it in any
   * case.
   */
  private List<FieldState> early(ModelState model) {
    return model.fields().stream()
        .filter(field -> !isThrough(field))
        .filter(field ->
            Draft.targets(field).stream()
                .anyMatch(target -> !target.equals(model.name()) && waiting.containsKey(target)))
        .toList();
  }

  private static boolean isThrough(FieldState field) {
    return field instanceof ManyToManyState link && link.through() != null;
  }

  private void create(ModelState model) {
    ModelName name = model.name();
    List<FieldState> late = new ArrayList<>(early(model));
    model.fields().stream()
        .filter(field ->
            isThrough(field) && Draft.targets(field).stream().anyMatch(waiting::containsKey))
        .forEach(late::add);
    List<FieldState> now = model.fields().stream().filter(field -> !late.contains(field)).toList();
    List<IndexState> indexes = new ArrayList<>(model.indexes());
    List<ConstraintState> constraints = new ArrayList<>(model.constraints());
    List<Draft> extras = new ArrayList<>();
    for (FieldState field : late) {
      extras.add(
          Draft.of(name, new Operation.AddField(name.model(), field, null), Set.of(), field));
    }
    Set<String> lateNames = new HashSet<>();
    late.forEach(field -> lateNames.add(field.name()));
    for (IndexState index : model.indexes()) {
      if (index.fields().stream()
          .anyMatch(field -> lateNames.contains(field.replaceFirst("^-", "")))) {
        indexes.remove(index);
        extras.add(Draft.of(name, new Operation.AddIndex(name.model(), index), Set.of()));
      }
    }
    for (ConstraintState constraint : model.constraints()) {
      if (concerns(constraint, late, lateNames)) {
        constraints.remove(constraint);
        extras.add(Draft.of(name, new Operation.AddConstraint(name.model(), constraint), Set.of()));
      }
    }
    Operation create =
        new Operation.CreateModel(name.model(), now, indexes, constraints, model.options());
    drafts.add(Draft.of(name, create, Set.of(Draft.exists(name)), now.toArray(FieldState[]::new)));
    afterwards.addAll(extras);
    waiting.remove(name);
  }

  private static boolean concerns(
      ConstraintState constraint, List<FieldState> late, Set<String> lateNames) {
    return switch (constraint) {
      case ConstraintState.Unique unique -> unique.fields().stream().anyMatch(lateNames::contains);
      case ConstraintState.Check check ->
          late.stream()
              .anyMatch(field ->
                  field instanceof ColumnState column
                      && !Conditions.renameColumn(check.condition(), column.column(), "?")
                          .equals(check.condition()));
    };
  }
}
