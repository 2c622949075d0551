package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ManyToManyState;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ModelTransfer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds many-to-many fields whose pairs come into a model, or out of one. The table stays, with its
 * rows; how the model differs from a table of pairs is then found like any other change.
 */
final class ChangedPairs {
  private record End(ModelName owner, ModelTransfer.ModelToPairs operation, ModelName through) {}

  private final Comparison states;
  private final Drafts drafts;
  private final List<End> ends = new ArrayList<>();

  ChangedPairs(Comparison states, Drafts drafts) {
    this.states = states;
    this.drafts = drafts;
  }

  void find() {
    for (ModelName owner : states.keptTables()) {
      for (ManyToManyState now : states.now(owner).manyToMany()) {
        if (states.before(owner).find(now.name()).orElse(null) instanceof ManyToManyState old) {
          ModelName before = old.through();
          ModelName after = now.through();
          if (before == null && after != null) {
            toModel(owner, old, now, after);
          } else if (before != null && after == null) {
            toPairs(owner, old, now, before);
          }
        }
      }
    }
  }

  private void toModel(
      ModelName owner, ManyToManyState old, ManyToManyState now, ModelName through) {
    ModelState model = states.to().find(through).orElseThrow();
    Keys keys = Keys.of(model, owner, now.target());
    String obstacle =
        states.oldTables().contains(through)
            ? through + " exists already"
            : obstacle(owner, old, now, through, keys);
    if (obstacle != null || keys == null) {
      throw refused(
          "Field %s.%s goes through %s now, and its pairs cannot become rows of that model by themselves, as %s."
              .formatted(owner, now.name(), through, obstacle));
    }
    ModelTransfer.PairsToModel operation =
        new ModelTransfer.PairsToModel(
            through.model(), owner.model(), now.name(), keys.source, keys.target);
    drafts.add(owner.app(), operation);
    states.pairsAreModel(operation.apply(owner.app(), states.from()), through);
  }

  private void toPairs(
      ModelName owner, ManyToManyState old, ManyToManyState now, ModelName through) {
    ModelState model = states.from().model(through);
    Keys keys = Keys.of(model, owner, old.target());
    String obstacle =
        states.named(through).equals(through) && states.to().find(through).isEmpty()
            ? obstacle(owner, old, now, through, keys)
            : states.named(through) + " stays";
    if (obstacle != null || keys == null) {
      throw refused(
          "Field %s.%s no longer goes through %s, and the rows of that model cannot become its pairs by themselves, as %s."
              .formatted(owner, now.name(), through, obstacle));
    }
    ModelState after = states.now(owner);
    ends.add(
        new End(
            owner, new ModelTransfer.ModelToPairs(through.model(), owner.model(), now), through));
    states.modelStays(
        states
            .to()
            .with(JoinTables.asModel(after, now, through, keys.source, keys.target))
            .with(after.replace(now.through(through.toString()))));
  }

  /** When all else is done to the models that become pairs. */
  void endModels() {
    for (End end : ends) {
      List<Need> needs = new ArrayList<>();
      states
          .before(end.through)
          .fields()
          .forEach(field -> needs.add(Need.removed(end.through, field.name())));
      drafts.add(end.owner.app(), end.operation, needs);
    }
  }

  private @Nullable String obstacle(
      ModelName owner,
      ManyToManyState old,
      ManyToManyState now,
      ModelName through,
      @Nullable Keys keys) {
    if (!states.before(owner).name().equals(owner)) {
      return owner + " has another name than before";
    }
    if (!through.app().equals(owner.app())) {
      return "they are of two apps";
    }
    if (!states.named(old.target()).equals(old.target()) || !now.target().equals(old.target())) {
      return "the relation points to another model";
    }
    return keys == null
        ? "%s has no foreign keys to %s and %s".formatted(through, owner, now.target())
        : null;
  }

  private static MigrationException refused(String what) {
    return new MigrationException(
        what
            + " Nothing is lost in three steps: add a second field with the new kind of pairs beside it and run"
            + " makemigrations; copy the pairs in a step of Java; then remove the old field and rename the new one.");
  }

  /** The foreign keys of a model that holds pairs: the first to each side. */
  private record Keys(String source, String target) {
    static @Nullable Keys of(ModelState model, ModelName owner, ModelName target) {
      boolean self = owner.equals(target);
      Optional<String> source = key(model, owner, 0);
      Optional<String> other = key(model, target, self ? 1 : 0);
      return source.isPresent() && other.isPresent() ? new Keys(source.get(), other.get()) : null;
    }

    private static Optional<String> key(ModelState model, ModelName target, int place) {
      return model.columns().stream()
          .filter(column ->
              column.type() instanceof ColumnType.ForeignKey key && key.target().equals(target))
          .map(ColumnState::name)
          .skip(place)
          .findFirst();
    }
  }
}
