package io.quintet.views;

import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.View;
import io.quintet.orm.Entity;
import io.quintet.orm.QuerySet;
import java.util.Map;
import java.util.function.Function;

/**
 * The rows of a query, page by page.
 *
 * <pre>{@code
 * routes.path(
 *     "articles/",
 *     ListView.of(Post.objects.filter(post.published.isNotNull()))
 *         .template("blog/list.html")
 *         .as("posts")
 *         .paginateBy(10));
 * }</pre>
 *
 * <p>The template finds the rows as {@code object_list} (and under the name given), and with pages
 * {@code page_obj}, {@code paginator} and {@code is_paginated}. The page comes from {@code ?page=},
 * a number or {@code last}; another one answers 404.
 *
 * @param <T> the model
 */
public final class ListView<T extends Entity> implements View {
  private final Function<Request, QuerySet<T>> rows;
  private final String template;
  private final String name;
  private final int perPage;
  private final Extra extra;

  private ListView(
      Function<Request, QuerySet<T>> rows, String template, String name, int perPage, Extra extra) {
    this.rows = rows;
    this.template = template;
    this.name = name;
    this.perPage = perPage;
    this.extra = extra;
  }

  /** The rows of a query that is the same for every request. */
  public static <T extends Entity> ListView<T> of(QuerySet<T> rows) {
    return from(request -> rows);
  }

  /** The rows of a query that depends on the request, such as on a search or the time. */
  public static <T extends Entity> ListView<T> from(Function<Request, QuerySet<T>> rows) {
    return new ListView<>(rows, "", "object_list", 0, Extra.none());
  }

  /** Sets the template. */
  public ListView<T> template(String template) {
    return new ListView<>(rows, template, name, perPage, extra);
  }

  /** Sets a name for the rows in the template, beside {@code object_list}. */
  public ListView<T> as(String name) {
    return new ListView<>(rows, template, name, perPage, extra);
  }

  /** Cuts the list into pages of this many rows. */
  public ListView<T> paginateBy(int rowsPerPage) {
    return new ListView<>(rows, template, name, rowsPerPage, extra);
  }

  /** Adds values to the page. */
  public ListView<T> with(Function<Request, ? extends Map<String, ?>> values) {
    return new ListView<>(rows, template, name, perPage, extra.and(values));
  }

  @Override
  public Response handle(Request request) {
    Methods.requireSafe(request);
    return Shortcuts.render(
        request,
        template,
        extra.over(request, RowsPage.values(request, rows.apply(request), perPage, name)));
  }
}
