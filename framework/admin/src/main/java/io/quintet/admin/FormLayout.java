package io.quintet.admin;

import io.quintet.forms.BoundField;
import io.quintet.forms.fields.FileUploadField;
import io.quintet.forms.models.ModelForm;
import io.quintet.forms.widgets.ChoiceWidget;
import io.quintet.orm.Entity;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import io.quintet.orm.meta.RelationMeta;
import io.quintet.storage.StoredFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A planned form as the template draws it: fieldsets of lines of items. */
final class FormLayout<M extends Entity> {
  private final ModelAdmin<M> admin;
  private final FormPlan<M> plan;
  private final ModelForm<M> form;
  private final Access access;
  private final M entity;
  private final Set<String> placed = new HashSet<>();

  FormLayout(ModelAdmin<M> admin, FormPlan<M> plan, Access access) {
    this.admin = admin;
    this.plan = plan;
    this.form = plan.form();
    this.access = access;
    this.entity = form.instance();
  }

  List<Map<String, @Nullable Object>> fieldsets() {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    boolean asksLess = !entity.isSaved() && admin.options().addForm != null;
    if (!asksLess) {
      for (Fieldset fieldset : plan.fieldsets()) {
        add(all, fieldset.name(), fieldset.description(), fieldset.isCollapsed(), lines(fieldset));
      }
    }
    add(all, "", "", false, rest());
    return all;
  }

  private static void add(
      List<Map<String, @Nullable Object>> all,
      String name,
      String description,
      boolean collapsed,
      List<List<Map<String, @Nullable Object>>> lines) {
    if (!lines.isEmpty()) {
      all.add(
          Values.with("name", name)
              .and("description", description)
              .and("isCollapsed", collapsed)
              .and("lines", lines)
              .map());
    }
  }

  private List<List<Map<String, @Nullable Object>>> lines(Fieldset fieldset) {
    List<List<Map<String, @Nullable Object>>> lines = new ArrayList<>();
    for (List<String> names : fieldset.lines()) {
      List<Map<String, @Nullable Object>> items = new ArrayList<>();
      for (String name : names) {
        if (form.has(name)) {
          placed.add(name);
          items.add(item(form.field(name)));
        } else if (plan.isReadOnly(name)) {
          items.add(readOnly(name));
        }
      }
      if (!items.isEmpty()) {
        lines.add(items);
      }
    }
    return lines;
  }

  /** All items one after the other, for a row of an inline; the box that removes it is apart. */
  List<Map<String, @Nullable Object>> items() {
    placed.add("DELETE");
    List<Map<String, @Nullable Object>> items = new ArrayList<>();
    plan.fieldsets().forEach(fieldset -> lines(fieldset).forEach(items::addAll));
    rest().forEach(items::addAll);
    return items;
  }

  /** Fields that a form of the application's own has beyond those that were declared. */
  private List<List<Map<String, @Nullable Object>>> rest() {
    List<List<Map<String, @Nullable Object>>> lines = new ArrayList<>();
    for (BoundField field : form) {
      if (!field.hidden() && placed.add(field.name())) {
        lines.add(List.of(item(field)));
      }
    }
    return lines;
  }

  List<BoundField> hidden() {
    List<BoundField> hidden = new ArrayList<>();
    for (BoundField field : form) {
      if (field.hidden()) {
        hidden.add(field);
      }
    }
    return hidden;
  }

  private Map<String, @Nullable Object> item(BoundField field) {
    return Values.with("field", field)
        .and("readOnly", false)
        .and("prepopulatedFrom", prepopulatedFrom(field))
        .and("file", field.field() instanceof FileUploadField file ? file(field, file) : null)
        .and("related", related(field))
        .map();
  }

  private List<String> prepopulatedFrom(BoundField field) {
    if (entity.isSaved()) {
      return List.of();
    }
    return admin.options().prepopulated.getOrDefault(field.name(), List.of()).stream()
        .filter(form::has)
        .map(name -> form.field(name).id())
        .toList();
  }

  private Map<String, @Nullable Object> file(BoundField bound, FileUploadField field) {
    StoredFile stored = bound.initial() instanceof StoredFile known ? known : null;
    FieldMeta column = admin.model().findField(bound.name()).orElse(null);
    return Values.with("url", stored == null ? "" : stored.url())
        .and("name", stored == null ? "" : stored.fileName())
        .and("isImage", column != null && column.type() instanceof FieldType.ImageName)
        .and("clearName", field.isRequired() ? "" : bound.htmlName() + "-clear")
        .map();
  }

  private @Nullable Map<String, @Nullable Object> related(BoundField field) {
    RelationMeta relation = admin.model().findRelation(field.name()).orElse(null);
    if (relation == null || !(field.field().widget() instanceof ChoiceWidget)) {
      return null;
    }
    return related(relation.target(), relation.isManyToMany());
  }

  private <T extends Entity> @Nullable Map<String, @Nullable Object> related(
      ModelMeta<T> target, boolean many) {
    ModelAdmin<T> other = AdminSite.current().find(target).orElse(null);
    if (other == null) {
      return null;
    }
    String add = access.may(other, Right.ADD) ? Links.add(target) : "";
    String change = !many && access.may(other, Right.VIEW) ? Links.changeOfAny(target) : "";
    return add.isEmpty() && change.isEmpty()
        ? null
        : Values.with("addUrl", add).and("changeUrl", change).map();
  }

  private Map<String, @Nullable Object> readOnly(String name) {
    Object value = plan.value(entity, name);
    return Values.with("readOnly", true)
        .and("label", plan.label(name))
        .and("value", Display.text(value, plan.field(name)))
        .and("viewUrl", viewUrl(value))
        .map();
  }

  private String viewUrl(@Nullable Object value) {
    return switch (value) {
      case Link link when link.isSafe() -> link.url();
      case StoredFile file -> file.url();
      case Entity row -> opens(row);
      case null, default -> "";
    };
  }

  private <T extends Entity> String opens(T row) {
    ModelMeta<T> model = Models.of(row);
    return AdminSite.current()
        .find(model)
        .filter(other -> access.may(other, Right.VIEW, row))
        .map(other -> Links.change(row, model))
        .orElse("");
  }
}
