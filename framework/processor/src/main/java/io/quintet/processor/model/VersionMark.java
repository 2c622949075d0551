package io.quintet.processor.model;

import static io.quintet.processor.model.Marks.ORM;

import java.util.List;
import javax.lang.model.element.VariableElement;

/** Reads @Version: the column of optimistic locking. */
final class VersionMark {
  private final Problems problems;

  VersionMark(Problems problems) {
    this.problems = problems;
  }

  /** Adds the builder calls of a field that has the mark. */
  void read(
      String where, VariableElement field, Kind kind, boolean nullable, List<String> options) {
    if (!Marks.has(field, ORM + "Version")) {
      return;
    }
    if ((kind != Kind.INT && kind != Kind.LONG && kind != Kind.INSTANT) || nullable) {
      problems.error(
          field,
          "%s is @Version but of the type %s. It has to be an int, long or Instant that is never null.",
          where,
          (nullable ? "@Nullable " : "") + TypeNames.full(field.asType()));
    }
    options.add("version()");
    if (kind == Kind.INSTANT) {
      options.add("readOnly()");
    }
  }
}
