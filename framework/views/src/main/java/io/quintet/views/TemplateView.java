package io.quintet.views;

import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.View;
import java.util.Map;
import java.util.function.Function;

/**
 * A page that is only a template.
 *
 * <pre>{@code
 * routes.path("about/", TemplateView.of("about.html"));
 * }</pre>
 */
public final class TemplateView implements View {
  private final String template;
  private final Extra extra;

  private TemplateView(String template, Extra extra) {
    this.template = template;
    this.extra = extra;
  }

  /** A page made from a template. */
  public static TemplateView of(String template) {
    return new TemplateView(template, Extra.none());
  }

  /** Adds values to the page. */
  public TemplateView with(Function<Request, ? extends Map<String, ?>> values) {
    return new TemplateView(template, extra.and(values));
  }

  @Override
  public Response handle(Request request) {
    Methods.requireSafe(request);
    return Shortcuts.render(request, template, extra.over(request, Map.of()));
  }
}
