package io.quintet.views;

import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.View1;
import io.quintet.orm.Deletion;
import io.quintet.orm.Entity;
import io.quintet.orm.QuerySet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks before it deletes a row, found by a value of the path, and shows what goes with it.
 *
 * <pre>{@code
 * routes.path(
 *     "articles/<slug:slug>/delete/",
 *     DeleteView.of((String slug) -> Post.objects.filter(post.slug.eq(slug)))
 *         .template("blog/delete.html")
 *         .then(post -> redirect("blog:list")));
 * }</pre>
 *
 * <p>The template finds the row as {@code object} and what would happen as {@code deletion}: its
 * {@code tree} (each branch with {@code entity} and {@code children}), {@code counts} by model, and
 * {@code protected_by}, the rows that forbid it. Sending the page deletes; if something forbids it,
 * the page is shown again with status 409.
 *
 * @param <A> the type of the path value
 * @param <M> the model
 */
public final class DeleteView<A, M extends Entity> implements View1<A> {
  private static final int CONFLICT = 409;

  private final Function<A, QuerySet<M>> rows;
  private final String template;
  private final Extra extra;
  private final Function<M, Response> next;

  private DeleteView(
      Function<A, QuerySet<M>> rows, String template, Extra extra, Function<M, Response> next) {
    this.rows = rows;
    this.template = template;
    this.extra = extra;
    this.next = next;
  }

  /** Deletes the row that a query finds for the path value. */
  public static <A, M extends Entity> DeleteView<A, M> of(Function<A, QuerySet<M>> rows) {
    return new DeleteView<>(
        rows,
        "",
        Extra.none(),
        row -> {
          throw new IllegalStateException(
              "DeleteView does not know where to go once the row is deleted: give it then(...)");
        });
  }

  /** Sets the template. */
  public DeleteView<A, M> template(String name) {
    return new DeleteView<>(rows, name, extra, next);
  }

  /** Adds values to the page. */
  public DeleteView<A, M> with(Function<Request, ? extends Map<String, ?>> values) {
    return new DeleteView<>(rows, template, extra.and(values), next);
  }

  /** Sets where to go when the row was deleted. */
  public DeleteView<A, M> then(Function<M, Response> next) {
    return new DeleteView<>(rows, template, extra, next);
  }

  @Override
  public Response handle(Request request, A value) {
    boolean confirmed = Methods.isSubmission(request);
    M row = Shortcuts.getOr404(rows.apply(value));
    Deletion deletion = row.deletion();
    if (confirmed && deletion.isAllowed()) {
      deletion.execute();
      return next.apply(row);
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("object", row);
    values.put("deletion", deletion);
    Response page = Shortcuts.render(request, template, extra.over(request, values));
    return confirmed ? page.withStatus(CONFLICT) : page;
  }
}
