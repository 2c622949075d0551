package io.quintet.admin;

import io.quintet.core.MultiMap;
import io.quintet.http.Request;

/** The parameters of a list's address, and the address with one of them changed. */
final class ListQuery {
  static final String SEARCH = "q";
  static final String ORDER = "o";
  static final String PAGE = "p";
  static final String DATE = "_date";

  private final String path;
  private final MultiMap parameters;

  private ListQuery(String path, MultiMap parameters) {
    this.path = path;
    this.parameters = parameters;
  }

  static ListQuery of(Request request) {
    MultiMap.Builder kept = MultiMap.builder();
    request
        .query()
        .forEach((name, value) -> {
          if (!value.isEmpty()) {
            kept.add(name, value);
          }
        });
    return new ListQuery(request.path(), kept.build());
  }

  MultiMap parameters() {
    return parameters;
  }

  String get(String name) {
    return parameters.get(name, "").replace("\0", "");
  }

  /** The address with one parameter set (removed when empty), on the first page. */
  String url(String name, String value) {
    return build(name, value, PAGE);
  }

  /** The address of a page. */
  String page(long number) {
    return build(PAGE, number == 1 ? "" : String.valueOf(number), "");
  }

  /** The address without filters; search and order stay. */
  String cleared() {
    MultiMap.Builder kept = MultiMap.builder();
    parameters.forEach((name, value) -> {
      if (name.equals(SEARCH) || name.equals(ORDER)) {
        kept.add(name, value);
      }
    });
    return url(kept.build());
  }

  private String build(String changed, String value, String dropped) {
    MultiMap.Builder built = MultiMap.builder();
    parameters.forEach((name, old) -> {
      if (!name.equals(changed) && !name.equals(dropped)) {
        built.add(name, old);
      }
    });
    if (!value.isEmpty()) {
      built.add(changed, value);
    }
    return url(built.build());
  }

  private String url(MultiMap query) {
    return query.isEmpty() ? path : path + "?" + query.urlencode();
  }

  /** The query as a whole, to come back to. */
  String text() {
    return parameters.urlencode();
  }
}
