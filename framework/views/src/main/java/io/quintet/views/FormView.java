package io.quintet.views;

import io.quintet.forms.Fillable;
import io.quintet.forms.validators.ValidationException;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.View;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Shows a form or form set, and shows it again with its errors until what was sent is valid.
 *
 * <pre>{@code
 * routes.path(
 *     "book/",
 *     FormView.of(BookingForm::new)
 *         .template("booking/book.html")
 *         .onValid((request, form) -> {
 *           book(form.name.value(), form.day.value());
 *           return redirect("booking:thanks");
 *         }));
 * }</pre>
 *
 * <p>The template finds the form as {@code form}. It is shown again, too, if the action throws a
 * {@link ValidationException}: with the errors that it added to the form, or else with its own
 * messages above the fields.
 *
 * @param <F> the form or form set
 */
public final class FormView<F extends Fillable> implements View {
  private final Function<Request, F> forms;
  private final String template;
  private final Extra extra;
  private final Action<F> action;

  /** What to do with a valid form. */
  @FunctionalInterface
  public interface Action<F> {
    /**
     * Does the work and says where to go.
     *
     * @throws ValidationException to show the form again with its messages
     */
    Response valid(Request request, F form) throws Exception;
  }

  private FormView(Function<Request, F> forms, String template, Extra extra, Action<F> action) {
    this.forms = forms;
    this.template = template;
    this.extra = extra;
    this.action = action;
  }

  /** A view of a form that is made anew for each request. */
  public static <F extends Fillable> FormView<F> of(Supplier<F> form) {
    return from(request -> form.get());
  }

  /** A view of a form that depends on the request, such as on its user. */
  public static <F extends Fillable> FormView<F> from(Function<Request, F> form) {
    return new FormView<>(
        form,
        "",
        Extra.none(),
        (request, valid) -> {
          throw new IllegalStateException(
              "FormView of "
                  + valid.getClass().getName()
                  + " does not know what to do with a valid form: give it onValid(...)");
        });
  }

  /** Sets the template. */
  public FormView<F> template(String name) {
    return new FormView<>(forms, name, extra, action);
  }

  /** Adds values to the page. */
  public FormView<F> with(Function<Request, ? extends Map<String, ?>> values) {
    return new FormView<>(forms, template, extra.and(values), action);
  }

  /** Sets what to do with a valid form. */
  public FormView<F> onValid(Action<F> action) {
    return new FormView<>(forms, template, extra, action);
  }

  @Override
  public Response handle(Request request) throws Exception {
    F form = forms.apply(request);
    return FormPage.answer(
        request,
        form,
        action,
        () -> Shortcuts.render(request, template, extra.over(request, Map.of("form", form))));
  }
}
