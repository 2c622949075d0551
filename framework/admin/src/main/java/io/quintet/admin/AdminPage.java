package io.quintet.admin;

import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.views.Shortcuts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page of the admin: its title, breadcrumb and navigation around what it shows. */
final class AdminPage {
  private final Request request;
  private final Access access;
  private final String title;
  private final List<Map<String, @Nullable Object>> crumbs = new ArrayList<>();
  private @Nullable ModelMeta<?> model;

  private AdminPage(Request request, String title) {
    this.request = request;
    this.access = Access.of(request);
    this.title = title;
  }

  static AdminPage titled(Request request, String title) {
    return new AdminPage(request, title);
  }

  /** Below the pages of a model: its app and its list lead here. */
  AdminPage under(ModelMeta<?> parent) {
    model = parent;
    AdminSite.current().sections().stream()
        .filter(section -> section.label().equals(parent.app()))
        .findFirst()
        .ifPresent(section -> crumb(section.name(), Links.app(section.label())));
    crumb(Words.plural(parent), Links.list(parent, request));
    return this;
  }

  /** Adds a step of the breadcrumb; the last one has no address. */
  AdminPage crumb(String text, String url) {
    crumbs.add(Values.with("text", text).and("url", url).map());
    return this;
  }

  /** The list itself: the model is marked and the breadcrumb ends with it. */
  AdminPage at(ModelMeta<?> current) {
    under(current);
    crumbs.getLast().put("url", "");
    return this;
  }

  Response render(String template, Values values) {
    Values all =
        Values.with("title", title)
            .and("siteName", AdminSite.current().name())
            .and("siteUrl", "/")
            .and("apps", navigation(Map.of()))
            .and("crumbs", crumbs)
            .and("isPopup", Links.isPopup(request))
            .and(values.map());
    return Shortcuts.render(request, template, all.map());
  }

  /** The apps and models that the user may see, with the number of rows where it is known. */
  List<Map<String, @Nullable Object>> navigation(Map<ModelMeta<?>, Long> counts) {
    List<Map<String, @Nullable Object>> apps = new ArrayList<>();
    for (AdminSite.Section section : AdminSite.current().sections()) {
      List<Map<String, @Nullable Object>> models =
          section.models().stream()
              .filter(access::sees)
              .map(admin -> entry(admin, counts))
              .toList();
      if (!models.isEmpty()) {
        apps.add(
            Values.with("label", section.label())
                .and("name", section.name())
                .and("url", Links.app(section.label()))
                .and("models", models)
                .map());
      }
    }
    return apps;
  }

  private Map<String, @Nullable Object> entry(ModelAdmin<?> admin, Map<ModelMeta<?>, Long> counts) {
    ModelMeta<?> shown = admin.model();
    boolean lists = access.may(admin, Right.VIEW);
    return Values.with("name", Words.plural(shown))
        .and("url", lists ? Links.list(shown) : Links.add(shown))
        .and("addUrl", access.may(admin, Right.ADD) ? Links.add(shown) : "")
        .and("current", shown == model)
        .and("count", counts.get(shown))
        .map();
  }
}
