package io.quintet.orm.internal.inspect;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What to inspect, and how.
 *
 * @param patterns names of tables, {@code *} for any letters; all tables when empty
 * @param app the label of the app that the models belong to
 * @param javaPackage the package of the models
 * @param django whether Django's own tables are wanted too
 * @param views whether views are wanted too
 * @param managed whether migrations look after the tables
 */
record Selection(
    List<String> patterns,
    String app,
    String javaPackage,
    boolean django,
    boolean views,
    boolean managed) {

  /** The label that an app of a package has by itself: its last segment, "models" skipped. */
  static String label(String javaPackage) {
    String above =
        javaPackage.endsWith(".models")
            ? javaPackage.substring(0, javaPackage.length() - ".models".length())
            : javaPackage;
    return above.substring(above.lastIndexOf('.') + 1);
  }

  boolean wants(String table) {
    return patterns.isEmpty() || patterns.stream().anyMatch(p -> glob(p).matcher(table).matches());
  }

  /** The patterns that no table has. */
  List<String> unmatched(java.util.Collection<String> tables) {
    return patterns.stream()
        .filter(p -> tables.stream().noneMatch(table -> glob(p).matcher(table).matches()))
        .toList();
  }

  private static Pattern glob(String pattern) {
    String[] parts = pattern.split("\\*", -1);
    for (int i = 0; i < parts.length; i++) {
      parts[i] = Pattern.quote(parts[i]);
    }
    return Pattern.compile(String.join(".*", parts), Pattern.CASE_INSENSITIVE);
  }
}
