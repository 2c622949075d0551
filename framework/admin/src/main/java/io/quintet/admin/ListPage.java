package io.quintet.admin;

import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.messages.Messages;
import io.quintet.orm.Entity;
import io.quintet.orm.meta.ModelMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The list of a model. */
final class ListPage<M extends Entity> {
  private final ModelAdmin<M> admin;
  private final Actions<M> actions;

  ListPage(ModelAdmin<M> admin) {
    this.admin = admin;
    this.actions = new Actions<>(admin);
  }

  Response handle(Request request) throws Exception {
    Access.of(request).require(admin, Right.VIEW, null);
    ChangeList<M> list = new ChangeList<>(admin, request);
    return request.isPost() ? actions.handle(request, list) : show(request, list);
  }

  private Response show(Request request, ChangeList<M> list) {
    ModelMeta<M> model = admin.model();
    boolean adds = Access.of(request).may(admin, Right.ADD);
    ListQuery query = list.query();
    long total = list.all().count();
    boolean narrowed =
        !list.chosen().isEmpty()
            || !query.get(ListQuery.SEARCH).isBlank()
            || !query.get(ListQuery.DATE).isEmpty();
    long found = narrowed ? list.found().count() : total;
    Pages pages = Pages.of(found, admin.options().pageSize, query.get(ListQuery.PAGE));
    if (!pages.exists()) {
      Messages.warning(request, "There is no such page. The first one is shown.");
    }
    List<M> rows = list.shown().offset(pages.offset()).limit(admin.options().pageSize).list();
    Values values =
        Values.with("modelName", Words.singular(model))
            .and("modelNamePlural", Words.plural(model))
            .and("addUrl", adds ? Links.keeping(Links.add(model), query.text()) : "")
            .and("columns", columns(list))
            .and("rows", rows.stream().map(row -> row(list, row)).toList())
            .and("actions", actions.offered(request))
            .and("resultCount", found)
            .and("totalCount", total)
            .and(search(query).map())
            .and(filters(list).map())
            .and(pages.values(query).map());
    return AdminPage.titled(request, Words.plural(model))
        .at(model)
        .render("admin/change_list.html", values);
  }

  private Values search(ListQuery query) {
    List<Map<String, @Nullable Object>> kept = new ArrayList<>();
    query
        .parameters()
        .forEach((name, value) -> {
          if (!name.equals(ListQuery.SEARCH) && !name.equals(ListQuery.PAGE)) {
            kept.add(Values.with("name", name).and("value", value).map());
          }
        });
    List<String> labels =
        admin.options().search.stream()
            .map(name ->
                FieldPath.of(admin.model(), Search.plain(name))
                    .label()
                    .toLowerCase(java.util.Locale.ROOT))
            .toList();
    return Values.with("searchable", !labels.isEmpty())
        .and("query", query.get(ListQuery.SEARCH))
        .and("searchHelp", "Search by " + String.join(", ", labels))
        .and("kept", kept);
  }

  private List<Map<String, @Nullable Object>> columns(ChangeList<M> list) {
    return list.columns().stream().map(column -> column(list, column)).toList();
  }

  private Map<String, @Nullable Object> column(ChangeList<M> list, ListColumn<M> column) {
    boolean ascending = list.sortedBy().equals(column.name());
    boolean descending = list.sortedBy().equals("-" + column.name());
    return Values.with("label", column.label())
        .and("isNumber", column.isNumber())
        .and("sortable", !column.orderBy().isEmpty())
        .and("sorted", ascending ? "ascending" : descending ? "descending" : "")
        .and("sortUrl", list.query().url(ListQuery.ORDER, (ascending ? "-" : "") + column.name()))
        .map();
  }

  private Map<String, @Nullable Object> row(ChangeList<M> list, M row) {
    String url = Links.keeping(Links.change(row, admin.model()), list.query().text());
    List<String> links = admin.options().links;
    List<Map<String, @Nullable Object>> cells = new ArrayList<>();
    for (ListColumn<M> column : list.columns()) {
      Map<String, @Nullable Object> cell = column.cell().apply(row);
      if (links.contains(column.name()) && !cells.isEmpty()) {
        cell.put("url", url);
      }
      cells.add(cell);
    }
    boolean first = links.isEmpty() || links.contains(list.columns().getFirst().name());
    return Values.with("id", Keys.of(row))
        .and("label", Display.name(row))
        .and("url", first ? url : "")
        .and("cells", cells)
        .map();
  }

  private Values filters(ChangeList<M> list) {
    List<Map<String, @Nullable Object>> filters = new ArrayList<>();
    List<Map<String, @Nullable Object>> active = new ArrayList<>();
    for (ListFilter filter : list.filters()) {
      ListFilter.Choice chosen = list.chosen().get(filter);
      filters.add(filter(list.query(), filter, chosen));
      if (chosen != null) {
        active.add(
            Values.with("label", filter.label() + ": " + chosen.label())
                .and("removeUrl", list.query().url(filter.name(), ""))
                .map());
      }
    }
    DateDrill<M> dates = list.dates();
    return Values.with("filters", filters)
        .and("activeFilters", active)
        .and("clearUrl", active.size() > 1 ? list.query().cleared() : "")
        .and("dates", dates == null ? List.of() : dates.choices())
        .and("datesBack", dates == null ? null : dates.back());
  }

  private Map<String, @Nullable Object> filter(
      ListQuery query, ListFilter filter, ListFilter.@Nullable Choice chosen) {
    List<Map<String, @Nullable Object>> choices = new ArrayList<>();
    choices.add(choice("All", query.url(filter.name(), ""), chosen == null));
    boolean offered = false;
    for (ListFilter.Choice choice : filter.choices()) {
      boolean selected = chosen != null && chosen.value().equals(choice.value());
      offered |= selected;
      choices.add(choice(choice.label(), query.url(filter.name(), choice.value()), selected));
    }
    if (chosen != null && !offered) {
      choices.add(choice(chosen.label(), query.url(filter.name(), chosen.value()), true));
    }
    return Values.with("label", filter.label())
        .and("isActive", chosen != null)
        .and("choices", choices)
        .map();
  }

  private static Map<String, @Nullable Object> choice(String label, String url, boolean selected) {
    return Values.with("label", label)
        .and("url", url)
        .and("isSelected", selected)
        .and("count", null)
        .map();
  }
}
