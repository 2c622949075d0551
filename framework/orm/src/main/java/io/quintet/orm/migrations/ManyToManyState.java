package io.quintet.orm.migrations;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A many-to-many relation at one point of the history. Without {@code through} it owns a table of
 * pairs.
 *
 * @param name the name of the field in Java
 * @param target the model on the other side
 * @param through the model that holds the pairs, or null
 * @param table the name of the table of pairs, or null for the usual {@code table_field}
 * @param columns the columns of the table of pairs, that of this model first, each empty for the
 *     usual one; or no columns for the usual ones
 * @param notes what is recorded about the field and concerns the program alone, never the table
 */
public record ManyToManyState(
    String name,
    ModelName target,
    @Nullable ModelName through,
    @Nullable String table,
    List<String> columns,
    Map<String, String> notes)
    implements FieldState {

  /** Copies notes and columns. */
  public ManyToManyState {
    notes = Map.copyOf(notes);
    columns = columns.stream().allMatch(String::isEmpty) ? List.of() : List.copyOf(columns);
  }

  /** With the usual columns. */
  public ManyToManyState(
      String name,
      ModelName target,
      @Nullable ModelName through,
      @Nullable String table,
      Map<String, String> notes) {
    this(name, target, through, table, List.of(), notes);
  }

  /** Without notes. */
  public ManyToManyState(
      String name, ModelName target, @Nullable ModelName through, @Nullable String table) {
    this(name, target, through, table, Map.of());
  }

  /** Something recorded about the field that concerns the program alone. */
  public ManyToManyState note(String key, String value) {
    return new ManyToManyState(
        name, target, through, table, columns, Notes.plus(notes, key, value));
  }

  /** The pairs stand in a model of their own: {@code "shop.Credit"}. */
  public ManyToManyState through(String model) {
    return new ManyToManyState(name, target, ModelName.parse(model), null, notes);
  }

  /** Another table of pairs than the usual one. */
  public ManyToManyState table(@Nullable String newTable) {
    return new ManyToManyState(name, target, through, newTable, columns, notes);
  }

  /** Other columns of the table of pairs than the usual ones: to this model, to the target. */
  public ManyToManyState columns(String source, String toTarget) {
    return new ManyToManyState(name, target, through, table, List.of(source, toTarget), notes);
  }

  @Override
  public ManyToManyState renamed(String newName) {
    return new ManyToManyState(newName, target, through, table, columns, notes);
  }

  @Override
  public ManyToManyState retargeted(ModelName from, ModelName to) {
    return new ManyToManyState(
        name,
        target.equals(from) ? to : target,
        through != null && through.equals(from) ? to : through,
        table,
        columns,
        notes);
  }
}
