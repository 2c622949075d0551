package io.quintet.admin;

import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.messages.Messages;
import io.quintet.orm.Db;
import io.quintet.orm.Deletion;
import io.quintet.orm.Entity;
import io.quintet.orm.ProtectedException;
import io.quintet.orm.meta.ModelMeta;

/** Deletes a row, after showing all that goes with it. */
final class DeletePage<M extends Entity> {
  private final ModelAdmin<M> admin;

  DeletePage(ModelAdmin<M> admin) {
    this.admin = admin;
  }

  Response handle(Request request, String key) {
    ModelMeta<M> model = admin.model();
    Access access = Access.of(request);
    access.require(admin, Right.DELETE, null);
    M entity = Rows.get(admin, request, key);
    access.require(admin, Right.DELETE, entity);
    if (request.isPost() && request.post().has("confirm") && delete(request, entity)) {
      return Response.redirect(Links.list(model, request));
    }
    String name = Display.name(entity);
    String change = Links.keeping(Links.change(entity, model), request);
    return AdminPage.titled(request, "Delete " + model.verboseName() + "?")
        .under(model)
        .crumb(name, change)
        .crumb("Delete", "")
        .render(
            "admin/delete_confirmation.html",
            Values.with("object", Values.with("label", name).map())
                .and("modelName", Words.singular(model))
                .and("cancelUrl", change)
                .and(DeletionReport.of(entity.deletion(), access).map()));
  }

  /** Whether it is gone; what forbids it is shown by the page again. */
  private boolean delete(Request request, M entity) {
    String name = Display.name(entity);
    try {
      Db.atomic(() -> {
        Deletion deletion = entity.deletion();
        DeletionReport.requireRights(deletion, Access.of(request));
        if (deletion.isAllowed()) {
          Journal.deleted(request, entity);
        }
        deletion.execute();
      });
    } catch (ProtectedException e) {
      return false;
    }
    Messages.success(
        request, "The %s “%s” was deleted.".formatted(admin.model().verboseName(), name));
    return true;
  }
}
