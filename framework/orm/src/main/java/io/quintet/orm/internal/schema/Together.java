package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ConstraintState;
import io.quintet.orm.migrations.ModelState;
import java.util.ArrayList;
import java.util.List;

/** Lists of fields that are unique together, as the constraints that enforce them. */
final class Together {
  private Together() {}

  /**
   * All constraints of a table: those with a name of their own and those that follow from lists.
   */
  static List<ConstraintState> constraints(ModelState model) {
    List<ConstraintState> all = new ArrayList<>(model.constraints());
    model.options().uniqueTogether().forEach(fields -> all.add(constraint(model, fields)));
    return all;
  }

  static ConstraintState.Unique constraint(ModelState model, List<String> fields) {
    List<String> columns = fields.stream().map(field -> model.column(field).column()).toList();
    return new ConstraintState.Unique(Names.uniqueTogether(model.table(), columns), fields, null);
  }

  /** The constraints of lists that one model has and another has not. */
  static List<ConstraintState> missing(ModelState in, ModelState from) {
    return in.options().uniqueTogether().stream()
        .filter(fields -> !from.options().uniqueTogether().contains(fields))
        .<ConstraintState>map(fields -> constraint(in, fields))
        .toList();
  }
}
