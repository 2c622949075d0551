package io.quintet.admin;

import io.quintet.http.NotFound;
import io.quintet.http.Request;
import io.quintet.orm.Entity;
import io.quintet.orm.QuerySet;

/** The rows of a model that a request may see. */
final class Rows {
  private Rows() {}

  static <M extends Entity> QuerySet<M> of(ModelAdmin<M> admin, Request request) {
    QuerySet<M> all = admin.model().manager().all();
    var narrow = admin.options().rows;
    return narrow == null ? all : narrow.apply(request, all);
  }

  /**
   * The row of a key in the address.
   *
   * @throws NotFound when there is none that the request may see
   */
  static <M extends Entity> M get(ModelAdmin<M> admin, Request request, String segment) {
    return Keys.parse(admin.model(), Keys.unescape(segment))
        .flatMap(key ->
            of(admin, request).filter("pk", key).unordered().limit(1).list().stream().findFirst())
        .orElseThrow(() ->
            new NotFound(
                "There is no %s with this key. Perhaps it was deleted."
                    .formatted(admin.model().verboseName())));
  }
}
