package io.quintet.views;

import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.core.CoreSettings;
import io.quintet.core.SiteContext;
import io.quintet.forms.FormTemplates;
import io.quintet.http.ContextProcessors;
import io.quintet.http.ErrorPage;
import io.quintet.http.HttpError;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.templates.TemplateDoesNotExist;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The room app of views: the settings of templates, the value {@code debug} in every page, and
 * error pages from the templates {@code 404.html}, {@code 500.html} ... or {@code error.html}.
 */
public final class ViewsApp implements App {
  @Override
  public String label() {
    return "views";
  }

  @Override
  public void configure(AppConfig config) {
    config.settings(Templates.DIRS, LiveCheck.PER_MINUTE);
    config.provide(FormTemplates.SERVICE, SiteFormTemplates::new);
    config.add(ContextProcessors.POINT, ViewsApp::values);
    config.add(ErrorPage.POINT, ViewsApp::errorPage);
  }

  private static Map<String, Object> values(Request request) {
    return Map.of("debug", SiteContext.current().settings().get(CoreSettings.DEBUG));
  }

  private static Optional<Response> errorPage(Request request, HttpError error) {
    List<String> names = List.of(error.status() + ".html", "error.html");
    try {
      String page =
          Templates.current()
              .select(names)
              .render(
                  Templates.all(
                      request, Map.of("status", error.status(), "detail", error.detail())));
      return Optional.of(Response.html(page));
    } catch (TemplateDoesNotExist e) {
      if (!e.name().equals(String.join(", ", names))) {
        throw e;
      }
      return Optional.empty();
    }
  }
}
