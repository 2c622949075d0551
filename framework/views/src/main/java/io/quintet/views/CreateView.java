package io.quintet.views;

import io.quintet.forms.models.ModelForm;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.View;
import io.quintet.orm.Entity;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A form that creates a row.
 *
 * <pre>{@code
 * routes.path(
 *     "articles/new/",
 *     CreateView.of(() -> new PostForm(new Post()))
 *         .template("blog/form.html")
 *         .prepare((request, post) -> post.author.set(Auth.user(request)))
 *         .then(post -> redirect("blog:detail", post.slug)));
 * }</pre>
 *
 * @param <M> the model
 */
public final class CreateView<M extends Entity> implements View {
  private final Function<Request, ? extends ModelForm<M>> forms;
  private final SaveView<M> saving;

  private CreateView(Function<Request, ? extends ModelForm<M>> forms, SaveView<M> saving) {
    this.forms = forms;
    this.saving = saving;
  }

  /** A view of a form on a new entity, made anew for each request. */
  public static <M extends Entity> CreateView<M> of(Supplier<? extends ModelForm<M>> form) {
    return from(request -> form.get());
  }

  /** A view of a form that depends on the request. */
  public static <M extends Entity> CreateView<M> from(
      Function<Request, ? extends ModelForm<M>> form) {
    return new CreateView<>(form, SaveView.unfinished("CreateView"));
  }

  /** Sets the template; it finds the form as {@code form}. */
  public CreateView<M> template(String name) {
    return new CreateView<>(forms, saving.template(name));
  }

  /** Adds values to the page. */
  public CreateView<M> with(Function<Request, ? extends Map<String, ?>> values) {
    return new CreateView<>(forms, saving.with(values));
  }

  /** Sets what the visitor does not decide, in the valid entity before it is saved. */
  public CreateView<M> prepare(BiConsumer<Request, M> work) {
    return new CreateView<>(forms, saving.prepare(work));
  }

  /** Sets where to go when the row was saved. */
  public CreateView<M> then(Function<M, Response> next) {
    return new CreateView<>(forms, saving.then(next));
  }

  @Override
  public Response handle(Request request) throws Exception {
    return saving.answer(request, forms.apply(request));
  }
}
