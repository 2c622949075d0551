package io.quintet.admin;

import io.quintet.auth.User;
import io.quintet.core.ImproperlyConfigured;
import io.quintet.core.text.Nearest;
import io.quintet.orm.Entity;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import io.quintet.orm.meta.RelationMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where a name such as {@code author__name} leads from a model: over relations to a column, or to a
 * relation with many rows.
 */
final class FieldPath {
  private final String name;
  private final List<Step> steps = new ArrayList<>();
  private @Nullable FieldMeta field;
  private @Nullable RelationMeta many;

  private record Step(String name, RelationMeta relation, boolean reverse) {
    boolean toMany() {
      return relation.isManyToMany()
          || (reverse && relation.kind() != RelationMeta.Kind.ONE_TO_ONE);
    }
  }

  /** A name that leads nowhere; the message says where it stopped. */
  static final class Unknown extends ImproperlyConfigured {
    private static final long serialVersionUID = 1L;

    Unknown(String message) {
      super(message);
    }
  }

  private FieldPath(String name) {
    this.name = name;
  }

  /**
   * The path of a name.
   *
   * @throws Unknown when a part of it is no field or relation, or it is the hash of a password
   */
  static FieldPath of(ModelMeta<?> model, String name) {
    FieldPath path = new FieldPath(name);
    ModelMeta<?> current = model;
    String[] parts = name.split("__", -1);
    for (int i = 0; i < parts.length; i++) {
      current = path.go(current, parts[i], i == parts.length - 1);
    }
    if (path.field != null
        && path.field.model().type() == User.class
        && path.field.name().equals("password")) {
      throw new Unknown("\"" + name + "\" is the hash of a password, which is never shown");
    }
    return path;
  }

  private ModelMeta<?> go(ModelMeta<?> model, String part, boolean last) {
    FieldMeta column = model.findField(part).orElse(null);
    if (column != null) {
      return column(model, part, column, last);
    }
    RelationMeta relation = model.findRelation(part).orElse(null);
    boolean reverse = relation == null;
    if (relation == null) {
      relation = model.findReverse(part).orElseThrow(() -> unknown(model, part));
    }
    if (last) {
      many = relation;
    }
    steps.add(new Step(part, relation, reverse));
    return reverse ? relation.model() : relation.target();
  }

  private ModelMeta<?> column(ModelMeta<?> model, String part, FieldMeta column, boolean last) {
    if (last) {
      field = column;
      return model;
    }
    RelationMeta relation =
        column
            .relation()
            .orElseThrow(() ->
                new Unknown(
                    "\"%s\" of %s is no relation, so \"%s\" cannot go on from it"
                        .formatted(part, model.label(), name)));
    steps.add(new Step(relation.name(), relation, false));
    return relation.target();
  }

  private Unknown unknown(ModelMeta<?> model, String part) {
    TreeSet<String> known = new TreeSet<>();
    model.fields().forEach(f -> known.add(f.name()));
    model.relations().forEach(r -> known.add(r.name()));
    return new Unknown(
        "%s has no field \"%s\"%s; it has %s"
            .formatted(
                model.label(), part, Nearest.suggestion(part, known), String.join(", ", known)));
  }

  String name() {
    return name;
  }

  /** The column at the end; null when a relation to many rows stands there. */
  @Nullable FieldMeta field() {
    return field;
  }

  /** The relation at the end that is no column; null when there is a column. */
  @Nullable RelationMeta many() {
    return many;
  }

  /** Whether the end is another model's row, or several. */
  boolean isRelation() {
    return many != null || (field != null && field.relation().isPresent());
  }

  /** The model of the rows at the end, if it is a relation. */
  @Nullable ModelMeta<?> target() {
    if (field != null) {
      return field.relation().<ModelMeta<?>>map(RelationMeta::target).orElse(null);
    }
    return many == null ? null : steps.getLast().reverse() ? many.model() : many.target();
  }

  /** Whether there may be several values. */
  boolean toMany() {
    return steps.stream().anyMatch(Step::toMany);
  }

  /** Whether it is a many-to-many relation of the model itself. */
  boolean isOwnMany() {
    return steps.size() == 1 && many != null && many.isManyToMany() && !steps.getFirst().reverse();
  }

  /** Whether the value at the end may be missing. */
  boolean mayBeEmpty() {
    return field == null
        || field.nullable()
        || steps.stream().anyMatch(step -> step.reverse() || step.toMany() || isNullable(step));
  }

  private static boolean isNullable(Step step) {
    return step.relation().field().nullable();
  }

  /** The relation to fetch with the rows, as {@code author__city}; empty when none is needed. */
  String related() {
    List<String> names = new ArrayList<>(steps.stream().map(Step::name).toList());
    if (field != null && field.relation().isPresent()) {
      names.add(field.relation().get().name());
    }
    return String.join("__", names);
  }

  String label() {
    if (field != null) {
      String own = field.verboseName();
      return Words.capitalized(
          steps.isEmpty() ? own : steps.getLast().relation().verboseName() + " " + own);
    }
    Step end = steps.getLast();
    return Words.capitalized(
        end.reverse() ? end.relation().model().verboseNamePlural() : end.relation().verboseName());
  }

  /** The value at the end: of a column, a related entity, or a list of entities. */
  @Nullable Object value(Entity entity) {
    Entity owner = entity;
    int follow = many == null ? steps.size() : steps.size() - 1;
    for (Step step : steps.subList(0, follow)) {
      Object next = follow(owner, step);
      if (!(next instanceof Entity reached)) {
        return null;
      }
      owner = reached;
    }
    if (many != null) {
      Step end = steps.getLast();
      return end.reverse() ? owner.dynamicProperty(end.name()) : many(owner, end.name());
    }
    FieldMeta column = java.util.Objects.requireNonNull(field);
    return column.relation().isPresent()
        ? one(owner, column.relation().get().name())
        : column.get(owner);
  }

  private static @Nullable Object follow(Entity owner, Step step) {
    return step.reverse() ? owner.dynamicProperty(step.name()) : one(owner, step.name());
  }

  private static @Nullable Object one(Entity owner, String relation) {
    ModelMeta<Entity> meta = Models.of(owner);
    return meta.one(owner, relation).get();
  }

  private static List<? extends Entity> many(Entity owner, String relation) {
    ModelMeta<Entity> meta = Models.of(owner);
    return meta.many(owner, relation).list();
  }
}
