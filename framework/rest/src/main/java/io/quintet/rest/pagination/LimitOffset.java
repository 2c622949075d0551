package io.quintet.rest.pagination;

import io.quintet.orm.Entity;
import io.quintet.orm.QuerySet;
import io.quintet.rest.ApiRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pieces of a list: {@code ?limit=10&offset=20}. */
public final class LimitOffset implements Pagination {
  private final int limit;
  private final int maxLimit;

  private LimitOffset(int limit, int maxLimit) {
    this.limit = limit;
    this.maxLimit = maxLimit;
  }

  /** Pieces of a size, up to a greatest one when the client chooses. */
  public static LimitOffset of(int limit, int maxLimit) {
    if (limit < 1 || maxLimit < limit) {
      throw new IllegalArgumentException(
          "A limit is at least 1 and at most the greatest one, found "
              + limit
              + " and "
              + maxLimit);
    }
    return new LimitOffset(limit, maxLimit);
  }

  @Override
  public <E extends Entity> Page<E> page(ApiRequest request, QuerySet<E> rows) {
    long size = Math.min(maxLimit, Links.number(request.query().get("limit"), 1, limit));
    long offset = Links.number(request.query().get("offset"), 0, 0);
    long count = rows.count();
    List<E> items = offset >= count ? List.of() : rows.slice(offset, offset + size).list();
    return new Page<>(
        items,
        count,
        offset + size < count ? link(request, size, offset + size) : null,
        offset > 0 ? link(request, size, offset - size) : null);
  }

  private static String link(ApiRequest request, long size, long offset) {
    Map<String, @Nullable String> parameters = new LinkedHashMap<>();
    parameters.put("limit", Long.toString(size));
    parameters.put("offset", offset <= 0 ? null : Long.toString(offset));
    return Links.with(request.http(), parameters);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter(
            "limit",
            "How many objects to return.",
            Map.of("type", "integer", "minimum", 1, "maximum", maxLimit)),
        new Parameter(
            "offset", "How many objects to skip.", Map.of("type", "integer", "minimum", 0)));
  }

  @Override
  public Map<String, Object> schema(Map<String, Object> list) {
    return Links.schema(list);
  }
}
