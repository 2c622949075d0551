package io.quintet.rest.pagination;

import io.quintet.orm.Entity;
import io.quintet.orm.QuerySet;
import io.quintet.rest.ApiRequest;
import java.util.List;
import java.util.Map;

/** No pages. */
final class WholeList implements Pagination {
  @Override
  public <E extends Entity> Page<E> page(ApiRequest request, QuerySet<E> rows) {
    return new Page<>(rows.list(), -1, null, null, true);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }

  @Override
  public Map<String, Object> schema(Map<String, Object> list) {
    return list;
  }
}
