package io.quintet.rest.pagination;

import io.quintet.orm.Entity;
import io.quintet.orm.QuerySet;
import io.quintet.rest.ApiRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a list is cut into pages. */
public interface Pagination {
  /**
   * The page that a request asks for.
   *
   * @throws io.quintet.http.HttpError 404 when there is no such page
   */
  <E extends Entity> Page<E> page(ApiRequest request, QuerySet<E> rows);

  /** The query parameters, for the OpenAPI document. */
  List<Parameter> parameters();

  /** The schema of the answer for the schema of the list, for the OpenAPI document. */
  Map<String, Object> schema(Map<String, Object> list);

  /** Whole lists. */
  static Pagination none() {
    return new WholeList();
  }

  /**
   * A page.
   *
   * @param items its objects
   * @param count how many there are in all; -1 when they were not counted
   * @param next the address of the next page
   * @param previous the address of the page before
   * @param whole whether it is all there is, shown without links
   */
  record Page<E>(
      List<E> items, long count, @Nullable String next, @Nullable String previous, boolean whole) {
    /** Copies the list. */
    public Page {
      items = List.copyOf(items);
    }

    /** A page of rows that were counted. */
    public Page(List<E> items, long count, @Nullable String next, @Nullable String previous) {
      this(items, count, next, previous, false);
    }

    /** The answer with the shown objects. */
    public @Nullable Object envelope(List<?> shown) {
      if (whole) {
        return shown;
      }
      Map<String, @Nullable Object> body = new java.util.LinkedHashMap<>();
      if (count >= 0) {
        body.put("count", count);
      }
      body.put("next", next);
      body.put("previous", previous);
      body.put("results", shown);
      return body;
    }
  }

  /**
   * A query parameter.
   *
   * @param name its name
   * @param description what it does
   * @param schema its JSON schema
   */
  record Parameter(String name, String description, Map<String, Object> schema) {}
}
