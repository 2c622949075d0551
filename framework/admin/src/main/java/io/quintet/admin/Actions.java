package io.quintet.admin;

import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.messages.Messages;
import io.quintet.orm.Db;
import io.quintet.orm.Deletion;
import io.quintet.orm.Entity;
import io.quintet.orm.ProtectedException;
import io.quintet.orm.QuerySet;
import io.quintet.orm.meta.ModelMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs the actions of a list on the rows that were chosen. */
final class Actions<M extends Entity> {
  private static final String DELETE = "delete_selected";
  private static final int SHOWN = 20;

  private final ModelAdmin<M> admin;
  private final ModelMeta<M> model;

  Actions(ModelAdmin<M> admin) {
    this.admin = admin;
    this.model = admin.model();
  }

  /** The actions that the user may run. */
  List<Map<String, @Nullable Object>> offered(Request request) {
    return permitted(request).stream()
        .map(action -> Values.with("name", action.name()).and("label", action.label()).map())
        .toList();
  }

  private List<Action<M>> permitted(Request request) {
    List<Action<M>> all = new ArrayList<>(admin.options().actions);
    if (admin.options().deleteAction) {
      all.add(deletion());
    }
    Access access = Access.of(request);
    return all.stream().filter(action -> access.may(admin, action.right())).toList();
  }

  private Action<M> deletion() {
    return Action.<M>of(DELETE, "Delete the chosen " + model.verboseNamePlural(), this::delete)
        .requires(Right.DELETE)
        .dangerous();
  }

  Response handle(Request request, ChangeList<M> list) throws Exception {
    String name = request.post().get("action", "");
    Optional<Action<M>> action =
        permitted(request).stream().filter(a -> a.name().equals(name)).findFirst();
    if (action.isEmpty()) {
      return back(request, "Choose an action.");
    }
    QuerySet<M> rows = chosen(request, list);
    long count = rows.count();
    if (count == 0) {
      return back(request, "Choose at least one of the rows first.");
    }
    if (action.get().asksFirst() && !request.post().has("confirm")) {
      return ask(request, action.get(), rows, count);
    }
    requireEach(request, action.get(), rows);
    return run(request, action.get(), rows);
  }

  private Response run(Request request, Action<M> action, QuerySet<M> rows) throws Exception {
    try {
      String told = Db.<String, Exception>atomic(() -> action.work().run(request, rows));
      if (!told.isEmpty()) {
        Messages.success(request, told);
      }
    } catch (ProtectedException e) {
      Messages.error(
          request, "Nothing was done: other rows still need what would have been deleted.");
    }
    return Response.redirect(request.fullPath());
  }

  private Response back(Request request, String warning) {
    Messages.warning(request, warning);
    return Response.redirect(request.fullPath());
  }

  /** The rows by key, or all that the list finds; never others than the user may see. */
  private QuerySet<M> chosen(Request request, ChangeList<M> list) {
    if (request.post().get("selectAll", "").equals("1")) {
      return list.found();
    }
    List<Object> keys =
        request.post().list("selected").stream()
            .flatMap(text -> Keys.parse(model, text).stream())
            .toList();
    return keys.isEmpty() ? list.all().none() : list.all().filter("pk__in", keys);
  }

  private void requireEach(Request request, Action<M> action, QuerySet<M> rows) {
    if (!admin.options().rules.isEmpty()) {
      Access access = Access.of(request);
      for (M row : rows.all()) {
        access.require(admin, action.right(), row);
      }
    }
  }

  private Response ask(Request request, Action<M> action, QuerySet<M> rows, long count) {
    requireEach(request, action, rows);
    Values values =
        Values.with(
                "action",
                Values.with("name", action.name())
                    .and("label", action.label())
                    .and("description", action.description())
                    .and("isDanger", action.isDanger())
                    .map())
            .and("objectCount", count)
            .and("objects", objects(rows))
            .and("selected", request.post().list("selected"))
            .and("selectAll", request.post().get("selectAll", ""))
            .and("form", null)
            .and("modelName", Words.singular(model))
            .and("modelNamePlural", Words.plural(model))
            .and("cancelUrl", request.fullPath());
    if (action.name().equals(DELETE)) {
      values.and(DeletionReport.of(rows.deletion(), Access.of(request)).map());
    }
    return AdminPage.titled(request, action.label())
        .under(model)
        .crumb(action.label(), "")
        .render("admin/action_confirmation.html", values);
  }

  private List<Map<String, @Nullable Object>> objects(QuerySet<M> rows) {
    return rows.orderBy("pk").limit(SHOWN).list().stream()
        .map(row ->
            Values.with("label", Display.name(row)).and("url", Links.change(row, model)).map())
        .toList();
  }

  private String delete(Request request, QuerySet<M> rows) {
    Deletion deletion = rows.deletion();
    DeletionReport.requireRights(deletion, Access.of(request));
    List<Deletion.Branch> roots = deletion.tree();
    if (deletion.isAllowed()) {
      roots.forEach(root -> Journal.deleted(request, root.entity()));
    }
    deletion.execute();
    return Words.counted(roots.size(), model)
        + (roots.size() == 1 ? " was" : " were")
        + " deleted.";
  }
}
