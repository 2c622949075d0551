package io.quintet.views;

import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.View1;
import io.quintet.orm.Entity;
import io.quintet.orm.QuerySet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One row, found by a value of the path, or 404.
 *
 * <pre>{@code
 * routes.path(
 *     "articles/<slug:slug>/",
 *     DetailView.of((String slug) -> Post.objects.filter(post.slug.eq(slug)))
 *         .template("blog/detail.html")
 *         .as("post"));
 * }</pre>
 *
 * <p>The template finds the row as {@code object}, and under the name given.
 *
 * @param <A> the type of the path value
 * @param <M> the model
 */
public final class DetailView<A, M extends Entity> implements View1<A> {
  private final Function<A, QuerySet<M>> rows;
  private final String template;
  private final String name;
  private final Extra extra;

  private DetailView(Function<A, QuerySet<M>> rows, String template, String name, Extra extra) {
    this.rows = rows;
    this.template = template;
    this.name = name;
    this.extra = extra;
  }

  /** The row that a query finds for the path value. */
  public static <A, M extends Entity> DetailView<A, M> of(Function<A, QuerySet<M>> rows) {
    return new DetailView<>(rows, "", "object", Extra.none());
  }

  /** Sets the template. */
  public DetailView<A, M> template(String template) {
    return new DetailView<>(rows, template, name, extra);
  }

  /** Sets a name for the row in the template, beside {@code object}. */
  public DetailView<A, M> as(String name) {
    return new DetailView<>(rows, template, name, extra);
  }

  /** Adds values to the page. */
  public DetailView<A, M> with(Function<Request, ? extends Map<String, ?>> values) {
    return new DetailView<>(rows, template, name, extra.and(values));
  }

  @Override
  public Response handle(Request request, A value) {
    Methods.requireSafe(request);
    M row = Shortcuts.getOr404(rows.apply(value));
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("object", row);
    values.put(name, row);
    return Shortcuts.render(request, template, extra.over(request, values));
  }
}
