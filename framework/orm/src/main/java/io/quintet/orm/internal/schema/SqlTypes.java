package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ColumnType.Simple;
import io.quintet.orm.migrations.MigrationException;

/** How each database spells a stored type; the spelling is Django's. */
final class SqlTypes {
  private SqlTypes() {}

  /** The name of a stored type: neither a foreign key nor one that is counted up. */
  static String name(Vendor vendor, ColumnType type) {
    return switch (type) {
      case ColumnType.Varchar(int length) -> "varchar(" + length + ")";
      case ColumnType.Decimal(int digits, int places) ->
          vendor == Vendor.SQLITE ? "decimal" : "numeric(" + digits + ", " + places + ")";
      case Simple simple ->
          switch (vendor) {
            case SQLITE -> sqlite(simple);
            case POSTGRESQL -> postgresql(simple);
            case MARIADB -> mariadb(simple);
          };
      case ColumnType.Array(ColumnType element) -> {
        if (vendor != Vendor.POSTGRESQL) {
          throw new MigrationException(
              "%s has no array types; only PostgreSQL has. Take @Array off the field: a List without it is held as JSON."
                  .formatted(vendor == Vendor.SQLITE ? "SQLite" : "MariaDB"));
        }
        yield name(vendor, element) + "[]";
      }
      case ColumnType.ForeignKey key ->
          throw new IllegalArgumentException(
              "The key to " + key.target() + " has the type of its target.");
    };
  }

  private static String sqlite(Simple type) {
    return switch (type) {
      case AUTO, BIG_AUTO, INTEGER -> "integer";
      case SMALL_INTEGER -> "smallint";
      case BIG_INTEGER, DURATION -> "bigint";
      case BOOLEAN -> "bool";
      case TEXT, JSON -> "text";
      case REAL -> "real";
      case DATE -> "date";
      case TIME -> "time";
      case TIMESTAMP, LOCAL_TIMESTAMP -> "datetime";
      case IP_ADDRESS -> "char(39)";
      case UUID -> "char(32)";
      case BINARY -> "BLOB";
    };
  }

  private static String mariadb(Simple type) {
    return switch (type) {
      case AUTO, INTEGER -> "integer";
      case BIG_AUTO, BIG_INTEGER, DURATION -> "bigint";
      case SMALL_INTEGER -> "smallint";
      case BOOLEAN -> "bool";
      case TEXT -> "longtext";
      case REAL -> "double precision";
      case DATE -> "date";
      case TIME -> "time(6)";
      case TIMESTAMP, LOCAL_TIMESTAMP -> "datetime(6)";
      case IP_ADDRESS -> "char(39)";
      case UUID -> "uuid";
      case JSON -> "json";
      case BINARY -> "longblob";
    };
  }

  private static String postgresql(Simple type) {
    return switch (type) {
      case AUTO, INTEGER -> "integer";
      case BIG_AUTO, BIG_INTEGER -> "bigint";
      case SMALL_INTEGER -> "smallint";
      case BOOLEAN -> "boolean";
      case TEXT -> "text";
      case REAL -> "double precision";
      case DATE -> "date";
      case TIME -> "time";
      case TIMESTAMP -> "timestamp with time zone";
      case LOCAL_TIMESTAMP -> "timestamp";
      case DURATION -> "interval";
      case IP_ADDRESS -> "inet";
      case UUID -> "uuid";
      case JSON -> "jsonb";
      case BINARY -> "bytea";
    };
  }
}
