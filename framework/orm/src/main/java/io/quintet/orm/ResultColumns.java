package io.quintet.orm;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The columns of a result by name, so that values find their place whatever their order. */
final class ResultColumns {
  private final List<String> labels;
  private final Map<String, Integer> positions = new LinkedHashMap<>();

  private ResultColumns(List<String> labels) {
    this.labels = labels;
    for (int i = 0; i < labels.size(); i++) {
      positions.putIfAbsent(plain(labels.get(i)), i + 1);
    }
  }

  static ResultColumns of(ResultSet result) throws SQLException {
    ResultSetMetaData meta = result.getMetaData();
    List<String> labels = new ArrayList<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      labels.add(meta.getColumnLabel(i));
    }
    return new ResultColumns(labels);
  }

  /** {@code createdAt} and {@code created_at} are the same name. */
  private static String plain(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }

  List<String> labels() {
    return labels;
  }

  /**
   * The positions of columns.
   *
   * @param reader who needs them, for the error: {@code Card} or {@code blog.Post}
   * @throws QueryException when some are missing
   */
  int[] positions(String reader, List<String> names) {
    List<String> missing = names.stream().filter(n -> !positions.containsKey(plain(n))).toList();
    if (!missing.isEmpty()) {
      throw new QueryException(
          "%s needs the column%s %s, which the SQL does not select. It selects: %s."
              .formatted(
                  reader,
                  missing.size() == 1 ? "" : "s",
                  String.join(", ", missing),
                  String.join(", ", labels)));
    }
    return names.stream().mapToInt(n -> positions.get(plain(n))).toArray();
  }

  /** The labels that are not among some names. */
  List<String> labelsBeside(List<String> names) {
    List<String> known = names.stream().map(ResultColumns::plain).toList();
    return labels.stream().filter(l -> !known.contains(plain(l))).distinct().toList();
  }
}
