package io.quintet.admin;

import io.quintet.http.NotFound;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.QuerySet;
import io.quintet.orm.meta.ModelMeta;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The start page, and the page of one app. */
final class IndexPages {
  private static final int RECENT = 10;

  private IndexPages() {}

  static Response index(Request request) {
    AdminPage page = AdminPage.titled(request, "Administration");
    return render(request, page, AdminSite.current().sections(), "");
  }

  static Response app(Request request, String label) {
    AdminSite.Section section =
        AdminSite.current().sections().stream()
            .filter(candidate -> candidate.label().equals(label))
            .findFirst()
            .orElseThrow(() -> new NotFound("There is no app \"" + label + "\" in the admin."));
    Access access = Access.of(request);
    if (section.models().stream().noneMatch(access::sees)) {
      throw new NotFound("There is no app \"" + label + "\" in the admin.");
    }
    AdminPage page = AdminPage.titled(request, section.name()).crumb(section.name(), "");
    return render(request, page, List.of(section), label);
  }

  private static Response render(
      Request request, AdminPage page, List<AdminSite.Section> sections, String only) {
    Access access = Access.of(request);
    Map<ModelMeta<?>, Long> counts = new LinkedHashMap<>();
    for (AdminSite.Section section : sections) {
      for (ModelAdmin<?> admin : section.models()) {
        if (access.may(admin, Right.VIEW)) {
          counts.put(admin.model(), Rows.of(admin, request).count());
        }
      }
    }
    List<Map<String, @Nullable Object>> apps =
        page.navigation(counts).stream()
            .filter(app -> only.isEmpty() || Objects.equals(app.get("label"), only))
            .toList();
    return page.render(
        "admin/index.html", Values.with("apps", apps).and("recent", recent(access, only)));
  }

  /** The user's latest actions, as far as the models are still registered. */
  private static List<Map<String, @Nullable Object>> recent(Access access, String app) {
    QuerySet<LogEntry> entries =
        Manager.of(LogEntry.class).filter("user", access.user()).selectRelated("contentType");
    if (!app.isEmpty()) {
      entries = entries.filter("contentType__appLabel", app);
    }
    return entries.limit(RECENT).list().stream().map(entry -> recent(access, entry)).toList();
  }

  private static Map<String, @Nullable Object> recent(Access access, LogEntry entry) {
    ModelAdmin<?> admin = Journal.adminOf(entry);
    return Values.with("kind", entry.kind())
        .and("objectLabel", entry.objectRepr)
        .and("modelName", admin == null ? "" : Words.singular(admin.model()))
        .and("url", admin == null ? "" : url(access, admin, entry))
        .and("when", entry.actionTime)
        .and("user", "")
        .map();
  }

  private static <M extends Entity> String url(Access access, ModelAdmin<M> admin, LogEntry entry) {
    boolean opens =
        entry.actionFlag != LogEntry.DELETED
            && entry.objectId != null
            && access.may(admin, Right.VIEW);
    return opens ? Links.change(Objects.requireNonNull(entry.objectId), admin.model()) : "";
  }
}
