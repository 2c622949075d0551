package io.quintet.orm.migrations;

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
 * @param notes what is recorded about the field and concerns the program alone, never the table
 */
public record ManyToManyState(
    String name,
    ModelName target,
    @Nullable ModelName through,
    @Nullable String table,
    Map<String, String> notes)
    implements FieldState {

  /** Copies the notes. */
  public ManyToManyState {
    notes = Map.copyOf(notes);
  }

  /** Without notes. */
  public ManyToManyState(
      String name, ModelName target, @Nullable ModelName through, @Nullable String table) {
    this(name, target, through, table, Map.of());
  }

  /** Something recorded about the field that concerns the program alone. */
  public ManyToManyState note(String key, String value) {
    return new ManyToManyState(name, target, through, table, Notes.plus(notes, key, value));
  }

  /** The pairs stand in a model of their own: {@code "shop.Credit"}. */
  public ManyToManyState through(String model) {
    return new ManyToManyState(name, target, ModelName.parse(model), null, notes);
  }

  /** Another table of pairs than the usual one. */
  public ManyToManyState table(@Nullable String newTable) {
    return new ManyToManyState(name, target, through, newTable, notes);
  }

  @Override
  public ManyToManyState renamed(String newName) {
    return new ManyToManyState(newName, target, through, table, notes);
  }

  @Override
  public ManyToManyState retargeted(ModelName from, ModelName to) {
    return new ManyToManyState(
        name,
        target.equals(from) ? to : target,
        through != null && through.equals(from) ? to : through,
        table,
        notes);
  }
}
