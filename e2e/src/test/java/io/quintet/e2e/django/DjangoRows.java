package io.quintet.e2e.django;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The statements of {@code rows.sql} in the words of a product. */
final class DjangoRows {
  private static final Pattern VALUE = Pattern.compile("\\{(t|uuid|bytes|us):([^}]*)}");

  private DjangoRows() {}

  static List<String> of(Product product) {
    String sql = DjangoTables.resource("/django/rows.sql").replaceAll("(?m)^--.*\n", "");
    String written = VALUE.matcher(sql).replaceAll(found -> value(product, found));
    List<String> all = new java.util.ArrayList<>(List.of(written.strip().split(";\n|;$")));
    if (product == Product.POSTGRESQL) {
      // Django's keys come from sequences, which have counted the rows.
      all.addAll(
          Pattern.compile("table (\\w+)\n  id ")
              .matcher(DjangoTables.resource("/django/tables.txt"))
              .results()
              .map(found -> found.group(1))
              .map("SELECT setval(pg_get_serial_sequence('%s', 'id'), 100)"::formatted)
              .toList());
    }
    return all;
  }

  private static String value(Product product, MatchResult found) {
    String text = found.group(2);
    boolean postgres = product == Product.POSTGRESQL;
    return java.util.regex.Matcher.quoteReplacement(
        switch (found.group(1)) {
          case "t" -> "'" + text + (postgres ? "+00'" : "'");
          case "uuid" -> "'" + (product == Product.SQLITE ? text.replace("-", "") : text) + "'";
          case "bytes" -> postgres ? "'\\x" + text + "'" : "x'" + text + "'";
          case "us" -> postgres ? "'%s microseconds'::interval".formatted(text) : text;
          default -> throw new IllegalStateException(found.group().toLowerCase(Locale.ROOT));
        });
  }
}
