package io.quintet.orm.internal.inspect;

import io.quintet.orm.internal.schema.Catalogue;
import io.quintet.orm.internal.schema.StoredType;
import io.quintet.orm.internal.schema.Vendor;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ColumnType.Simple;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Gives a field the type, the limits and the value of its column. */
final class Typing {
  private final Snapshot snapshot;

  Typing(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** What a column holds; empty when no field can hold it. */
  Optional<StoredType> stored(Catalogue.Table table, Catalogue.Column column) {
    if (isJson(table, column)) {
      return Optional.of(new StoredType(Simple.JSON, ""));
    }
    String domain = snapshot.domains().get(column.type());
    if (domain != null) {
      return StoredType.of(snapshot.vendor(), domain)
          .map(below -> new StoredType(below.type(), "it is of the domain " + column.type()));
    }
    Optional<StoredType> read = StoredType.of(snapshot.vendor(), column.type());
    if (snapshot.vendor() == Vendor.SQLITE
        && read.isPresent()
        && read.get().type() instanceof ColumnType.Decimal
        && !column.type().contains("(")) {
      return Optional.of(guessedDecimal(table, column));
    }
    return read;
  }

  /** SQLite keeps no digits, so the rows have to tell how many there are after the point. */
  private StoredType guessedDecimal(Catalogue.Table table, Catalogue.Column column) {
    String name = '"' + column.name() + '"';
    String sql =
        "SELECT max(length(CAST(%1$s AS TEXT)) - instr(CAST(%1$s AS TEXT), '.')) FROM \"%2$s\" WHERE instr(CAST(%1$s AS TEXT), '.') > 0"
            .formatted(name, table.name());
    String found = snapshot.runner().ask(sql).getFirst().getFirst();
    int places = found.equals("null") ? 2 : Math.clamp(Integer.parseInt(found), 2, 10);
    return new StoredType(
        new ColumnType.Decimal(15 + places, places),
        "SQLite keeps no digits: those after the point are guessed from the rows");
  }

  private boolean isJson(Catalogue.Table table, Catalogue.Column column) {
    return switch (snapshot.vendor()) {
      case POSTGRESQL -> false;
      case SQLITE ->
          table.checks().stream()
              .anyMatch(check -> CheckTexts.saysJson(check.condition(), column.name()));
      case MARIADB ->
          CheckTexts.saysJson(
              snapshot.columnChecks().getOrDefault(table.name() + "." + column.name(), ""),
              column.name());
    };
  }

  /**
   * Writes type and value into a field.
   *
   * @param key whether it is the primary key
   */
  void write(FieldDraft field, ColumnType type, Catalogue.Column column, boolean key) {
    String sql = column.defaultSql();
    Optional<String> value = sql == null ? Optional.empty() : Literals.value(sql);
    if (sql != null) {
      field.annotate("Default", Literals.java(sql));
    }
    boolean nullable = column.nullable() && !key;
    boolean boxed = nullable || (sql != null && value.isEmpty());
    Shape shape = shape(field, type);
    String java = boxed ? shape.boxed : shape.plain;
    if (nullable) {
      field.imports.add("org.jspecify.annotations.Nullable");
      field.type = "public " + (java.equals("byte[]") ? "byte @Nullable []" : "@Nullable " + java);
    } else {
      field.type = "public " + java;
    }
    value.flatMap(text -> initialiser(field, type, text)).ifPresent(text -> field.value = text);
    if (sql == null && !nullable && !key && isText(type)) {
      field.value = "\"\"";
    }
  }

  private static boolean isText(ColumnType type) {
    return type instanceof ColumnType.Varchar || type == Simple.TEXT;
  }

  /** Writes an enum into a field. */
  void writeEnum(FieldDraft field, EnumDraft type, int length, Catalogue.Column column) {
    String sql = column.defaultSql();
    if (sql != null) {
      field.annotate("Default", Literals.java(sql));
      Literals.value(sql)
          .flatMap(type::constantOf)
          .ifPresent(constant -> field.value = type.name() + "." + constant);
    }
    if (length != Math.max(32, type.longest())) {
      field.annotate("Size", "max = " + length);
    }
    if (column.nullable()) {
      field.imports.add("org.jspecify.annotations.Nullable");
    }
    field.type = "public " + (column.nullable() ? "@Nullable " : "") + type.name();
  }

  /** The texts that an enum of the database itself allows in a column. */
  Optional<List<String>> databaseEnum(Catalogue.Column column) {
    List<String> texts = snapshot.enums().get(column.type());
    if (texts != null) {
      return Optional.of(texts);
    }
    boolean maria = snapshot.vendor() == Vendor.MARIADB && column.type().startsWith("enum(");
    return maria
        ? CheckTexts.items(column.type().substring(5, column.type().length() - 1))
        : Optional.empty();
  }

  private record Shape(String plain, String boxed) {
    Shape(String both) {
      this(both, both);
    }
  }

  private static Shape shape(FieldDraft field, ColumnType type) {
    return switch (type) {
      case ColumnType.Varchar(int length) -> {
        field.annotate("Size", "max = " + length);
        yield new Shape("String");
      }
      case ColumnType.Decimal(int digits, int places) -> {
        field.annotate("Digits", "integer = %d, fraction = %d".formatted(digits - places, places));
        yield imported(field, "java.math.BigDecimal");
      }
      case Simple simple -> simple(field, simple);
      case ColumnType.Array(ColumnType element) -> {
        field.annotate("Array", "");
        Shape each = shape(field, element);
        field.imports.add("java.util.List");
        yield new Shape("List<" + each.boxed() + ">");
      }
      case ColumnType.ForeignKey key -> throw new IllegalStateException("A relation: " + key);
    };
  }

  private static Shape simple(FieldDraft field, Simple type) {
    return switch (type) {
      case SMALL_INTEGER -> new Shape("short", "Short");
      case INTEGER, AUTO -> new Shape("int", "Integer");
      case BIG_INTEGER, BIG_AUTO -> new Shape("long", "Long");
      case BOOLEAN -> new Shape("boolean", "Boolean");
      case REAL -> new Shape("double", "Double");
      case TEXT -> {
        field.annotate("Text", "");
        yield new Shape("String");
      }
      case IP_ADDRESS -> {
        field.annotate("IpAddress", "");
        yield new Shape("String");
      }
      case DATE -> imported(field, "java.time.LocalDate");
      case TIME -> imported(field, "java.time.LocalTime");
      case TIMESTAMP -> imported(field, "java.time.Instant");
      case LOCAL_TIMESTAMP -> imported(field, "java.time.LocalDateTime");
      case DURATION -> imported(field, "java.time.Duration");
      case UUID -> imported(field, "java.util.UUID");
      case JSON -> {
        field.annotate("Json", "");
        yield new Shape("Object");
      }
      case BINARY -> new Shape("byte[]");
    };
  }

  private static Shape imported(FieldDraft field, String type) {
    field.imports.add(type);
    return new Shape(type.substring(type.lastIndexOf('.') + 1));
  }

  private static Optional<String> initialiser(FieldDraft field, ColumnType type, String value) {
    return Optional.ofNullable(
        switch (type) {
          case ColumnType.Varchar _ -> Literals.java(value);
          case ColumnType.Decimal _ when Literals.isNumber(value) ->
              "new BigDecimal(\"" + new BigDecimal(value).toPlainString() + "\")";
          case Simple simple ->
              switch (simple) {
                case TEXT -> Literals.java(value);
                case SMALL_INTEGER, INTEGER -> whole(value) ? value : null;
                case BIG_INTEGER -> whole(value) ? value + "L" : null;
                case REAL -> Literals.isNumber(value) ? number(value) : null;
                case BOOLEAN -> bool(value);
                default -> null;
              };
          default -> null;
        });
  }

  private static boolean whole(String value) {
    return Literals.isNumber(value) && !value.contains(".");
  }

  private static String number(String value) {
    return value.contains(".") ? value : value + ".0";
  }

  private static @org.jspecify.annotations.Nullable String bool(String value) {
    return switch (Objects.requireNonNull(value).toLowerCase(java.util.Locale.ROOT)) {
      case "true", "1" -> "true";
      case "false", "0" -> "false";
      default -> null;
    };
  }
}
