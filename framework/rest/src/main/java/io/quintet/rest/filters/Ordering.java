package io.quintet.rest.filters;

import io.quintet.orm.Entity;
import io.quintet.orm.QuerySet;
import io.quintet.orm.expr.Column;
import io.quintet.rest.ApiRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The fields by which clients may order a list: {@code ?ordering=-price,title}. */
public final class Ordering {
  /** The query parameter. */
  public static final String PARAMETER = "ordering";

  private final List<String> fields;

  private Ordering(List<String> fields) {
    this.fields = fields;
  }

  /** Clients have no choice. */
  public static Ordering none() {
    return new Ordering(List.of());
  }

  /** Fields, over relations too. */
  public static Ordering by(String... fields) {
    return new Ordering(List.of(fields));
  }

  /** Columns. */
  public static Ordering by(Column<?, ?>... columns) {
    return new Ordering(
        Arrays.stream(columns).map(column -> FilterSet.path(column.node())).toList());
  }

  /** The names of the fields. */
  public List<String> fields() {
    return fields;
  }

  /** The rows in the order that the request asks for; names that are not allowed are ignored. */
  public <E extends Entity> QuerySet<E> apply(ApiRequest request, QuerySet<E> rows) {
    List<String> asked = new ArrayList<>();
    for (String part : request.query().get(PARAMETER, "").split(",")) {
      String name = part.strip();
      if (fields.contains(name.startsWith("-") ? name.substring(1) : name)) {
        asked.add(name);
      }
    }
    return asked.isEmpty() ? rows : rows.orderBy(asked.toArray(String[]::new));
  }
}
