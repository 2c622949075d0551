package io.quintet.admin;

import io.quintet.forms.models.ModelForm;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.messages.Messages;
import io.quintet.http.routing.NoReverseMatch;
import io.quintet.orm.Entity;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.views.Shortcuts;
import java.util.List;

/** Adds, changes or shows one row. */
final class EditPage<M extends Entity> {
  private final ModelAdmin<M> admin;
  private final ModelMeta<M> model;
  private final Saving<M> saving;

  EditPage(ModelAdmin<M> admin) {
    this.admin = admin;
    this.model = admin.model();
    this.saving = new Saving<>(admin);
  }

  Response add(Request request) {
    Access access = Access.of(request);
    access.require(admin, Right.ADD, null);
    FormPlan<M> plan = new FormPlan<>(admin, request, model.create(), true);
    List<InlinePlan<M, ?>> inlines =
        admin.options().addForm == null
            ? InlinePlan.of(admin, request, plan.form().instance(), true)
            : List.of();
    if (request.isPost() && saves(request, plan, inlines, true)) {
      return saved(request, plan.form().instance(), true);
    }
    AdminPage page =
        AdminPage.titled(request, "Add " + model.verboseName()).under(model).crumb("Add", "");
    return page.render("admin/change_form.html", values(request, plan, inlines, true, true));
  }

  Response change(Request request, String key) {
    Access access = Access.of(request);
    access.require(admin, Right.VIEW, null);
    M entity = Rows.get(admin, request, key);
    access.require(admin, Right.VIEW, entity);
    boolean mayChange = access.may(admin, Right.CHANGE, entity);
    if (request.isPost()) {
      access.require(admin, Right.CHANGE, entity);
    }
    String name = Display.name(entity);
    FormPlan<M> plan = new FormPlan<>(admin, request, entity, mayChange);
    List<InlinePlan<M, ?>> inlines = InlinePlan.of(admin, request, entity, mayChange);
    if (request.isPost() && saves(request, plan, inlines, false)) {
      return saved(request, entity, false);
    }
    return AdminPage.titled(request, name)
        .under(model)
        .crumb(name, "")
        .render("admin/change_form.html", values(request, plan, inlines, false, mayChange));
  }

  private boolean saves(
      Request request, FormPlan<M> plan, List<InlinePlan<M, ?>> inlines, boolean isAdd) {
    Shortcuts.bind(plan.form(), request);
    inlines.forEach(InlinePlan::bind);
    boolean valid = plan.form().isValid();
    for (InlinePlan<M, ?> inline : inlines) {
      valid &= inline.isValid();
    }
    return valid && saving.save(request, plan, inlines, isAdd);
  }

  private Values values(
      Request request,
      FormPlan<M> plan,
      List<InlinePlan<M, ?>> inlines,
      boolean isAdd,
      boolean canSave) {
    Access access = Access.of(request);
    ModelForm<M> form = plan.form();
    M entity = form.instance();
    FormLayout<M> layout = new FormLayout<>(admin, plan, access);
    boolean deletes = !isAdd && access.may(admin, Right.DELETE, entity);
    return Values.with("modelName", Words.singular(model))
        .and("isAdd", isAdd)
        .and("form", form)
        .and("fieldsets", layout.fieldsets())
        .and("hiddenFields", layout.hidden())
        .and("inlines", inlines.stream().map(InlinePlan::layout).toList())
        .and("refused", inlines.stream().anyMatch(InlinePlan::hasErrors))
        .and("historyUrl", isAdd ? "" : Links.keeping(Links.history(entity, model), request))
        .and("viewOnSiteUrl", isAdd ? "" : siteUrl(entity))
        .and("deleteUrl", deletes ? Links.keeping(Links.delete(entity, model), request) : "")
        .and("canSave", canSave)
        .and("canAddAnother", canSave && access.may(admin, Right.ADD));
  }

  private String siteUrl(M entity) {
    try {
      Object url =
          admin.options().siteUrl == null
              ? model.property(entity, "getAbsoluteUrl")
              : admin.options().siteUrl.apply(entity);
      return url instanceof String text && new Link("", text).isSafe() ? text : "";
    } catch (NoReverseMatch e) {
      return "";
    }
  }

  private Response saved(Request request, M entity, boolean isAdd) {
    String name = Display.name(entity);
    if (isAdd && Links.isPopup(request)) {
      return AdminPage.titled(request, "Added")
          .render(
              "admin/popup_response.html",
              Values.with("object", Values.with("id", Keys.of(entity)).and("label", name).map()));
    }
    boolean more = request.post().has("_continue");
    boolean another = request.post().has("_addanother");
    boolean asksMore = isAdd && admin.options().addForm != null;
    String next = more || (asksMore && !another) ? " You may edit it further below." : "";
    Messages.success(
        request,
        "The %s “%s” was %s.%s"
            .formatted(model.verboseName(), name, isAdd ? "added" : "changed", next));
    Access access = Access.of(request);
    if (another && access.may(admin, Right.ADD)) {
      return Response.redirect(Links.keeping(Links.add(model), request));
    }
    if (!access.may(admin, Right.VIEW)) {
      return Response.redirect(Links.index());
    }
    return Response.redirect(
        next.isEmpty()
            ? Links.list(model, request)
            : Links.keeping(Links.change(entity, model), request));
  }
}
