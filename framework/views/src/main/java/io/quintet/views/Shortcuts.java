package io.quintet.views;

import io.quintet.forms.Fillable;
import io.quintet.forms.Submission;
import io.quintet.http.NotFound;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.routing.Urls;
import io.quintet.orm.Entity;
import io.quintet.orm.QuerySet;
import io.quintet.templates.Context;
import io.quintet.templates.Template;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What most views end with, in a word each. */
public final class Shortcuts {
  private static final String HTML = "text/html; charset=utf-8";

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
    return Response.bytes(HTML, Templates.renderBytes(request, template, values));
  }

  /**
   * A page made from the strict template of a record: {@code render(request, new
   * PostDetail(post))}.
   *
   * @throws IllegalArgumentException if no template was compiled for the record's class
   */
  public static Response render(Request request, Record page) {
    return Response.bytes(HTML, Templates.renderBytes(request, page));
  }

  /**
   * A page that is sent while it is rendered, for one so long that its head should arrive early.
   * What fails after the first bytes breaks off the connection, so a view reads what it needs
   * before.
   *
   * @throws io.quintet.templates.TemplateException if the template does not exist or cannot be
   *     compiled
   */
  public static Response stream(
      Request request, String template, Map<String, ? extends @Nullable Object> values) {
    Template found = Templates.current().template(template);
    Context context = Context.of(Templates.all(request, values));
    return Response.stream(HTML, out -> found.render(context, out));
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

  /**
   * The one row of a query.
   *
   * @throws NotFound if there is none
   * @throws io.quintet.orm.MultipleObjects if there are several
   */
  public static <M extends Entity> M getOr404(QuerySet<M> query) {
    return query
        .find()
        .orElseThrow(() -> new NotFound("No " + query.model().verboseName() + " was found."));
  }

  /**
   * The rows of a query.
   *
   * @throws NotFound if there are none
   */
  public static <M extends Entity> List<M> listOr404(QuerySet<M> query) {
    List<M> rows = query.list();
    if (rows.isEmpty()) {
      throw new NotFound("No " + query.model().verboseNamePlural() + " were found.");
    }
    return rows;
  }

  /** Pages of the rows of a query: it is counted once, and each page reads only its rows. */
  public static <M extends Entity> Paginator<M> pages(QuerySet<M> query, int perPage) {
    QuerySet<M> fresh = query.all();
    return Paginator.of(
        () -> Math.toIntExact(fresh.count()),
        (offset, limit) -> fresh.offset(offset).limit(limit).list(),
        perPage);
  }

  /** Fills a form or form set with what a request sent, files included; the same object. */
  public static <F extends Fillable> F bind(F form, Request request) {
    form.bind(Submission.of(request.post(), request.files()::list));
    return form;
  }
}
