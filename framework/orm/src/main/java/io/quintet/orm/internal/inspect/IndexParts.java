package io.quintet.orm.internal.inspect;

import io.quintet.orm.internal.schema.Catalogue;
import io.quintet.orm.internal.schema.Conditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an index covers, out of the statement that makes it.
 *
 * @param parts columns, "-" before one for descending; or expressions
 * @param plain whether every part is a column
 * @param method how it is kept: {@code btree} unless something else is said
 * @param where the condition that limits it to some rows, or empty
 */
record IndexParts(List<String> parts, boolean plain, String method, String where) {
  private static final Pattern USING = Pattern.compile("\\bUSING (\\w+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern COLUMN =
      Pattern.compile(
          "[\"`\\[]?(\\w+)[\"`\\]]?(?:\\(255\\))?(\\s+ASC|\\s+DESC)?(?:\\s+NULLS (?:FIRST|LAST))?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OPERATORS =
      Pattern.compile("\\w+ (?:varchar|text|bpchar)_pattern_ops");

  static IndexParts of(Catalogue.Index index) {
    String sql = index.definition();
    int on = sql.indexOf(" ON ");
    int open = sql.indexOf('(', on);
    int end = Math.min(Conditions.closing(sql, open + 1), sql.length() - 1);
    List<String> parts = new ArrayList<>();
    boolean plain = true;
    for (String part : split(sql.substring(open + 1, end))) {
      Optional<String> column = column(part);
      plain &= column.isPresent();
      parts.add(column.orElse(part));
    }
    Matcher using = USING.matcher(sql.substring(0, open));
    String rest = sql.substring(end + 1).strip();
    String where =
        rest.toUpperCase(java.util.Locale.ROOT).startsWith("WHERE ") ? rest.substring(6) : "";
    boolean odd = !rest.isEmpty() && where.isEmpty();
    return new IndexParts(
        parts,
        plain && !odd,
        using.find() ? using.group(1).toLowerCase(java.util.Locale.ROOT) : "btree",
        where);
  }

  /** An index over columns that any database has. */
  boolean isUsual() {
    return plain && method.equals("btree") && where.isEmpty();
  }

  /** Whether it only serves {@code LIKE} on PostgreSQL, as Django makes beside another index. */
  boolean isForLike() {
    return parts.size() == 1 && OPERATORS.matcher(parts.getFirst()).matches();
  }

  private static Optional<String> column(String part) {
    Matcher name = COLUMN.matcher(part.strip());
    if (!name.matches()) {
      return Optional.empty();
    }
    String order = name.group(2) == null ? "" : name.group(2).strip();
    boolean descending = order.equalsIgnoreCase("DESC");
    return Optional.of((descending ? "-" : "") + name.group(1));
  }

  private static List<String> split(String list) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    boolean quoted = false;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      if (c == '\'') {
        quoted = !quoted;
      } else if (!quoted && c == '(') {
        depth++;
      } else if (!quoted && c == ')') {
        depth--;
      } else if (!quoted && depth == 0 && c == ',') {
        parts.add(list.substring(from, i).strip());
        from = i + 1;
      }
    }
    parts.add(list.substring(from).strip());
    return parts;
  }
}
