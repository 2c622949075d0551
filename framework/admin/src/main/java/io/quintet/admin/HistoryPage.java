package io.quintet.admin;

import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.orm.Entity;
import io.quintet.orm.meta.ModelMeta;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was done with a row in the admin. */
final class HistoryPage<M extends Entity> {
  private static final int MOST = 200;

  private final ModelAdmin<M> admin;

  HistoryPage(ModelAdmin<M> admin) {
    this.admin = admin;
  }

  Response handle(Request request, String key) {
    ModelMeta<M> model = admin.model();
    Access access = Access.of(request);
    access.require(admin, Right.VIEW, null);
    M entity = Rows.get(admin, request, key);
    access.require(admin, Right.VIEW, entity);
    String name = Display.name(entity);
    String change = Links.keeping(Links.change(entity, model), request);
    List<Map<String, @Nullable Object>> entries =
        Journal.of(entity).limit(MOST).list().stream().map(HistoryPage::entry).toList();
    return AdminPage.titled(request, "History of " + name)
        .under(model)
        .crumb(name, change)
        .crumb("History", "")
        .render(
            "admin/history.html",
            Values.with("object", Values.with("label", name).and("url", change).map())
                .and("entries", entries));
  }

  private static Map<String, @Nullable Object> entry(LogEntry entry) {
    return Values.with("kind", entry.kind())
        .and("when", entry.actionTime)
        .and("user", entry.user.get().fullName())
        .and("message", ChangeMessage.text(entry.changeMessage))
        .map();
  }
}
