package io.quintet.conformance.migrations;

import io.quintet.orm.annotation.OnDelete;
import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnState.Flag;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ColumnType.Simple;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.ManyToManyState;
import io.quintet.orm.migrations.ModelName;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fields between Django's notation and states: what a table knows becomes part of the column, the
 * rest is noted.
 */
final class Fields {
  /**
   * Types that have a state of their own, and those that share one. The first named stands for it.
   */
  private static final Map<String, Simple> TYPES = new LinkedHashMap<>();

  static {
    TYPES.put("BigAutoField", Simple.BIG_AUTO);
    TYPES.put("AutoField", Simple.AUTO);
    TYPES.put("SmallAutoField", Simple.AUTO);
    TYPES.put("IntegerField", Simple.INTEGER);
    TYPES.put("PositiveIntegerField", Simple.INTEGER);
    TYPES.put("SmallIntegerField", Simple.SMALL_INTEGER);
    TYPES.put("PositiveSmallIntegerField", Simple.SMALL_INTEGER);
    TYPES.put("BigIntegerField", Simple.BIG_INTEGER);
    TYPES.put("PositiveBigIntegerField", Simple.BIG_INTEGER);
    TYPES.put("BooleanField", Simple.BOOLEAN);
    TYPES.put("TextField", Simple.TEXT);
    TYPES.put("FloatField", Simple.REAL);
    TYPES.put("DateField", Simple.DATE);
    TYPES.put("TimeField", Simple.TIME);
    TYPES.put("DateTimeField", Simple.TIMESTAMP);
    TYPES.put("DurationField", Simple.DURATION);
    TYPES.put("UUIDField", Simple.UUID);
    TYPES.put("GenericIPAddressField", Simple.IP_ADDRESS);
    TYPES.put("JSONField", Simple.JSON);
    TYPES.put("BinaryField", Simple.BINARY);
  }

  private Fields() {}

  static FieldState read(Map<String, @Nullable Object> spec) {
    Map<String, @Nullable Object> left = new LinkedHashMap<>(spec);
    String name = String.valueOf(left.remove("name"));
    String type = String.valueOf(left.remove("type"));
    return type.equals("ManyToManyField") ? manyToMany(name, left) : column(name, type, left);
  }

  private static FieldState manyToMany(String name, Map<String, @Nullable Object> left) {
    ModelName target = ModelName.parse(String.valueOf(left.remove("to")));
    Object through = left.remove("through");
    Object table = left.remove("db_table");
    return new ManyToManyState(
        name,
        target,
        through == null ? null : ModelName.parse(through.toString()),
        table == null ? null : table.toString(),
        notes(left));
  }

  private static FieldState column(String name, String type, Map<String, @Nullable Object> left) {
    ColumnType stored = type(type, left);
    EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
    flag(left, "null", Flag.NULLABLE, flags);
    flag(left, "primary_key", Flag.PRIMARY_KEY, flags);
    flag(left, "unique", Flag.UNIQUE, flags);
    flag(left, "db_index", Flag.INDEXED, flags);
    if (type.equals("OneToOneField")) {
      flags.add(Flag.UNIQUE);
    } else if (type.equals("ForeignKey")
        && !flags.contains(Flag.UNIQUE)
        && !left.containsKey("db_index")) {
      flags.add(Flag.INDEXED);
    }
    Object own = left.remove("db_column");
    String byDatabase =
        left.containsKey("db_default") ? Notation.text(left.remove("db_default")) : null;
    ColumnState column =
        new ColumnState(name, own == null ? null : own.toString(), stored, flags, byDatabase);
    Map<String, String> notes = notes(left);
    if (!type.equals(className(column))) {
      notes.put("type", Notation.text(type));
    }
    return column.withNotes(notes);
  }

