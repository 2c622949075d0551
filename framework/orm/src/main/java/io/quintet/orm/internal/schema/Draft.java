package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.ManyToManyState;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.Operation;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * An operation that was detected and is not in a migration yet.
 *
 * @param app whose migration it belongs into
 * @param provides what is true after it, see {@link #exists} and {@link #gone}
 * @param needs what must be true before it
 */
record Draft(String app, Operation operation, Set<String> provides, Set<String> needs) {

  static String exists(ModelName model) {
    return "exists " + model.app() + " " + model.lower();
  }

  /** The field no longer refers to what it referred to. */
  static String gone(ModelName model, String field) {
    return "gone " + model.app() + " " + model.lower() + "." + field;
  }

  /** The app that a need is about. */
  static String appOf(String need) {
    return need.split(" ", -1)[1];
  }

  static Set<ModelName> targets(FieldState field) {
    Set<ModelName> targets = new LinkedHashSet<>();
    switch (field) {
      case ColumnState column -> {
        if (column.type() instanceof ColumnType.ForeignKey key) {
          targets.add(key.target());
        }
      }
      case ManyToManyState link -> {
        targets.add(link.target());
        ModelName through = link.through();
        if (through != null) {
          targets.add(through);
        }
      }
    }
    return targets;
  }

  static Draft of(
      ModelName model, Operation operation, Set<String> provides, FieldState... fields) {
    Set<String> needs = new LinkedHashSet<>();
    for (FieldState field : fields) {
      targets(field).forEach(target -> needs.add(exists(target)));
    }
    needs.removeAll(provides);
    return new Draft(model.app(), operation, provides, needs);
  }

  /** Deletes a model, once nothing in the given state refers to it any more. */
  static Draft deletion(ModelState model, Iterable<ModelState> all) {
    Set<String> needs = new LinkedHashSet<>();
    for (ModelState other : all) {
      for (FieldState field : other.fields()) {
        if (!other.name().equals(model.name()) && targets(field).contains(model.name())) {
          needs.add(gone(other.name(), field.name()));
        }
      }
    }
    Set<String> provides = new LinkedHashSet<>();
    model.fields().forEach(field -> provides.add(gone(model.name(), field.name())));
    return new Draft(
        model.name().app(), new Operation.DeleteModel(model.name().model()), provides, needs);
  }
}
