package io.quintet.views;

import io.quintet.forms.Form;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.routing.Urls;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What most views end with, in a word each. */
public final class Shortcuts {
  private Shortcuts() {}

  /**
   * A page made from a template.
   *
   * @throws io.quintet.templates.TemplateException if it does not exist, cannot be compiled or
   *     fails
   */
  public static Response render(Request request, String template) {
    return render(request, template, Map.of());
  }

  /**
   * A page made from a template and values.
   *
   * @throws io.quintet.templates.TemplateException if it does not exist, cannot be compiled or
   *     fails
   */
  public static Response render(
      Request request, String template, Map<String, ? extends @Nullable Object> values) {
    return Response.html(Templates.render(request, template, values));
  }

  /**
   * Sends the browser on: to a route by its name and values ({@code redirect("blog:detail",
   * post.slug)}), or to an address, which is what holds a slash.
   *
   * @throws io.quintet.http.routing.NoReverseMatch if no route has the name, or the values do not
   *     fit
   */
  public static Response redirect(String nameOrUrl, Object... values) {
    return Response.redirect(address(nameOrUrl, values));
  }

  static String address(String nameOrUrl, Object... values) {
    boolean url =
        nameOrUrl.indexOf('/') >= 0 || nameOrUrl.startsWith(".") || nameOrUrl.startsWith("?");
    return url ? nameOrUrl : Urls.reverse(nameOrUrl, values);
  }

  /** Fills a form with what a request sent, files included; the same form. */
  public static <F extends Form> F bind(F form, Request request) {
    form.bind(request.post(), request.files()::list);
    return form;
  }
}
