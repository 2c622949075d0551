package io.quintet.views;

import io.quintet.forms.Fillable;
import io.quintet.forms.validators.ValidationException;
import io.quintet.http.Request;
import io.quintet.http.Response;
import java.util.function.Supplier;

/** The round of a form: shown, sent, shown again or acted upon. */
final class FormPage {
  private FormPage() {}

  static <F extends Fillable> Response answer(
      Request request, F form, FormView.Action<? super F> action, Supplier<Response> page)
      throws Exception {
    if (Methods.isSubmission(request) && LiveCheck.isAsked(request)) {
      return LiveCheck.answer(request, form);
    }
    if (Methods.isSubmission(request) && Shortcuts.bind(form, request).isValid()) {
      try {
        return action.valid(request, form);
      } catch (ValidationException e) {
        if (form.isValid()) {
          e.violations().forEach(form::addError);
        }
      }
    }
    return page.get();
  }
}
