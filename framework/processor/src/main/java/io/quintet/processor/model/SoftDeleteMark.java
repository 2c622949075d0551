package io.quintet.processor.model;

import static io.quintet.processor.model.Marks.ORM;

import java.util.List;
import javax.lang.model.element.VariableElement;

/** Reads @SoftDelete: the column that marks deleted rows. */
final class SoftDeleteMark {
  private final Problems problems;

  SoftDeleteMark(Problems problems) {
    this.problems = problems;
  }

  /** Adds the builder calls of a field that has the mark. */
  void read(
      String where, VariableElement field, Kind kind, boolean nullable, List<String> options) {
    if (!Marks.has(field, ORM + "SoftDelete")) {
      return;
    }
    if (kind != Kind.INSTANT || !nullable) {
      problems.error(
          field,
          "%s is @SoftDelete but of the type %s. It has to be a @Nullable Instant: null while the row is there.",
          where,
          TypeNames.full(field.asType()));
    }
    options.add("softDelete()");
  }
}
