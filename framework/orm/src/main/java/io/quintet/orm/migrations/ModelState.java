package io.quintet.orm.migrations;

import io.quintet.orm.internal.schema.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A model at one point of the history. Immutable.
 *
 * @param name app and model
 * @param fields in order
 * @param indexes over several fields
 * @param constraints over several fields, and checks
 * @param options what is true of the model as a whole
 * @param bases models that it builds upon: a proxy has the table of its base, any other model a
 *     table beside that of its base
 */
public record ModelState(
    ModelName name,
    List<FieldState> fields,
    List<IndexState> indexes,
    List<ConstraintState> constraints,
    ModelOptions options,
    List<ModelName> bases) {
  private static final ColumnState ORDER = ColumnState.of("_order", ColumnType.Simple.INTEGER);

  /** Copies the lists; refuses two fields with one name. */
  public ModelState {
    bases = List.copyOf(bases);
    fields = List.copyOf(fields);
    indexes = List.copyOf(indexes);
    constraints = List.copyOf(constraints);
    Set<String> names = new HashSet<>();
    for (FieldState field : fields) {
      if (!names.add(field.name())) {
        throw new MigrationException(
            "Model " + name + " would have two fields named '" + field.name() + "'.");
      }
    }
  }

  /** Without bases. */
  public ModelState(
      ModelName name,
      List<FieldState> fields,
      List<IndexState> indexes,
      List<ConstraintState> constraints,
      ModelOptions options) {
    this(name, fields, indexes, constraints, options, List.of());
  }

  /** The table. */
  public String table() {
    String own = options.table();
    return own != null ? own : Names.table(name);
  }

  /** The fields that are columns, in order. */
  public List<ColumnState> columns() {
    return fields.stream()
        .filter(ColumnState.class::isInstance)
        .map(ColumnState.class::cast)
        .toList();
  }

  /** All columns of the table: those of fields, and the place of a row within another. */
  public List<ColumnState> tableColumns() {
    return options.orderWithRespectTo() == null
        ? columns()
        : Stream.concat(columns().stream(), Stream.of(ORDER)).toList();
  }

  /** The fields that are many-to-many relations, in order. */
  public List<ManyToManyState> manyToMany() {
    return fields.stream()
        .filter(ManyToManyState.class::isInstance)
        .map(ManyToManyState.class::cast)
        .toList();
  }

  /** The field of that name, if there is one. */
  public Optional<FieldState> find(String field) {
    return fields.stream().filter(f -> f.name().equals(field)).findFirst();
  }

  /** The field of that name. Throws {@link MigrationException} when there is none. */
  public FieldState field(String field) {
    return find(field)
        .orElseThrow(() ->
            new MigrationException(
                "Model "
                    + name
                    + " has no field '"
                    + field
                    + "' at this point of the history. It has: "
                    + String.join(", ", fields.stream().map(FieldState::name).toList())
                    + "."));
  }

  /**
   * The column of that field. Throws {@link MigrationException} when there is none or it is a
   * relation without a column.
   */
  public ColumnState column(String field) {
    if (field(field) instanceof ColumnState column) {
      return column;
    }
    throw new MigrationException(
        "Field '" + field + "' of " + name + " is many-to-many and has no column.");
  }

  /** The primary key. Throws {@link MigrationException} when the model has none. */
  public ColumnState primaryKey() {
    return columns().stream()
        .filter(ColumnState::isPrimaryKey)
        .findFirst()
        .orElseThrow(() ->
            new MigrationException(
                "Model " + name + " has no primary key; add one, for example id()."));
  }

  /** The index of that name. Throws {@link MigrationException} when there is none. */
  public IndexState index(String index) {
    return named(indexes, index, IndexState::name, "index");
  }

  /** The constraint of that name. Throws {@link MigrationException} when there is none. */
  public ConstraintState constraint(String constraint) {
    return named(constraints, constraint, ConstraintState::name, "constraint");
  }

  /** Under another name. */
  public ModelState withName(ModelName newName) {
    return new ModelState(newName, fields, indexes, constraints, options, bases);
  }

  /** With other fields. */
  public ModelState withFields(List<FieldState> newFields) {
    return new ModelState(name, newFields, indexes, constraints, options, bases);
  }

  /** With other indexes. */
  public ModelState withIndexes(List<IndexState> newIndexes) {
    return new ModelState(name, fields, newIndexes, constraints, options, bases);
  }

  /** With other constraints. */
  public ModelState withConstraints(List<ConstraintState> newConstraints) {
    return new ModelState(name, fields, indexes, newConstraints, options, bases);
  }

  /** With other options. */
  public ModelState withOptions(ModelOptions newOptions) {
    return new ModelState(name, fields, indexes, constraints, newOptions, bases);
  }

  /** With a model that it builds upon under another name. */
  ModelState rebased(ModelName from, ModelName to) {
    return new ModelState(
        name,
        fields,
        indexes,
        constraints,
        options,
        bases.stream().map(base -> base.equals(from) ? to : base).toList());
  }

  /** With one field more, at the end. */
  public ModelState plus(FieldState field) {
    return withFields(Stream.concat(fields.stream(), Stream.of(field)).toList());
  }

  /** Without a field. */
  public ModelState minus(String field) {
    FieldState gone = field(field);
    return withFields(fields.stream().filter(f -> f != gone).toList());
  }

  /** With the field of the same name replaced. */
  public ModelState replace(FieldState field) {
    FieldState old = field(field.name());
    return mapFields(f -> f == old ? field : f);
  }

  /** With every field changed in its place. */
  public ModelState mapFields(UnaryOperator<FieldState> change) {
    return withFields(fields.stream().map(change).toList());
  }

  /** With a field renamed, also in indexes, constraints, checks and options. */
  public ModelState renameField(String from, String to) {
    return FieldRename.of(this, from, to);
  }

  private <T> T named(
      List<T> all, String wanted, java.util.function.Function<T, String> nameOf, String kind) {
    return all.stream()
        .filter(item -> nameOf.apply(item).equals(wanted))
        .findFirst()
        .orElseThrow(() ->
            new MigrationException(
                "Model "
                    + name
                    + " has no "
                    + kind
                    + " '"
                    + wanted
                    + "' at this point of the history. It has: "
                    + String.join(", ", all.stream().map(nameOf).toList())
                    + "."));
  }
}
