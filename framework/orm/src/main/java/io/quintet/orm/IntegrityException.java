package io.quintet.orm;

import io.quintet.orm.internal.dialect.Failures;
import io.quintet.orm.internal.schema.Names;
import io.quintet.orm.meta.ConstraintMeta;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The database refused a row because of a constraint. */
public class IntegrityException extends DbException {
  private static final long serialVersionUID = 1L;

  /** The kinds of constraints. */
  public enum Kind {
    /** Two rows would have the same value. */
    UNIQUE,
    /** A row would point to nothing, or something still points to it. */
    FOREIGN_KEY,
    /** A column would be null. */
    NOT_NULL,
    /** A check constraint would be violated. */
    CHECK
  }

  private final Kind kind;
  private final String constraint;
  private final List<String> fields;

  private IntegrityException(
      Kind kind, String constraint, List<String> fields, String message, SQLException cause) {
    super(message, cause);
    this.kind = kind;
    this.constraint = constraint;
    this.fields = fields;
  }

  /** A row of a table points to a row of another that does not exist. */
  static IntegrityException missingTarget(String table, String target) {
    String message =
        "A foreign key points to a row that does not exist: from %s to %s."
            .formatted(table, target);
    return new IntegrityException(
        Kind.FOREIGN_KEY, "", List.of(), message, new SQLException(message));
  }

  static IntegrityException of(Failures.Failure failure, SQLException cause) {
    Kind kind = Kind.valueOf(failure.kind().name());
    Optional<ModelMeta<?>> model = model(failure);
    List<String> fields = fields(failure, model);
    String place = model.map(ModelMeta::label).orElse(failure.table());
    String where =
        place + (fields.isEmpty() ? "" : (place.isEmpty() ? "" : ".") + String.join(", ", fields));
    String named =
        failure.constraint().isEmpty() ? "" : " (constraint " + failure.constraint() + ")";
    String message =
        switch (kind) {
          case UNIQUE -> "There is already a row with this value: " + where + named + ".";
          case FOREIGN_KEY ->
              where.isEmpty()
                  ? "A foreign key points to a row that does not exist, or a row is deleted that others point to"
                      + named
                      + "."
                  : "A foreign key points to a row that does not exist: " + where + named + ".";
          case NOT_NULL -> "A value is missing: " + where + " cannot be null.";
          case CHECK ->
              "A condition of the table is not met: "
                  + (where.isEmpty() ? "" : where)
                  + named
                  + ".";
        };
    return new IntegrityException(kind, failure.constraint(), fields, message, cause);
  }

  private static Optional<ModelMeta<?>> model(Failures.Failure failure) {
    for (ModelMeta<?> model : Models.all()) {
      boolean named =
          model.constraints().stream().anyMatch(c -> c.name().equals(failure.constraint()))
              || uniqueColumn(model, failure).isPresent();
      if (model.table().equals(failure.table()) || named) {
        return Optional.of(model);
      }
    }
    return Optional.empty();
  }

  /** The column whose own unique constraint it is. */
  private static Optional<FieldMeta> uniqueColumn(ModelMeta<?> model, Failures.Failure failure) {
    return model.ownFields().stream()
        .filter(field ->
            field.unique()
                && Names.columnUnique(model.table(), field.column()).equals(failure.constraint()))
        .findFirst();
  }

  private static List<String> fields(Failures.Failure failure, Optional<ModelMeta<?>> model) {
    if (model.isEmpty()) {
      return failure.columns();
    }
    if (failure.columns().isEmpty()) {
      for (ConstraintMeta constraint : model.get().constraints()) {
        if (constraint.name().equals(failure.constraint())
            && constraint instanceof ConstraintMeta.Unique unique) {
          return unique.fields();
        }
      }
      return uniqueColumn(model.get(), failure)
          .map(field -> List.of(field.name()))
          .orElse(List.of());
    }
    return failure.columns().stream()
        .map(c -> model.get().findField(c).map(FieldMeta::name).orElse(c))
        .toList();
  }

  /** The kind of constraint. */
  public Kind kind() {
    return kind;
  }

  /** The name of the constraint, or empty when the database does not tell. */
  public String constraint() {
    return constraint;
  }

  /** The fields (columns, when the model is not known), or none when the database does not tell. */
  public List<String> fields() {
    return fields;
  }
}