  private static ColumnType type(String type, Map<String, @Nullable Object> left) {
    if (type.equals("ForeignKey") || type.equals("OneToOneField")) {
      boolean constraint = !Boolean.FALSE.equals(left.get("db_constraint"));
      left.remove("db_constraint");
      return new ColumnType.ForeignKey(
          ModelName.parse(String.valueOf(left.remove("to"))),
          OnDelete.valueOf(String.valueOf(left.remove("on_delete"))),
          constraint);
    }
    if (type.equals("CharField") && left.get("max_length") instanceof Number length) {
      left.remove("max_length");
      return new ColumnType.Varchar(length.intValue());
    }
    if (type.equals("DecimalField")
        && left.remove("max_digits") instanceof Number digits
        && left.remove("decimal_places") instanceof Number places) {
      return new ColumnType.Decimal(digits.intValue(), places.intValue());
    }
    return TYPES.getOrDefault(type, Simple.TEXT);
  }

  private static void flag(
      Map<String, @Nullable Object> left, String key, Flag flag, EnumSet<Flag> flags) {
    if (Boolean.TRUE.equals(left.get(key))) {
      left.remove(key);
      flags.add(flag);
    }
  }

  private static Map<String, String> notes(Map<String, @Nullable Object> left) {
    Map<String, String> notes = new LinkedHashMap<>();
    left.forEach((key, value) -> notes.put(key, Notation.text(value)));
    return notes;
  }

  static Map<String, @Nullable Object> write(FieldState field) {
    Map<String, @Nullable Object> spec = new LinkedHashMap<>();
    switch (field) {
      case ManyToManyState link -> {
        spec.put("type", "ManyToManyField");
        spec.put("to", link.target().toString());
        if (link.through() != null) {
          spec.put("through", link.through().toString());
        }
        if (link.table() != null) {
          spec.put("db_table", link.table());
        }
        link.notes().forEach((key, text) -> spec.put(key, Notation.value(text)));
      }
      case ColumnState column -> {
        spec.put("type", className(column));
        writeType(column.type(), spec);
        writeFlags(column, spec);
        column.notes().forEach((key, text) -> spec.put(key, Notation.value(text)));
      }
    }
    return spec;
  }

  private static void writeType(ColumnType type, Map<String, @Nullable Object> spec) {
    switch (type) {
      case ColumnType.Varchar(int length) -> spec.put("max_length", length);
      case ColumnType.Decimal(int digits, int places) -> {
        spec.put("max_digits", digits);
        spec.put("decimal_places", places);
      }
      case ColumnType.ForeignKey key -> {
        spec.put("to", key.target().toString());
        spec.put("on_delete", key.onDelete().name().toUpperCase(Locale.ROOT));
        if (!key.constraint()) {
          spec.put("db_constraint", false);
        }
      }
      case ColumnType.Array(ColumnType element) -> writeType(element, spec);
      case Simple _ -> {}
    }
  }

  private static void writeFlags(ColumnState column, Map<String, @Nullable Object> spec) {
    if (column.isNullable()) {
      spec.put("null", true);
    }
    if (column.isPrimaryKey()) {
      spec.put("primary_key", true);
    }
    boolean key = column.type() instanceof ColumnType.ForeignKey;
    if (column.isUnique() && !(key && className(column).equals("OneToOneField"))) {
      spec.put("unique", true);
    }
    if (column.isIndexed() && !key) {
      spec.put("db_index", true);
    }
    if (column.ownColumn() != null) {
      spec.put("db_column", column.ownColumn());
    }
    String byDatabase = column.databaseDefault();
    if (byDatabase != null) {
      spec.put("db_default", Notation.value(byDatabase));
    }
  }

  /** The class that stands for a column, unless another is noted. */
  static String className(ColumnState column) {
    String noted = column.notes().get("type");
    if (noted != null) {
      return String.valueOf(Notation.value(noted));
    }
    return switch (column.type()) {
      case ColumnType.Varchar _ -> "CharField";
      case ColumnType.Decimal _ -> "DecimalField";
      case ColumnType.Array _ -> "ArrayField";
      case ColumnType.ForeignKey _ -> column.isUnique() ? "OneToOneField" : "ForeignKey";
      case Simple simple ->
          TYPES.entrySet().stream()
              .filter(entry -> entry.getValue() == simple)
              .findFirst()
              .orElseThrow()
              .getKey();
    };
  }
}
