package io.quintet.orm.migrations;

import io.quintet.orm.internal.schema.Names;
import java.util.EnumSet;
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
 * @param column the name of the column
 * @param type what it holds
 * @param flags what else is true of it
 * @param databaseDefault SQL of the default that the database fills in, or null
 */
public record ColumnState(
    String name, String column, ColumnType type, Set<Flag> flags, @Nullable String databaseDefault)
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

  /** Copies the flags. */
  public ColumnState {
    flags = Set.copyOf(flags);
  }

  /** A column with the usual column name; a foreign key with the index that it usually has. */
  public static ColumnState of(String name, ColumnType type) {
    boolean key = type instanceof ColumnType.ForeignKey;
    return new ColumnState(
        name, Names.column(name, type), type, key ? Set.of(Flag.INDEXED) : Set.of(), null);
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

  /** Makes it the primary key. */
  public ColumnState primaryKey() {
    return with(Flag.PRIMARY_KEY, true);
  }

  /** Another column name than the usual one. */
  public ColumnState column(String newColumn) {
    return new ColumnState(name, newColumn, type, flags, databaseDefault);
  }

  /** A default that the database fills in, as SQL. */
  public ColumnState databaseDefault(@Nullable String sql) {
    return new ColumnState(name, column, type, flags, sql);
  }

  /** The same column with another type. */
  public ColumnState withType(ColumnType newType) {
    return new ColumnState(name, column, newType, flags, databaseDefault);
  }

  /** The same column with a flag set or cleared. */
  public ColumnState with(Flag flag, boolean on) {
    EnumSet<Flag> changed = flags.isEmpty() ? EnumSet.noneOf(Flag.class) : EnumSet.copyOf(flags);
    if (on) {
      changed.add(flag);
    } else {
      changed.remove(flag);
    }
    return new ColumnState(name, column, type, changed, databaseDefault);
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
    boolean usual = column.equals(Names.column(name, type));
    return new ColumnState(
        newName, usual ? Names.column(newName, type) : column, type, flags, databaseDefault);
  }

  @Override
  public ColumnState retargeted(ModelName from, ModelName to) {
    return type instanceof ColumnType.ForeignKey key && key.target().equals(from)
        ? withType(new ColumnType.ForeignKey(to, key.onDelete(), key.constraint()))
        : this;
  }
}
