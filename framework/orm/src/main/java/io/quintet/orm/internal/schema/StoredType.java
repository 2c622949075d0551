package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ColumnType.Simple;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a column holds, read back from a database's spelling of its type.
 *
 * @param type the nearest type of ours
 * @param difference what of the stored type that does not say, for people; empty when nothing
 */
public record StoredType(ColumnType type, String difference) {
  private static final Pattern SPELLED =
      Pattern.compile(
          "([a-z_ ]+?)\\s*(?:\\(\\s*(\\d+)\\s*(?:,\\s*(\\d+)\\s*)?\\))?((?: [a-z ]+)?)");
  private static final String PADDED = "it is filled up with spaces";
  private static final String CUT = "spaces at the end are cut off";

  /** As wide as an address of the Internet: what Django makes for one. */
  private static final int ADDRESS = 39;

  private static final String NARROW = "it is stored in fewer bits";
  private static final String UNSIGNED = "it is unsigned";

  /** The type, or empty when no type of ours can hold its values. */
  public static Optional<StoredType> of(Vendor vendor, String spelling) {
    String spelled = spelling.strip().toLowerCase(Locale.ROOT);
    if (vendor == Vendor.POSTGRESQL && spelled.endsWith("[]")) {
      return of(vendor, spelled.substring(0, spelled.length() - 2))
          .filter(element -> isElement(element.type()))
          .map(element ->
              new StoredType(new ColumnType.Array(element.type()), element.difference()));
    }
    Matcher parts = SPELLED.matcher(spelled);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String tail = parts.group(4).strip();
    Parts found =
        new Parts(
            parts.group(1).strip(), number(parts.group(2)), number(parts.group(3)), tail, spelled);
    return Optional.ofNullable(
        switch (vendor) {
          case POSTGRESQL -> postgresql(found);
          case MARIADB -> mariadb(found);
          case SQLITE -> sqlite(found);
        });
  }

  /** Whether an array of ours may have such elements. */
  private static boolean isElement(ColumnType type) {
    return switch (type) {
      case ColumnType.Varchar _, ColumnType.Decimal _ -> true;
      case Simple simple ->
          simple != Simple.BINARY && simple != Simple.JSON && simple != Simple.DURATION;
      default -> false;
    };
  }

  /** A type of ours that was spelled by us, without a difference. */
  static StoredType same(ColumnType type) {
    return new StoredType(type, "");
  }

  /**
   * @param a the first number in brackets, or -1
   */
  private record Parts(String word, int a, int b, String tail, String whole) {
    boolean unsigned() {
      return word.contains("unsigned") || tail.contains("unsigned");
    }
  }

  private static int number(String digits) {
    return digits == null ? -1 : Integer.parseInt(digits);
  }

  private static StoredType differs(ColumnType type, String difference) {
    return new StoredType(type, difference);
  }

  private static StoredType text(Parts parts) {
    return same(parts.a > 0 ? new ColumnType.Varchar(parts.a) : Simple.TEXT);
  }

  private static StoredType padded(Parts parts) {
    return differs(new ColumnType.Varchar(Math.max(1, parts.a)), PADDED);
  }

  private static StoredType decimal(Parts parts) {
    return parts.a < 0
        ? differs(new ColumnType.Decimal(38, 10), "its digits are not limited")
        : same(new ColumnType.Decimal(parts.a, Math.max(0, parts.b)));
  }

  private static @Nullable StoredType postgresql(Parts parts) {
    String word = (parts.word + " " + parts.tail).strip();
    return switch (word) {
      case "character varying" -> text(parts);
      case "text" -> same(Simple.TEXT);
      case "character" -> padded(parts);
      case "smallint" -> same(Simple.SMALL_INTEGER);
      case "integer" -> same(Simple.INTEGER);
      case "bigint" -> same(Simple.BIG_INTEGER);
      case "boolean" -> same(Simple.BOOLEAN);
      case "double precision" -> same(Simple.REAL);
      case "real" -> differs(Simple.REAL, NARROW);
      case "numeric" -> decimal(parts);
      case "date" -> same(Simple.DATE);
      case "time without time zone" -> same(Simple.TIME);
      case "timestamp with time zone" -> same(Simple.TIMESTAMP);
      case "timestamp without time zone" -> same(Simple.LOCAL_TIMESTAMP);
      case "interval" -> same(Simple.DURATION);
      case "uuid" -> same(Simple.UUID);
      case "inet" -> same(Simple.IP_ADDRESS);
      case "jsonb" -> same(Simple.JSON);
      case "json" -> differs(Simple.JSON, "it is json, not jsonb: no look-ups inside of it");
      case "bytea" -> same(Simple.BINARY);
      default -> null;
    };
  }

