package io.quintet.admin;

import io.quintet.forms.BoundField;
import io.quintet.forms.models.InlineFormSet;
import io.quintet.forms.models.ModelForm;
import io.quintet.forms.sets.FormSetOptions;
import io.quintet.http.Request;
import io.quintet.orm.Entity;
import io.quintet.orm.QuerySet;
import io.quintet.views.Shortcuts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an inline for a request: its form set by the rights of the user, and how it looks.
 */
final class InlinePlan<P extends Entity, M extends Entity> {
  private final Inline<P, M> inline;
  private final Request request;
  private final P parent;
  private final Access access;
  private final ModelAdmin<M> rights;
  private final boolean mayAdd;
  private final boolean mayChange;
  private final boolean mayDelete;
  private final Map<ModelForm<M>, FormPlan<M>> plans = new HashMap<>();
  private final @Nullable RowForms set;

  /** The form set, without the rows that the user may only look at. */
  private final class RowForms extends InlineFormSet<P, M, ModelForm<M>> {
    RowForms(FormSetOptions options) {
      super(parent, inline.relation(), InlinePlan.this::form, options);
    }

    @Override
    protected QuerySet<M> rows() {
      return mayChange ? visible(super.rows()) : super.rows().none();
    }
  }

  private InlinePlan(Inline<P, M> inline, Request request, P parent, boolean mayEdit) {
    this.inline = inline;
    this.request = request;
    this.parent = parent;
    this.access = Access.of(request);
    this.rights = AdminSite.current().find(inline.model()).orElse(inline.admin());
    this.mayAdd = mayEdit && access.may(rights, Right.ADD);
    this.mayChange = mayEdit && access.may(rights, Right.CHANGE);
    this.mayDelete = mayChange && inline.deletes() && access.may(rights, Right.DELETE);
    this.set = mayAdd || mayChange ? new RowForms(options()) : null;
  }

  /** The inlines of a page that the user may see. */
  static <P extends Entity> List<InlinePlan<P, ?>> of(
      ModelAdmin<P> admin, Request request, P parent, boolean mayEdit) {
    List<InlinePlan<P, ?>> plans = new ArrayList<>();
    for (Inline<P, ?> inline : admin.options().inlines) {
      InlinePlan<P, ?> plan = new InlinePlan<>(inline, request, parent, mayEdit);
      if (plan.set != null || (plan.sees() && parent.isSaved())) {
        plans.add(plan);
      }
    }
    return plans;
  }

  private boolean sees() {
    return access.may(rights, Right.VIEW);
  }

  private FormSetOptions options() {
    FormSetOptions limits = inline.options();
    if (mayDelete) {
      limits = limits.canDelete();
    }
    return mayAdd ? limits : limits.editOnly();
  }

  private QuerySet<M> visible(QuerySet<M> rows) {
    var narrow = rights.options().rows;
    return narrow == null ? rows : narrow.apply(request, rows);
  }

  private ModelForm<M> form(M row) {
    ModelAdmin<M> without = inline.admin().exclude(inline.relationName());
    FormPlan<M> plan = new FormPlan<>(without, request, row, true);
    plans.put(plan.form(), plan);
    return plan.form();
  }

  void bind() {
    if (set != null) {
      Shortcuts.bind(set, request);
    }
  }

  boolean isValid() {
    return set == null || set.isValid();
  }

  /** Writes the rows and tells the log what happened. */
  void save(List<Map<String, Object>> log) {
    if (set == null) {
      return;
    }
    Map<M, List<String>> labels = new HashMap<>();
    for (ModelForm<M> form : set.filled()) {
      if (form.instance().isSaved()) {
        labels.put(form.instance(), changed(form));
      }
    }
    set.save();
    String name = inline.model().verboseName();
    set.added().forEach(row -> log.add(ChangeMessage.part("added", name, row, List.of())));
    set.changedRows()
        .forEach(row ->
            log.add(ChangeMessage.part("changed", name, row, labels.getOrDefault(row, List.of()))));
    set.deleted().forEach(row -> log.add(ChangeMessage.part("deleted", name, row, List.of())));
  }

