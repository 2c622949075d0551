package io.quintet.rest.pagination;

import io.quintet.core.SiteContext;
import io.quintet.orm.Entity;
import io.quintet.orm.InvalidCursorException;
import io.quintet.orm.Keyset;
import io.quintet.orm.QuerySet;
import io.quintet.rest.ApiErrors;
import io.quintet.rest.ApiRequest;
import io.quintet.rest.RestSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pages that continue after an object: {@code ?cursor=...}. For long lists and lists that grow
 * while they are read: each page is as fast as the first, and nothing comes twice. The answer has
 * links and no count; see {@link Keyset} for the orders that it can serve.
 */
public final class Cursors implements Pagination {
  private static final String CURSOR = "cursor";

  private final int size;
  private final @Nullable String sizeParameter;
  private final int maxSize;

  private Cursors(int size, @Nullable String sizeParameter, int maxSize) {
    this.size = size;
    this.sizeParameter = sizeParameter;
    this.maxSize = maxSize;
  }

  /** Pages of the size that the setting {@code rest.page-size} gives. */
  public static Cursors standard() {
    return new Cursors(0, null, 0);
  }

  /** Pages of a size. */
  public static Cursors of(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("A page has at least 1 object, found " + size);
    }
    return new Cursors(size, null, 0);
  }

  /** Lets clients choose the size by a parameter, up to a greatest one. */
  public Cursors choosable(String parameter, int max) {
    return new Cursors(size, parameter, max);
  }

  @Override
  public <E extends Entity> Page<E> page(ApiRequest request, QuerySet<E> rows) {
    Keyset<E> keyset = rows.keyset(size(request));
    try {
      Keyset.Page<E> page = keyset.page(request.query().get(CURSOR, ""));
      return new Page<>(
          page.rows(),
          -1,
          page.next().map(cursor -> link(request, cursor)).orElse(null),
          page.previous().map(cursor -> link(request, cursor)).orElse(null),
          false);
    } catch (InvalidCursorException e) {
      throw ApiErrors.notFound("Invalid cursor");
    }
  }

  private int size(ApiRequest request) {
    int standard = size > 0 ? size : SiteContext.current().setting(RestSettings.PAGE_SIZE);
    if (sizeParameter == null) {
      return standard;
    }
    return (int) Math.min(Links.number(request.query().get(sizeParameter), 1, standard), maxSize);
  }

  private static String link(ApiRequest request, String cursor) {
    return Links.with(request.http(), Collections.singletonMap(CURSOR, cursor));
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> found = new ArrayList<>();
    found.add(
        new Parameter(
            CURSOR,
            "The cursor of the page, from the links of another.",
            Map.of("type", "string")));
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
    return Links.schema(list, false);
  }
}
