package io.quintet.views;

import io.quintet.forms.models.ModelForm;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.orm.Entity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What creating and updating have in common.
 *
 * @param prepare sets what the visitor does not decide, before saving
 * @param then where to go when the row was saved
 */
record SaveView<M extends Entity>(
    String template, Extra extra, BiConsumer<Request, M> prepare, Function<M, Response> then) {
  static <M extends Entity> SaveView<M> unfinished(String view) {
    return new SaveView<>(
        "",
        Extra.none(),
        (request, row) -> {},
        row -> {
          throw new IllegalStateException(
              view + " does not know where to go once the row is saved: give it then(...)");
        });
  }

  SaveView<M> template(String name) {
    return new SaveView<>(name, extra, prepare, then);
  }

  SaveView<M> with(Function<Request, ? extends Map<String, ?>> values) {
    return new SaveView<>(template, extra.and(values), prepare, then);
  }

  SaveView<M> prepare(BiConsumer<Request, M> work) {
    return new SaveView<>(template, extra, work, then);
  }

  SaveView<M> then(Function<M, Response> next) {
    return new SaveView<>(template, extra, prepare, next);
  }

  Response answer(Request request, ModelForm<M> form) throws Exception {
    return FormPage.answer(
        request,
        form,
        (sent, valid) -> {
          prepare.accept(sent, valid.instance());
          return then.apply(valid.save());
        },
        () -> page(request, form));
  }

  private Response page(Request request, ModelForm<M> form) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("form", form);
    values.put("object", form.instance().isSaved() ? form.instance() : null);
    return Shortcuts.render(request, template, extra.over(request, values));
  }
}
