package io.quintet.views;

import io.quintet.http.NotFound;
import io.quintet.http.Request;
import io.quintet.orm.Entity;
import io.quintet.orm.QuerySet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a list in a template: all of them, or the page that was asked for. */
final class RowsPage {
  private RowsPage() {}

  /**
   * The values of the template.
   *
   * @param perPage rows a page, or 0 for no pages
   * @param name a name beside {@code object_list}
   */
  static <T extends Entity> Map<String, @Nullable Object> values(
      Request request, QuerySet<T> rows, int perPage, String name) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    if (perPage > 0) {
      Page<T> page = page(request, rows, perPage);
      values.put("page_obj", page);
      values.put("paginator", page.paginator());
      values.put("is_paginated", page.paginator().pages() > 1);
      values.put("object_list", page);
      values.put(name, page);
    } else {
      List<T> all = rows.all().list();
      values.put("is_paginated", false);
      values.put("object_list", all);
      values.put(name, all);
    }
    return values;
  }

  private static <T extends Entity> Page<T> page(Request request, QuerySet<T> rows, int perPage) {
    Paginator<T> paginator = Shortcuts.pages(rows, perPage);
    String asked = request.query().get("page", "1");
    int number =
        asked.equals("last")
            ? paginator.pages()
            : asked.matches("\\d{1,9}") ? Integer.parseInt(asked) : 0;
    Page<T> page = paginator.find(number);
    if (page == null) {
      throw new NotFound("There is no page " + asked + "; the pages are 1 to " + paginator.pages());
    }
    return page;
  }
}
