package io.quintet.views;

import io.quintet.forms.models.ModelForm;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.View1;
import io.quintet.orm.Entity;
import io.quintet.orm.QuerySet;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A form that edits a row, found by a value of the path, or 404.
 *
 * <pre>{@code
 * routes.path(
 *     "articles/<slug:slug>/edit/",
 *     UpdateView.of((String slug) -> Post.objects.filter(post.slug.eq(slug)), PostForm::new)
 *         .template("blog/form.html")
 *         .then(post -> redirect("blog:detail", post.slug)));
 * }</pre>
 *
 * @param <A> the type of the path value
 * @param <M> the model
 */
public final class UpdateView<A, M extends Entity> implements View1<A> {
  private final Function<A, QuerySet<M>> rows;
  private final Function<M, ? extends ModelForm<M>> forms;
  private final SaveView<M> saving;

  private UpdateView(
      Function<A, QuerySet<M>> rows,
      Function<M, ? extends ModelForm<M>> forms,
      SaveView<M> saving) {
    this.rows = rows;
    this.forms = forms;
    this.saving = saving;
  }

  /** A view of the form of the row that a query finds for the path value. */
  public static <A, M extends Entity> UpdateView<A, M> of(
      Function<A, QuerySet<M>> rows, Function<M, ? extends ModelForm<M>> form) {
    return new UpdateView<>(rows, form, SaveView.unfinished("UpdateView"));
  }

  /** Sets the template; it finds {@code form} and {@code object}. */
  public UpdateView<A, M> template(String name) {
    return new UpdateView<>(rows, forms, saving.template(name));
  }

  /** Adds values to the page. */
  public UpdateView<A, M> with(Function<Request, ? extends Map<String, ?>> values) {
    return new UpdateView<>(rows, forms, saving.with(values));
  }

  /** Sets what the visitor does not decide, in the valid entity before it is saved. */
  public UpdateView<A, M> prepare(BiConsumer<Request, M> work) {
    return new UpdateView<>(rows, forms, saving.prepare(work));
  }

  /** Sets where to go when the row was saved. */
  public UpdateView<A, M> then(Function<M, Response> next) {
    return new UpdateView<>(rows, forms, saving.then(next));
  }

  @Override
  public Response handle(Request request, A value) throws Exception {
    return saving.answer(request, forms.apply(Shortcuts.getOr404(rows.apply(value))));
  }
}
