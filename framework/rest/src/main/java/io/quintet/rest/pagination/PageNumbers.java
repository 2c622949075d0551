package io.quintet.rest.pagination;

import io.quintet.core.SiteContext;
import io.quintet.orm.Entity;
import io.quintet.orm.QuerySet;
import io.quintet.rest.ApiErrors;
import io.quintet.rest.ApiRequest;
import io.quintet.rest.RestSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pages by number: {@code ?page=2}. */
public final class PageNumbers implements Pagination {
  private static final String LAST = "last";

  private final int size;
  private final @Nullable String sizeParameter;
  private final int maxSize;

  private PageNumbers(int size, @Nullable String sizeParameter, int maxSize) {
    this.size = size;
    this.sizeParameter = sizeParameter;
    this.maxSize = maxSize;
  }

  /** Pages of the size that the setting {@code rest.page-size} gives. */
  public static PageNumbers standard() {
    return new PageNumbers(0, null, 0);
  }

  /** Pages of a size. */
  public static PageNumbers of(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("A page has at least 1 object, found " + size);
    }
    return new PageNumbers(size, null, 0);
  }

  /** Lets clients choose the size by a parameter, up to a greatest one. */
  public PageNumbers choosable(String parameter, int max) {
    return new PageNumbers(size, parameter, max);
  }

  @Override
  public <E extends Entity> Page<E> page(ApiRequest request, QuerySet<E> rows) {
    long pageSize = size(request);
    long count = rows.count();
    long pages = Math.max(1, (count + pageSize - 1) / pageSize);
    String asked = request.query().get("page", "1");
    long number = asked.equals(LAST) ? pages : Links.number(asked, 1, 0);
    if (number < 1 || number > pages) {
      throw ApiErrors.notFound("Invalid page.");
    }
    long from = (number - 1) * pageSize;
    List<E> items = rows.slice(from, from + pageSize).list();
    return new Page<>(
        items,
        count,
        number < pages ? link(request, number + 1) : null,
        number > 1 ? link(request, number - 1) : null);
  }

  private long size(ApiRequest request) {
    long standard = size > 0 ? size : SiteContext.current().setting(RestSettings.PAGE_SIZE);
    if (sizeParameter == null) {
      return standard;
    }
    long asked = Links.number(request.query().get(sizeParameter), 1, standard);
    return Math.min(asked, maxSize);
  }

  private static String link(ApiRequest request, long number) {
    return Links.with(
        request.http(),
        Collections.singletonMap("page", number == 1 ? null : Long.toString(number)));
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> found = new ArrayList<>();
    found.add(
        new Parameter(
            "page",
            "The number of the page, or \"last\".",
            Map.of("type", "string", "pattern", "^([0-9]+|last)$")));
    if (sizeParameter != null) {
      found.add(
          new Parameter(
              sizeParameter,
              "How many objects a page has.",
              Map.of("type", "integer", "minimum", 1, "maximum", maxSize)));
    }
    return found;
  }

  @Override
  public Map<String, Object> schema(Map<String, Object> list) {
    return Links.schema(list);
  }
}
