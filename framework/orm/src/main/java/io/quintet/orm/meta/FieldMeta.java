package io.quintet.orm.meta;

import io.quintet.orm.Entity;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One column of a model: what it is, how it is shown, and how to read and write it in an entity.
 */
public final class FieldMeta {
  /** When a field is filled with the time. */
  public enum AutoNow {
    /** Never. */
    NEVER,
    /** At the first save. */
    CREATED,
    /** At each save. */
    UPDATED
  }

  private final String name;
  private final String column;
  private final FieldType type;
  private final Class<?> javaType;
  private final String verboseName;
  private final String helpText;
  private final boolean nullable;
  private final boolean blank;
  private final boolean unique;
  private final String uniqueMessage;
  private final boolean indexed;
  private final boolean editable;
  private final boolean primaryKey;
  private final boolean hasDefault;
  private final @Nullable String databaseDefault;
  private final AutoNow autoNow;
  private final boolean version;
  private final boolean softDelete;
  private final boolean encrypted;
  private final boolean parentLink;
  private final List<FieldRule> rules;
  private final @Nullable RelationMeta relation;
  private @Nullable ModelMeta<?> model;
  private int index = -1;

  FieldMeta(FieldBuilder b) {
    name = b.name;
    column = b.column;
    type = b.type;
    javaType = b.javaType;
    verboseName = b.verboseName;
    helpText = b.helpText;
    nullable = b.nullable;
    blank = b.blank;
    unique = b.unique;
    uniqueMessage = b.uniqueMessage;
    indexed = b.indexed;
    editable = b.editable;
    primaryKey = b.primaryKey;
    hasDefault = b.hasDefault;
    databaseDefault = b.databaseDefault;
    autoNow = b.autoNow;
    version = b.version;
    softDelete = b.softDelete;
    encrypted = b.encrypted;
    parentLink = b.parentLink;
    rules = List.copyOf(b.rules);
    relation = b.relation;
  }

  /** Starts a field; called by generated code. */
  public static FieldBuilder named(String name, String column, FieldType type, Class<?> javaType) {
    return new FieldBuilder(name, column, type, javaType);
  }

  void attach(ModelMeta<?> owner, int position) {
    model = owner;
    index = position;
    if (relation != null) {
      relation.attach(owner);
    }
  }

  /** The name of the Java field. */
  public String name() {
    return name;
  }

  /** The name of the column. */
  public String column() {
    return column;
  }

  /** The columns that hold it. */
  public List<String> columns() {
    return List.of(column);
  }

  /** What it holds. A relation is a {@link FieldType.Reference}. */
  public FieldType type() {
    return type;
  }

  /**
   * What the column holds: as {@link #type()}, but for a relation the type of the key that it
   * points to, and text of any length for what is encrypted.
   */
  public FieldType columnType() {
    if (encrypted) {
      return new FieldType.LongText();
    }
    if (relation == null) {
      return type;
    }
    FieldType target = relation.target().primaryKey().columnType();
    return target instanceof FieldType.Identity ? new FieldType.Int64() : target;
  }

  /** The Java class of a value (boxed); for a relation that of the other entity. */
  public Class<?> javaType() {
    return javaType;
  }

  /** The name shown to people, in lower case as a rule. */
  public String verboseName() {
    return verboseName;
  }

  /** The sentence shown beside it, or empty. */
  public String helpText() {
    return helpText;
  }

  /** Whether the column may be null. */
  public boolean nullable() {
    return nullable;
  }

  /** Whether forms and validation accept an empty value. */
  public boolean blank() {
    return blank;
  }

  /** Whether no two rows have the same value. True for a primary key. */
  public boolean unique() {
    return unique || primaryKey;
  }

  /** The text for people when uniqueness is violated, or empty. */
  public String uniqueMessage() {
    return uniqueMessage;
  }

  /** Whether the column has an index of its own (a unique column has one anyway). */
  public boolean indexed() {
    return indexed;
  }

  /** Whether forms show it for editing. */
  public boolean editable() {
    return editable;
  }

  /** Whether it is the primary key. */
  public boolean primaryKey() {
    return primaryKey;
  }

  /** Whether the Java field has an initialiser. */
  public boolean hasDefault() {
    return hasDefault;
  }

  /** What a new entity has in this field. */
  public @Nullable Object defaultValue() {
    return get(model().create());
  }

  /** The SQL expression of the default in the database, if one was declared. */
  public Optional<String> databaseDefault() {
    return Optional.ofNullable(databaseDefault);
  }

  /** When it is filled with the time. */
  public AutoNow autoNow() {
    return autoNow;
  }

  /** Whether every update checks and raises it: optimistic locking. */
  public boolean version() {
    return version;
  }

  /** Whether it tells when a row was deleted that is only marked so. */
  public boolean softDelete() {
    return softDelete;
  }

  /** Whether it stands encrypted in the database. */
  public boolean encrypted() {
    return encrypted;
  }

  /**
   * Whether it is the key of a model that extends another one, and points to the row of that. It
   * stands in no Java field: its value is the key that the entity has.
   */
  public boolean parentLink() {
    return parentLink;
  }

  /** Whether the program gives it no value: an id that the database gives out, a parent's key. */
  public boolean isGiven() {
    return parentLink || type instanceof FieldType.Identity;
  }

  /**
   * A value as it stands in the column: by its converter, an IP address in short, encrypted if the
   * field is.
   */
  public @Nullable Object stored(@Nullable Object value) {
    if (type instanceof FieldType.Converted converted) {
      return converted.stored(value);
    }
    return value instanceof String text ? StoredText.of(this, text) : value;
  }

  /** Its validation rules. */
  public List<FieldRule> rules() {
    return rules;
  }

  /** The relation that this column stands for, if it does. */
  public Optional<RelationMeta> relation() {
    return Optional.ofNullable(relation);
  }

  /** The choices of an enum, or none. */
  public List<FieldType.Choice> choices() {
    return type instanceof FieldType.Choices c ? c.choices() : List.of();
  }

  /** The model in whose table it stands; one that extends it has the same field. */
  public ModelMeta<?> model() {
    if (model == null) {
      throw new IllegalStateException("Field " + name + " is not part of a model yet.");
    }
    return model;
  }

  /** Its position in {@link ModelMeta#fields()} of its model and of those that extend it. */
  public int index() {
    return index;
  }

  /** The value in an entity; for a relation the key of the other row. */
  public @Nullable Object get(Entity entity) {
    return model().read(entity, index);
  }

  /**
   * Sets the value in an entity; for a relation the key of the other row or that entity.
   *
   * @throws IllegalArgumentException when the value is of another type
   */
  public void set(Entity entity, @Nullable Object value) {
    model().write(entity, index, value);
  }

  /** Whether a check of its table says that no row has a negative number in it. */
  public boolean isNeverNegative() {
    return model().constraints().stream()
        .anyMatch(c ->
            c instanceof ConstraintMeta.Check check && check.condition().equals(column + " >= 0"));
  }

  /** What people see of the value in an entity: the label of a choice, else the value as text. */
  public String label(Entity entity) {
    Object value = get(entity);
    return value instanceof Enum<?> constant && type instanceof FieldType.Choices choices
        ? choices.of(constant).label()
        : value == null ? "" : value.toString();
  }

  /** The name with its model: {@code blog.Post.title}. */
  @Override
  public String toString() {
    return model().label() + "." + name;
  }
}
