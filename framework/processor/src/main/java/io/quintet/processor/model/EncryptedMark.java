package io.quintet.processor.model;

import static io.quintet.processor.model.Marks.ORM;

import java.util.List;
import javax.lang.model.element.VariableElement;

/** Reads @Encrypted. */
final class EncryptedMark {
  static final String OPTION = "encrypted()";

  private final Problems problems;

  EncryptedMark(Problems problems) {
    this.problems = problems;
  }

  /** Adds the builder calls of a field that has the mark. */
  void read(String where, VariableElement field, Kind kind, List<String> options) {
    if (!Marks.has(field, ORM + "Encrypted")) {
      return;
    }
    if (!kind.isText()) {
      problems.error(
          field,
          "%s is @Encrypted but of the type %s. It has to be a String.",
          where,
          TypeNames.full(field.asType()));
    }
    for (String other : List.of("Unique", "Index", "PrimaryKey", "Default")) {
      if (Marks.has(field, ORM + other)) {
        problems.error(
            field,
            "%s is @Encrypted, so each row has another text in the column and @%s cannot work. Remove one of both.",
            where,
            other);
      }
    }
    options.add(OPTION);
  }
}
