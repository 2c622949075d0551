package io.quintet.views;

import io.quintet.http.NotFound;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.View;
import io.quintet.orm.Entity;
import io.quintet.orm.QuerySet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    if (perPage > 0) {
      Page<T> page = page(request);
      values.put("page_obj", page);
      values.put("paginator", page.paginator());
      values.put("is_paginated", page.paginator().pages() > 1);
      values.put("object_list", page);
      values.put(name, page);
    } else {
      List<T> all = rows.apply(request).all().list();
      values.put("is_paginated", false);
      values.put("object_list", all);
      values.put(name, all);
    }
    return Shortcuts.render(request, template, extra.over(request, values));
  }

  private Page<T> page(Request request) {
    Paginator<T> paginator = Shortcuts.pages(rows.apply(request), perPage);
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
