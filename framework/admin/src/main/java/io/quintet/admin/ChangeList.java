package io.quintet.admin;

import io.quintet.http.Request;
import io.quintet.http.messages.Messages;
import io.quintet.orm.Entity;
import io.quintet.orm.QuerySet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a list's address asks for. What the address asks for in vain is ignored, and the
 * user is told.
 */
final class ChangeList<M extends Entity> {
  private static final Set<String> OWN =
      Set.of(ListQuery.SEARCH, ListQuery.ORDER, ListQuery.PAGE, ListQuery.DATE, Links.POPUP);

  private final ModelAdmin<M> admin;
  private final Request request;
  private final ListQuery query;
  private final List<ListColumn<M>> columns;
  private final List<ListFilter> filters;
  private final Map<ListFilter, ListFilter.Choice> chosen = new LinkedHashMap<>();
  private final @Nullable DateDrill<M> dates;
  private final QuerySet<M> all;
  private final QuerySet<M> found;
  private final String order;

  ChangeList(ModelAdmin<M> admin, Request request) {
    this.admin = admin;
    this.request = request;
    this.query = ListQuery.of(request);
    this.columns = ListColumn.of(admin);
    this.all = Rows.of(admin, request);
    this.filters = ListFilters.of(admin, all);
    this.order = order();
    QuerySet<M> rows = all;
    for (ListFilter filter : filters) {
      rows = narrowed(rows, filter);
    }
    this.dates =
        admin.options().dates.isEmpty() ? null : new DateDrill<>(admin, rows, query, this::ignored);
    rows = dates == null ? rows : dates.narrow(rows);
    this.found = Search.apply(admin, rows, query.get(ListQuery.SEARCH));
    tellUnknown();
  }

  private QuerySet<M> narrowed(QuerySet<M> rows, ListFilter filter) {
    String value = query.get(filter.name());
    if (value.isEmpty()) {
      return rows;
    }
    Optional<ListFilter.Choice> choice = filter.find(value);
    if (choice.isEmpty()) {
      ignored("The filter “%s” has no such choice.".formatted(filter.label()));
      return rows;
    }
    chosen.put(filter, choice.get());
    return rows.filter(choice.get().lookups());
  }

  private void tellUnknown() {
    for (String name : query.parameters().names()) {
      if (!OWN.contains(name) && filters.stream().noneMatch(f -> f.name().equals(name))) {
        ignored("This list has no filter “%s”.".formatted(name));
      }
    }
  }

  private void ignored(String what) {
    Messages.warning(request, what + " It was ignored.");
  }

  private String order() {
    String wanted = query.get(ListQuery.ORDER);
    String name = wanted.startsWith("-") ? wanted.substring(1) : wanted;
    if (wanted.isEmpty()) {
      return "";
    }
    boolean sortable =
        columns.stream().anyMatch(c -> c.name().equals(name) && !c.orderBy().isEmpty());
    if (!sortable) {
      ignored("This list cannot be sorted by “%s”.".formatted(name));
      return "";
    }
    return wanted;
  }

  /** All rows that the user may see. */
  QuerySet<M> all() {
    return all;
  }

  /** The rows that fit search, filters and dates, in no particular order. */
  QuerySet<M> found() {
    return found;
  }

  /** The rows in their order, with all that the columns show. */
  QuerySet<M> shown() {
    QuerySet<M> rows = found.orderBy(orders());
    for (ListColumn<M> column : columns) {
      if (!column.related().isEmpty()) {
        rows =
            column.toMany()
                ? rows.prefetchRelated(column.related())
                : rows.selectRelated(column.related());
      }
    }
    return rows;
  }

  /** With the key at the end, so that pages do not overlap. */
  private String[] orders() {
    List<String> names = new ArrayList<>();
    if (!order.isEmpty()) {
      String sign = order.startsWith("-") ? "-" : "";
      String name = order.substring(sign.length());
      columns.stream()
          .filter(c -> c.name().equals(name))
          .findFirst()
          .ifPresent(c -> names.add(sign + c.orderBy()));
    }
    List<String> declared = admin.options().ordering;
    names.addAll(declared.isEmpty() ? admin.model().ordering() : declared);
    names.add("-pk");
    return names.stream().distinct().toArray(String[]::new);
  }

  List<ListColumn<M>> columns() {
    return columns;
  }

  List<ListFilter> filters() {
    return filters;
  }

  Map<ListFilter, ListFilter.Choice> chosen() {
    return chosen;
  }

  @Nullable DateDrill<M> dates() {
    return dates;
  }

  /**
   * The column that the user sorted by, "-" before it for descending; empty for the usual order.
   */
  String sortedBy() {
    return order;
  }

  ListQuery query() {
    return query;
  }
}
