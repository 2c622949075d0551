package io.quintet.orm.migrations;

import io.quintet.orm.internal.schema.Names;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A column at one point of the history. Immutable; made in a migration with words such as {@code
 * varchar("title", 200)}.
 *
 * <p>The default of a Java field is not part of the history: it is the program's. What the database
 * itself fills in is.
 *
 * @param name the name of the field in Java
 * @param ownColumn the name of the column where it is not the usual one, or null for that
 * @param type what it holds
 * @param flags what else is true of it
 * @param databaseDefault SQL of the default that the database fills in, or null
 * @param notes what is recorded about the field and concerns the program alone, never the table
 */
public record ColumnState(
    String name,
    @Nullable String ownColumn,
    ColumnType type,
    Set<Flag> flags,
    @Nullable String databaseDefault,
    Map<String, String> notes)
    implements FieldState {

  /** A yes-or-no property of a column. */
  public enum Flag {
    /** The column may be null. */
    NULLABLE,
    /** No two rows have the same value. */
    UNIQUE,
    /** It has an index of its own. */
    INDEXED,
    /** It is the primary key. */
    PRIMARY_KEY
  }

  /** Copies the flags and notes. */
  public ColumnState {
    flags = Set.copyOf(flags);
    notes = Map.copyOf(notes);
  }

  /** Without notes. */
  public ColumnState(
      String name,
      @Nullable String ownColumn,
      ColumnType type,
      Set<Flag> flags,
      @Nullable String databaseDefault) {
    this(name, ownColumn, type, flags, databaseDefault, Map.of());
  }

  /** A column with the usual column name; a foreign key with the index that it usually has. */
  public static ColumnState of(String name, ColumnType type) {
    boolean key = type instanceof ColumnType.ForeignKey;
    return new ColumnState(name, null, type, key ? Set.of(Flag.INDEXED) : Set.of(), null);
  }

  /** The name of the column. */
  public String column() {
    return Objects.requireNonNullElseGet(ownColumn, () -> Names.column(name, type));
  }

  /** Allows null. */
  public ColumnState nullable() {
    return with(Flag.NULLABLE, true);
  }

  /** Refuses two rows with the same value; a separate index is then not needed. */
  public ColumnState unique() {
    return with(Flag.UNIQUE, true).with(Flag.INDEXED, false);
  }

  /** Gives it an index of its own. */
  public ColumnState indexed() {
    return with(Flag.INDEXED, true);
  }

  /** Leaves out the index that a foreign key usually has. */
  public ColumnState unindexed() {
    return with(Flag.INDEXED, false);
  }

  /** Leaves out the constraint that a foreign key usually has in the database. */
  public ColumnState unconstrained() {
    if (type instanceof ColumnType.ForeignKey key) {
      return withType(new ColumnType.ForeignKey(key.target(), key.onDelete(), false));
    }
    throw new MigrationException(
        "Only a foreign key has a constraint to leave out; '" + name + "' is " + type + ".");
  }

  /** Makes it an array of values of its type; PostgreSQL only. */
  public ColumnState array() {
    return withType(new ColumnType.Array(type));
  }

  /** Makes it the primary key. */
  public ColumnState primaryKey() {
    return with(Flag.PRIMARY_KEY, true);
  }

  /** A column name of its own, or null for the usual one. */
  public ColumnState column(@Nullable String newColumn) {
    return new ColumnState(name, newColumn, type, flags, databaseDefault, notes);
  }

  /** Something recorded about the field that concerns the program alone. */
  public ColumnState note(String key, String value) {
    return withNotes(Notes.plus(notes, key, value));
  }

  /** With other notes. */
  public ColumnState withNotes(Map<String, String> newNotes) {
    return new ColumnState(name, ownColumn, type, flags, databaseDefault, newNotes);
  }

  /** A default that the database fills in, as SQL. */
  public ColumnState databaseDefault(@Nullable String sql) {
    return new ColumnState(name, ownColumn, type, flags, sql, notes);
  }

  /** The same column with another type. */
  public ColumnState withType(ColumnType newType) {
    return new ColumnState(name, ownColumn, newType, flags, databaseDefault, notes);
  }

  /** The same column with a flag set or cleared. */
  public ColumnState with(Flag flag, boolean on) {
    EnumSet<Flag> changed = flags.isEmpty() ? EnumSet.noneOf(Flag.class) : EnumSet.copyOf(flags);
    if (on) {
      changed.add(flag);
    } else {
      changed.remove(flag);
    }
    return new ColumnState(name, ownColumn, type, changed, databaseDefault, notes);
  }

  /** Whether null is allowed. */
  public boolean isNullable() {
    return flags.contains(Flag.NULLABLE);
  }

  /** Whether two rows may not have the same value. */
  public boolean isUnique() {
    return flags.contains(Flag.UNIQUE);
  }

  /** Whether it has an index of its own. */
  public boolean isIndexed() {
    return flags.contains(Flag.INDEXED);
  }

  /** Whether it is the primary key. */
  public boolean isPrimaryKey() {
    return flags.contains(Flag.PRIMARY_KEY);
  }

  /** Whether the database counts it up. */
  public boolean isAuto() {
    return type == ColumnType.Simple.AUTO || type == ColumnType.Simple.BIG_AUTO;
  }

  @Override
  public ColumnState renamed(String newName) {
    return new ColumnState(newName, ownColumn, type, flags, databaseDefault, notes);
  }

  @Override
  public ColumnState retargeted(ModelName from, ModelName to) {
    return type instanceof ColumnType.ForeignKey key && key.target().equals(from)
        ? withType(new ColumnType.ForeignKey(to, key.onDelete(), key.constraint()))
        : this;
  }
}
