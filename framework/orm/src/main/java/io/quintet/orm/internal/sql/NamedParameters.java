package io.quintet.orm.internal.sql;

import io.quintet.orm.QueryException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * SQL with parameters by name, such as {@code :since}; texts, quoted names, comments and casts
 * ({@code ::date}) are left alone.
 *
 * @param pieces the SQL between the parameters, one more than there are names
 */
public record NamedParameters(List<String> pieces, List<String> names) {
  /** Copies the lists. */
  public NamedParameters {
    pieces = List.copyOf(pieces);
    names = List.copyOf(names);
  }

  /** Takes SQL apart. */
  public static NamedParameters parse(String sql) {
    List<String> pieces = new ArrayList<>();
    List<String> names = new ArrayList<>();
    int begin = 0;
    int at = 0;
    while (at < sql.length()) {
      int skipped = SqlTokens.skip(sql, at);
      if (skipped > at) {
        at = skipped;
      } else if (sql.startsWith("::", at)) {
        at += 2;
      } else if (sql.charAt(at) == ':' && SqlTokens.nameEnd(sql, at + 1) > at + 1) {
        int end = SqlTokens.nameEnd(sql, at + 1);
        pieces.add(sql.substring(begin, at));
        names.add(sql.substring(at + 1, end));
        begin = end;
        at = end;
      } else {
        at++;
      }
    }
    pieces.add(sql.substring(begin));
    return new NamedParameters(pieces, names);
  }

  /**
   * The statement with values bound; a collection becomes as many values as it has.
   *
   * @throws QueryException when names and values do not fit
   */
  public Statement bind(Map<String, ? extends @Nullable Object> values) {
    check(values);
    StringBuilder sql = new StringBuilder(pieces.getFirst());
    List<Param> params = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      sql.append(marks(names.get(i), values.get(names.get(i)), params)).append(pieces.get(i + 1));
    }
    return new Statement(sql.toString(), params);
  }

  private static String marks(String name, @Nullable Object value, List<Param> params) {
    if (!(value instanceof Collection<?> list)) {
      params.add(new Param(value, null));
      return "?";
    }
    if (list.isEmpty()) {
      throw new QueryException(
          "The parameter :%s is an empty list, which SQL cannot express. Leave out the condition, or the query."
              .formatted(name));
    }
    list.forEach(item -> params.add(new Param(item, null)));
    return String.join(", ", list.stream().map(item -> "?").toList());
  }

  private void check(Map<String, ?> values) {
    Set<String> missing = new LinkedHashSet<>(names);
    missing.removeAll(values.keySet());
    if (!missing.isEmpty()) {
      throw new QueryException(
          "The SQL has the parameter :%s, which is not bound. %s"
              .formatted(
                  missing.iterator().next(),
                  values.isEmpty()
                      ? "Nothing is bound: call bind(name, value)."
                      : "Bound are: " + String.join(", ", values.keySet()) + "."));
    }
    Map<String, ?> unknown = new LinkedHashMap<>(values);
    unknown.keySet().removeAll(names);
    if (!unknown.isEmpty()) {
      throw new QueryException(
          "The SQL has no parameter :%s. %s"
              .formatted(
                  unknown.keySet().iterator().next(),
                  names.isEmpty()
                      ? "It has none."
                      : "It has: " + String.join(", ", new LinkedHashSet<>(names)) + "."));
    }
  }
}
