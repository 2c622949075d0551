package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ColumnType.Simple;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Primary keys that change: refused where the rows, or what points to them, cannot follow, with the
 * steps in which they can.
 */
final class ChangedKeys {
  private static final Set<ColumnType> NUMBERS =
      Set.of(
          Simple.AUTO, Simple.BIG_AUTO, Simple.SMALL_INTEGER, Simple.INTEGER, Simple.BIG_INTEGER);

  private final Comparison states;

  ChangedKeys(Comparison states) {
    this.states = states;
  }

  /** Throws {@link MigrationException} for a key that would leave rows behind. */
  void requireRows() {
    for (ModelName model : states.keptTables()) {
      Optional<ColumnState> old = key(states.before(model));
      Optional<ColumnState> now = key(states.now(model));
      if (old.isPresent() && now.isPresent()) {
        require(model, old.get(), now.get());
      }
    }
  }

  private static Optional<ColumnState> key(ModelState model) {
    return model.columns().stream().filter(ColumnState::isPrimaryKey).findFirst();
  }

  private void require(ModelName model, ColumnState old, ColumnState now) {
    Optional<FieldState> was = states.before(model, now.name());
    boolean sameField = was.filter(field -> field.name().equals(old.name())).isPresent();
    if (sameField) {
      ColumnType from = states.from().storedType(old);
      ColumnType to = states.to().storedType(now);
      if (!canBecome(from, to)) {
        throw refused(
            model,
            now,
            "The primary key %s.%s becomes %s, which no database makes of what it is now (%s)."
                .formatted(model, now.name(), words(to), words(from)));
      }
      return;
    }
    List<String> referring = referring(model);
    if (!referring.isEmpty()) {
      throw refused(
          model,
          now,
          "The primary key of %s becomes %s in place of %s, while %s to it: the values there cannot be turned into the new key by themselves."
              .formatted(
                  model,
                  now.name(),
                  old.name(),
                  String.join(", ", referring) + (referring.size() == 1 ? " points" : " point")));
    }
    if (was.isEmpty() && !now.isAuto()) {
      throw refused(
          model,
          now,
          "The primary key of %s becomes the new field %s in place of %s, and the rows that exist have no value for it."
              .formatted(model, now.name(), old.name()));
    }
  }

  private static boolean canBecome(ColumnType from, ColumnType to) {
    boolean fromText = from instanceof ColumnType.Varchar || from == Simple.TEXT;
    boolean toText = to instanceof ColumnType.Varchar || to == Simple.TEXT;
    return from.equals(to)
        || (NUMBERS.contains(from) && NUMBERS.contains(to))
        || ((fromText || NUMBERS.contains(from)) && toText);
  }

  private static String words(ColumnType type) {
    return switch (type) {
      case ColumnType.Varchar(int length) -> "text of " + length + " characters";
      case ColumnType.Decimal _ -> "a decimal";
      case ColumnType.Array(ColumnType element) -> "a list of " + words(element);
      case ColumnType.ForeignKey key -> "a key of " + key.target();
      case Simple simple ->
          NUMBERS.contains(simple) ? "a number" : simple.name().toLowerCase(java.util.Locale.ROOT);
    };
  }

  /** The fields that point to the model and stay. */
  private List<String> referring(ModelName model) {
    ModelName before = states.before(model).name();
    List<String> all = new ArrayList<>();
    for (Relations.Reference reference : Relations.to(states.from(), before)) {
      ModelName owner = states.named(reference.model().name());
      if (stays(owner, reference.field().name())) {
        all.add(owner + "." + reference.field().name());
      }
    }
    states.before(model).manyToMany().stream()
        .filter(link -> link.through() == null && stays(model, link.name()))
        .map(link -> model + "." + link.name())
        .filter(name -> !all.contains(name))
        .forEach(all::add);
    return all;
  }

  private boolean stays(ModelName owner, String field) {
    return states
        .to()
        .find(owner)
        .flatMap(now -> now.find(field))
        .filter(Relations::isRelation)
        .isPresent();
  }

  private MigrationException refused(ModelName model, ColumnState key, String what) {
    List<String> referring = referring(model);
    List<String> steps = new ArrayList<>();
    steps.add(
        "Keep the old key. Add the new one as a field beside it, nullable; fill it in a step of Java; make it mandatory and unique.");
    if (!referring.isEmpty()) {
      steps.add(
          "Beside each relation to the model (%s) add a field of the type of the new key, nullable; fill it in a step of Java from the row that the relation points to."
              .formatted(String.join(", ", referring)));
      steps.add("Remove these relations.");
    }
    steps.add("Make the new field the primary key and remove the old one.");
    if (!referring.isEmpty()) {
      steps.add(
          "Make the fields that stood beside relations the relations, under their names; then rename them.");
    }
    StringBuilder text = new StringBuilder(what);
    text.append(" In these steps, with makemigrations after each, all rows are kept:");
    for (int i = 0; i < steps.size(); i++) {
      text.append("\n  ").append(i + 1).append(". ").append(steps.get(i));
    }
    return new MigrationException(text.toString());
  }
}
