package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ModelName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Names in the database: the ones that Django gives, at most 63 characters long, the same on every
 * run.
 */
public final class Names {
  /** What PostgreSQL keeps of a name; longer ones are shortened here, not there. */
  public static final int LIMIT = 63;

  private Names() {}

  /** The usual table of a model. */
  public static String table(ModelName model) {
    return shorten(model.app() + "_" + model.lower());
  }

  /** The usual column of a field: lower case with underscores, {@code _id} after a foreign key. */
  public static String column(String field, ColumnType type) {
    String snake = snake(field);
    return type instanceof ColumnType.ForeignKey ? snake + "_id" : snake;
  }

  /** {@code publishedOn} becomes {@code published_on}, {@code htmlURL} becomes {@code html_url}. */
  public static String snake(String name) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean afterLower =
          i > 0 && !Character.isUpperCase(name.charAt(i - 1)) && name.charAt(i - 1) != '_';
      boolean beforeLower =
          i > 0
              && i + 1 < name.length()
              && Character.isLowerCase(name.charAt(i + 1))
              && name.charAt(i - 1) != '_';
      if (Character.isUpperCase(c) && (afterLower || beforeLower)) {
        out.append('_');
      }
      out.append(Character.toLowerCase(c));
    }
    return out.toString();
  }

  /** The usual table of pairs of a many-to-many field. */
  public static String joinTable(String table, String field) {
    return shorten(table + "_" + snake(field));
  }

  /** The index of a single column. */
  public static String columnIndex(String table, String column) {
    return indexName(table, List.of(column), "");
  }

  /** The constraint of a column that is unique, as PostgreSQL names it by itself. */
  public static String columnUnique(String table, String column) {
    return postgresName(table, column, "key");
  }

  /** The check that a column is not null, while it is being made mandatory. */
  public static String columnCheck(String table, String column) {
    return postgresName(table, column, "notnull");
  }

  /** The constraint of a primary key, as PostgreSQL names it by itself. */
  public static String primaryKey(String table) {
    return postgresName(table, "", "pkey");
  }

  /** The constraint of a foreign key. */
  public static String foreignKey(
      String table, String column, String targetTable, String targetColumn) {
    return indexName(table, List.of(column), "_fk_" + targetTable + "_" + targetColumn);
  }

  /** The constraint over several columns that are unique together. */
  public static String uniqueTogether(String table, List<String> columns) {
    return indexName(table, columns, "_uniq");
  }

  private static String indexName(String table, List<String> columns, String suffix) {
    String joined = String.join("_", columns);
    String tail = digest(8, table, String.join("", columns)) + suffix;
    String name = table + "_" + joined + "_" + tail;
    if (name.length() <= LIMIT) {
      return name;
    }
    if (tail.length() > LIMIT / 3) {
      tail = tail.substring(0, LIMIT / 3);
    }
    int other = (LIMIT - tail.length()) / 2 - 1;
    String shortened = head(table, other) + "_" + head(joined, other) + "_" + tail;
    return shortened.startsWith("_") || Character.isDigit(shortened.charAt(0))
        ? "D" + shortened.substring(0, shortened.length() - 1)
        : shortened;
  }

  private static String postgresName(String first, String second, String label) {
    int a = first.length();
    int b = second.length();
    int room = LIMIT - label.length() - (second.isEmpty() ? 1 : 2);
    while (a + b > room) {
      if (a > b) {
        a--;
      } else {
        b--;
      }
    }
    return head(first, a) + (second.isEmpty() ? "" : "_" + head(second, b)) + "_" + label;
  }

  private static String shorten(String name) {
    return name.length() <= LIMIT ? name : name.substring(0, LIMIT - 4) + digest(4, name);
  }

  private static String head(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }

  private static String digest(int length, String... parts) {
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      for (String part : parts) {
        md5.update(part.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(md5.digest()).substring(0, length).toLowerCase(Locale.ROOT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(
          "This Java has no MD5, which every Java platform must have.", e);
    }
  }
}