  private static @Nullable StoredType mariadb(Parts parts) {
    boolean unsigned = parts.unsigned();
    return switch (parts.word.replace(" unsigned", "")) {
      case "varchar" -> text(parts);
      case "char" ->
          parts.a == ADDRESS
              ? same(Simple.IP_ADDRESS)
              : differs(new ColumnType.Varchar(Math.max(1, parts.a)), CUT);
      case "longtext" -> same(Simple.TEXT);
      case "text", "mediumtext", "tinytext" -> differs(Simple.TEXT, "it holds less than longtext");
      case "tinyint" ->
          parts.a == 1 && !unsigned
              ? same(Simple.BOOLEAN)
              : differs(Simple.SMALL_INTEGER, unsigned ? UNSIGNED : NARROW);
      case "smallint" -> unsigned ? differs(Simple.INTEGER, UNSIGNED) : same(Simple.SMALL_INTEGER);
      case "mediumint" -> differs(Simple.INTEGER, unsigned ? UNSIGNED : NARROW);
      case "int" -> unsigned ? differs(Simple.BIG_INTEGER, UNSIGNED) : same(Simple.INTEGER);
      case "bigint" ->
          unsigned
              ? differs(Simple.BIG_INTEGER, UNSIGNED + ": numbers above 2^63 cannot be read")
              : same(Simple.BIG_INTEGER);
      case "year" -> differs(Simple.SMALL_INTEGER, "it is a year");
      case "bit" -> parts.a == 1 ? differs(Simple.BOOLEAN, "it is bit(1)") : null;
      case "double" -> same(Simple.REAL);
      case "float" -> differs(Simple.REAL, NARROW);
      case "decimal" -> unsigned ? differs(decimal(parts).type, UNSIGNED) : decimal(parts);
      case "date" -> same(Simple.DATE);
      case "time" -> parts.a == 6 ? same(Simple.TIME) : differs(Simple.TIME, coarse(parts));
      case "datetime" ->
          parts.a == 6 ? same(Simple.TIMESTAMP) : differs(Simple.TIMESTAMP, coarse(parts));
      case "timestamp" -> differs(Simple.TIMESTAMP, "it is a timestamp, not a datetime");
      case "uuid" -> same(Simple.UUID);
      case "json" -> same(Simple.JSON);
      case "longblob" -> same(Simple.BINARY);
      case "blob", "mediumblob", "tinyblob", "varbinary", "binary" ->
          differs(Simple.BINARY, "it holds less than longblob");
      default -> null;
    };
  }

  private static String coarse(Parts parts) {
    return parts.a < 1 ? "it keeps whole seconds" : "it keeps " + parts.a + " digits of a second";
  }

  /** SQLite keeps what was written; the width of numbers and the digits of decimals bind nobody. */
  private static @Nullable StoredType sqlite(Parts parts) {
    return switch (parts.word.replace(" unsigned", "")) {
      case "varchar", "nvarchar", "character varying", "character" -> text(parts);
      case "char", "nchar" ->
          switch (parts.a) {
            case 32 -> same(Simple.UUID);
            case ADDRESS -> same(Simple.IP_ADDRESS);
            default -> text(parts);
          };
      case "text", "clob" -> same(Simple.TEXT);
      case "bool", "boolean" -> same(Simple.BOOLEAN);
      case "smallint", "tinyint" -> same(Simple.SMALL_INTEGER);
      case "integer", "int", "mediumint" -> same(Simple.INTEGER);
      case "bigint" -> same(Simple.BIG_INTEGER);
      case "real", "double", "float", "double precision" -> same(Simple.REAL);
      case "decimal", "numeric" -> decimal(parts);
      case "date" -> same(Simple.DATE);
      case "time" -> same(Simple.TIME);
      case "datetime", "timestamp" -> same(Simple.TIMESTAMP);
      case "uuid" -> same(Simple.UUID);
      case "json" -> same(Simple.JSON);
      case "blob", "binary", "varbinary" -> same(Simple.BINARY);
      default -> null;
    };
  }
}
