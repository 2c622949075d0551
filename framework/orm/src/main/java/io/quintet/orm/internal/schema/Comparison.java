package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Two states side by side, with what is known about renamed models and fields. */
final class Comparison {
  private static final Predicate<ModelState> UNMANAGED = m -> !m.options().managed();
  private static final Predicate<ModelState> PROXY =
      m -> m.options().managed() && m.options().proxy();
  private static final Predicate<ModelState> TABLE = m -> m.options().hasTable();

  private ProjectState from;
  private ProjectState to;
  private final Map<ModelName, ModelName> renamedModels = new LinkedHashMap<>();
  private final Map<ModelName, Map<String, String>> renamedFields = new LinkedHashMap<>();
  private final TreeSet<ModelName> oldTables;

  Comparison(ProjectState from, ProjectState to) {
    this.from = from;
    this.to = to;
    this.oldTables = names(from, TABLE);
  }

  ProjectState from() {
    return from;
  }

  ProjectState to() {
    return to;
  }

  /** The pairs of a field are a model already: what remains is to find how that differs. */
  void pairsAreModel(ProjectState changed, ModelName model) {
    from = changed;
    oldTables.add(model);
  }

  /** A model is still to be there, as the pairs that it is to become. */
  void modelStays(ProjectState changed) {
    to = changed;
  }

  private static TreeSet<ModelName> names(ProjectState state, Predicate<ModelState> which) {
    TreeSet<ModelName> names = new TreeSet<>();
    state.models().stream().filter(which).map(ModelState::name).forEach(names::add);
    return names;
  }

  /** A model with a table has another name now. */
  void renamed(ModelName old, ModelName now) {
    renamedModels.put(now, old);
    oldTables.remove(old);
    oldTables.add(now);
  }

  /** A field has another name now. */
  void renamed(ModelName model, String old, String now) {
    renamedFields.computeIfAbsent(model, _ -> new LinkedHashMap<>()).put(now, old);
  }

  /** The name that a model has now. */
  ModelName named(ModelName old) {
    return renamedModels.entrySet().stream()
        .filter(entry -> entry.getValue().equals(old))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(old);
  }

  /** A field as it was, after all renames of models. */
  FieldState followed(FieldState old) {
    FieldState now = old;
    for (ModelName target : Relations.targets(old)) {
      now = now.retargeted(target, named(target));
    }
    return now;
  }

  /** New names of renamed fields, and their old ones. */
  Map<String, String> renamedFields(ModelName model) {
    return renamedFields.getOrDefault(model, Map.of());
  }

  /** Models with a table, under their new names; sorted, as all such sets here. */
  TreeSet<ModelName> oldTables() {
    return new TreeSet<>(oldTables);
  }

  TreeSet<ModelName> newTables() {
    return names(to, TABLE);
  }

  TreeSet<ModelName> oldProxies() {
    return names(from, PROXY);
  }

  TreeSet<ModelName> newProxies() {
    return names(to, PROXY);
  }

  TreeSet<ModelName> oldUnmanaged() {
    return names(from, UNMANAGED);
  }

  TreeSet<ModelName> newUnmanaged() {
    return names(to, UNMANAGED);
  }

  /** Models that have a table before and after. */
  TreeSet<ModelName> keptTables() {
    return both(oldTables(), newTables());
  }

  /** Models that are of the same kind before and after. */
  TreeSet<ModelName> kept() {
    TreeSet<ModelName> kept = keptTables();
    kept.addAll(both(oldProxies(), newProxies()));
    kept.addAll(both(oldUnmanaged(), newUnmanaged()));
    return kept;
  }

  /** Models whose table was taken over or given up. */
  TreeSet<ModelName> handedOver() {
    TreeSet<ModelName> changed = both(oldUnmanaged(), newTables());
    changed.addAll(both(oldTables(), newUnmanaged()));
    return changed;
  }

  static TreeSet<ModelName> both(TreeSet<ModelName> one, TreeSet<ModelName> other) {
    TreeSet<ModelName> common = new TreeSet<>(one);
    common.retainAll(other);
    return common;
  }

  static TreeSet<ModelName> without(TreeSet<ModelName> one, TreeSet<ModelName> other) {
    TreeSet<ModelName> rest = new TreeSet<>(one);
    rest.removeAll(other);
    return rest;
  }

  /** The model as it was, given its new name. */
  ModelState before(ModelName now) {
    return from.model(renamedModels.getOrDefault(now, now));
  }

  /** The model as it is. */
  ModelState now(ModelName now) {
    return to.model(now);
  }

  /** The names of fields before, under their new names, sorted. */
  TreeSet<String> oldFields(ModelName model) {
    TreeSet<String> names = new TreeSet<>(fieldNames(before(model)));
    renamedFields(model)
        .forEach((now, old) -> {
          names.remove(old);
          names.add(now);
        });
    return names;
  }

  TreeSet<String> newFields(ModelName model) {
    return new TreeSet<>(fieldNames(now(model)));
  }

  private static List<String> fieldNames(ModelState model) {
    return model.fields().stream().map(FieldState::name).toList();
  }

  /** The field as it was, given its new name. */
  Optional<FieldState> before(ModelName model, String field) {
    return before(model).find(renamedFields(model).getOrDefault(field, field));
  }
}