  private List<String> changed(ModelForm<M> form) {
    return form.changed().stream().map(field -> form.field(field).label()).toList();
  }

  /** Whether something in it was refused. */
  boolean hasErrors() {
    return set != null && set.isBound() && !set.isValid();
  }

  /** The inline as the template draws it. */
  Map<String, @Nullable Object> layout() {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    if (set != null) {
      int stored = set.initialCount();
      for (ModelForm<M> form : set.forms()) {
        rows.add(row(form, stored-- > 0));
      }
    }
    boolean adds = set != null && mayAdd && set.totalCount() < inline.options().max();
    ModelForm<M> empty = set == null ? null : set.emptyForm();
    return Values.with("title", inline.title())
        .and("one", inline.model().verboseName())
        .and("isTable", inline.isTable())
        .and("prefix", set == null ? "" : set.prefix())
        .and("management", set == null ? "" : set.managementForm())
        .and("errors", set != null && set.isBound() ? set.nonFormErrors() : List.of())
        .and("rows", rows)
        .and("looked", mayChange || !parent.isSaved() || !sees() ? List.of() : looked())
        .and("headings", empty == null ? headings() : headings(empty))
        .and("deletes", mayDelete)
        .and("max", inline.options().max())
        .and("empty", adds && empty != null ? row(empty, false) : null)
        .map();
  }

  private Map<String, @Nullable Object> row(ModelForm<M> form, boolean stored) {
    FormLayout<M> layout = new FormLayout<>(inline.admin(), planOf(form), access);
    BoundField delete = form.has("DELETE") ? form.field("DELETE") : null;
    M row = form.instance();
    boolean opens = stored && row.isSaved() && access.may(rights, Right.CHANGE, row);
    boolean registered = AdminSite.current().find(inline.model()).isPresent();
    return Values.with("name", stored && row.isSaved() ? Display.name(row) : "")
        .and("url", opens && registered ? Links.change(row, inline.model()) : "")
        .and("errors", form.isBound() ? form.nonFieldErrors() : List.of())
        .and("items", layout.items())
        .and("hidden", layout.hidden())
        .and("delete", delete)
        .and("prefix", form.prefix())
        .map();
  }

  private List<Map<String, @Nullable Object>> headings(ModelForm<M> form) {
    List<Map<String, @Nullable Object>> headings = new ArrayList<>();
    for (Map<String, @Nullable Object> item :
        new FormLayout<>(inline.admin(), planOf(form), access).items()) {
      if (item.get("field") instanceof BoundField field) {
        headings.add(
            Values.with("label", field.label()).and("required", field.field().isRequired()).map());
      } else {
        headings.add(Values.with("label", item.get("label")).and("required", true).map());
      }
    }
    return headings;
  }

  private FormPlan<M> planOf(ModelForm<M> form) {
    FormPlan<M> plan = plans.get(form);
    if (plan == null) {
      throw new IllegalStateException("A form of " + inline.model() + " was not planned");
    }
    return plan;
  }

  /** Without a form the labels of the model's fields. */
  private List<Map<String, @Nullable Object>> headings() {
    return shownNames().stream()
        .map(name ->
            Values.with("label", FieldPath.of(inline.model(), name).label())
                .and("required", true)
                .map())
        .toList();
  }

  private List<String> shownNames() {
    Options<M> declared = inline.admin().options();
    List<String> names =
        declared.fieldsets.isEmpty()
            ? FormPlan.usual(inline.admin())
            : declared.fieldsets.stream().flatMap(fields -> fields.names().stream()).toList();
    return names.stream()
        .filter(name -> !name.equals(inline.relationName()))
        .filter(name -> !declared.excluded.contains(name))
        .toList();
  }

  /** Rows that the user may only look at, as text. */
  private List<List<String>> looked() {
    List<List<String>> lines = new ArrayList<>();
    QuerySet<M> rows =
        visible(inline.model().manager().all().filter(inline.relationName(), parent));
    for (M row : rows.list()) {
      List<String> line = new ArrayList<>();
      for (String name : shownNames()) {
        FieldPath path = FieldPath.of(inline.model(), name);
        line.add(Display.text(path.value(row), path.field()));
      }
      lines.add(line);
    }
    return lines;
  }
}
