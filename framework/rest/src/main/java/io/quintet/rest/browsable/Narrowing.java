package io.quintet.rest.browsable;

import io.quintet.http.Request;
import io.quintet.orm.meta.FieldType;
import io.quintet.rest.filters.Filter;
import io.quintet.rest.filters.Ordering;
import io.quintet.rest.filters.Search;
import io.quintet.rest.viewsets.ReadOnlyViewSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The search and the choices beside a list. */
final class Narrowing {
  private final Request http;
  private final ReadOnlyViewSet<?, ?> views;

  Narrowing(Request http, ReadOnlyViewSet<?, ?> views) {
    this.http = http;
    this.views = views;
  }

  @Nullable Map<String, Object> search() {
    if (views.search().isEmpty()) {
      return null;
    }
    List<Map<String, Object>> kept = new ArrayList<>();
    http.query()
        .forEach((name, value) -> {
          if (!name.equals(Search.PARAMETER) && !name.equals("page")) {
            kept.add(Map.of("name", name, "value", value));
          }
        });
    return Map.of(
        "name", Search.PARAMETER, "value", http.query().get(Search.PARAMETER, ""), "kept", kept);
  }

  List<Map<String, Object>> filters() {
    List<Map<String, Object>> found = new ArrayList<>();
    for (Filter filter : views.filters().on(views.model())) {
      List<Map<String, Object>> choices = new ArrayList<>();
      if (!filter.comparison().equals("exact")) {
        continue;
      }
      switch (filter.field().columnType()) {
        case FieldType.Choices type ->
            type.choices()
                .forEach(c -> choices.add(choice(filter.parameter(), c.value(), c.label())));
        case FieldType.Bool type -> {
          choices.add(choice(filter.parameter(), "true", "Yes"));
          choices.add(choice(filter.parameter(), "false", "No"));
        }
        default -> {
          // too many values to list
        }
      }
      if (!choices.isEmpty()) {
        choices.addFirst(choice(filter.parameter(), "", "All"));
        found.add(Map.of("label", capitalised(filter.field().verboseName()), "choices", choices));
      }
    }
    List<Map<String, Object>> orders = new ArrayList<>();
    for (String field : views.ordering().fields()) {
      orders.add(choice(Ordering.PARAMETER, field, field + ", ascending"));
      orders.add(choice(Ordering.PARAMETER, "-" + field, field + ", descending"));
    }
    if (!orders.isEmpty()) {
      found.add(Map.of("label", "Order", "choices", orders));
    }
    return found;
  }

  private Map<String, Object> choice(String parameter, String value, String label) {
    var query = http.query().with("page");
    query = value.isEmpty() ? query.with(parameter) : query.with(parameter, value);
    return Map.of(
        "label",
        label,
        "url",
        "?" + query.urlencode(),
        "isSelected",
        http.query().get(parameter, "").equals(value));
  }

  private static String capitalised(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
