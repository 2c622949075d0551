package io.quintet.rest.openapi;

import io.quintet.rest.filters.Filter;
import io.quintet.rest.filters.Ordering;
import io.quintet.rest.filters.Search;
import io.quintet.rest.pagination.Pagination;
import io.quintet.rest.viewsets.ReadOnlyViewSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The query parameters of a list. */
final class Parameters {
  private final ReadOnlyViewSet<?, ?> views;
  private final List<Map<String, Object>> found = new ArrayList<>();

  Parameters(ReadOnlyViewSet<?, ?> views) {
    this.views = views;
  }

  List<Map<String, Object>> all() {
    for (Pagination.Parameter parameter : views.pagination().parameters()) {
      add(parameter.name(), parameter.description(), parameter.schema());
    }
    for (Filter filter : views.filters().on(views.model())) {
      filter(filter);
    }
    if (!views.search().isEmpty()) {
      add(
          Search.PARAMETER,
          "Words that must all be found; quotes keep words together.",
          Map.of("type", "string"));
    }
    List<String> fields = views.ordering().fields();
    if (!fields.isEmpty()) {
      add(
          Ordering.PARAMETER,
          "Fields to order by, with a comma between them, - before one for descending: "
              + String.join(", ", fields)
              + ".",
          Map.of("type", "string"));
    }
    return found;
  }

  private void filter(Filter filter) {
    String field = filter.field().verboseName();
    Map<String, Object> schema = Types.schema(filter.field().columnType());
    String description =
        switch (filter.comparison()) {
          case "exact" -> "Only with this " + field + ".";
          case "gt" -> "Only with a greater " + field + ".";
          case "gte" -> "Only with at least this " + field + ".";
          case "lt" -> "Only with a smaller " + field + ".";
          case "lte" -> "Only with at most this " + field + ".";
          case "in" -> "Only with one of these, with commas between them: " + field + ".";
          case "range" -> "Only between these two, with a comma between them: " + field + ".";
          case "isnull" -> "Only without " + field + " (true) or with it (false).";
          default -> "Only with " + field + " that matches (" + filter.comparison() + ").";
        };
    Map<String, Object> asked =
        switch (filter.comparison()) {
          case "exact", "gt", "gte", "lt", "lte" -> schema;
          case "isnull" -> Map.of("type", "boolean");
          default -> Map.of("type", "string");
        };
    add(filter.parameter(), description, asked);
  }

  private void add(String name, String description, Map<String, Object> schema) {
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("name", name);
    parameter.put("in", "query");
    parameter.put("description", description);
    parameter.put("schema", schema);
    found.add(parameter);
  }
}
