package io.quintet.admin;

import io.quintet.forms.BaseField;
import io.quintet.forms.BoundField;
import io.quintet.forms.fields.ChoiceField;
import io.quintet.forms.fields.FileUploadField;
import io.quintet.forms.models.ModelForm;
import io.quintet.forms.widgets.Widgets;
import io.quintet.http.Request;
import io.quintet.orm.Entity;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.RelationMeta;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which fields a form has for a request and a row, which of them can be changed, and the form. */
final class FormPlan<M extends Entity> {
  private final ModelAdmin<M> admin;
  private final Options<M> options;
  private final List<Fieldset> fieldsets;
  private final Set<String> readOnly = new LinkedHashSet<>();
  private final ModelForm<M> form;

  /**
   * Plans a form.
   *
   * @param mayEdit false for a page to look at, on which every field is read-only
   */
  FormPlan(ModelAdmin<M> admin, Request request, M entity, boolean mayEdit) {
    this.admin = admin;
    this.options = admin.options();
    this.fieldsets = declared();
    List<String> names = fieldsets.stream().flatMap(set -> set.names().stream()).toList();
    for (String name : names) {
      if (!mayEdit || options.readOnly.contains(name) || !isEditable(admin, name)) {
        readOnly.add(name);
      }
    }
    if (options.readOnlyFor != null) {
      readOnly.addAll(options.readOnlyFor.apply(request, entity));
    }
    String[] editable =
        names.stream().filter(name -> !readOnly.contains(name)).distinct().toArray(String[]::new);
    this.form = mayEdit ? make(request, entity, editable) : ModelForm.of(entity);
  }

  private ModelForm<M> make(Request request, M entity, String... editable) {
    FormFactory<M> own =
        !entity.isSaved() && options.addForm != null ? options.addForm : options.form;
    ModelForm<M> made =
        own == null ? ModelForm.of(entity, editable) : own.create(request, entity, editable);
    for (String name : editable) {
      if (own == null) {
        change(made.model(name));
      }
    }
    for (BoundField bound : made) {
      if (bound.field() instanceof FileUploadField file) {
        file.widget(new FileWidget());
      }
    }
    return made;
  }

  private void change(BaseField<?, ?> field) {
    if (options.rawId.contains(field.name()) && field instanceof ChoiceField<?> choice) {
      choice.widget(Widgets.text());
    }
    var change = options.fieldChanges.get(field.name());
    if (change != null) {
      change.accept(field);
    }
  }

  private List<Fieldset> declared() {
    List<Fieldset> groups =
        options.fieldsets.isEmpty()
            ? List.of(Fieldset.named("").fields(usual(admin).toArray(String[]::new)))
            : options.fieldsets;
    if (options.excluded.isEmpty()) {
      return groups;
    }
    List<Fieldset> kept = new ArrayList<>();
    for (Fieldset group : groups) {
      kept.add(group.without(options.excluded));
    }
    return kept;
  }

  /** All editable fields, then what is read-only by declaration. */
  static List<String> usual(ModelAdmin<?> admin) {
    Set<String> names = new LinkedHashSet<>();
    ModelMeta<?> model = admin.model();
    model.fields().stream()
        .map(FieldMeta::name)
        .filter(name -> isEditable(admin, name))
        .forEach(names::add);
    model.manyToMany().stream()
        .map(RelationMeta::name)
        .filter(name -> isEditable(admin, name))
        .forEach(names::add);
    names.addAll(admin.options().readOnly);
    return List.copyOf(names);
  }

  /** Whether a form can have the field at all. */
  static boolean isEditable(ModelAdmin<?> admin, String name) {
    ModelMeta<?> model = admin.model();
    if (admin.options().computed.containsKey(name)) {
      return false;
    }
    RelationMeta relation = model.findRelation(name).orElse(null);
    if (relation != null && relation.isManyToMany()) {
      return relation.through().isEmpty();
    }
    FieldMeta field = model.findField(name).orElse(null);
    return field != null
        && field.name().equals(name)
        && field.editable()
        && !field.version()
        && !field.primaryKey()
        && !(field.type() instanceof FieldType.Bytes);
  }

  ModelForm<M> form() {
    return form;
  }

  List<Fieldset> fieldsets() {
    return fieldsets;
  }

  boolean isReadOnly(String name) {
    return readOnly.contains(name);
  }

  /** A read-only value: of a computed column or a path. */
  @Nullable Object value(M entity, String name) {
    Options.Computed<M> computed = options.computed.get(name);
    if (computed != null) {
      return entity.isSaved() ? computed.value().apply(entity) : null;
    }
    return FieldPath.of(admin.model(), name).value(entity);
  }

  /** The label of a read-only value. */
  String label(String name) {
    Options.Computed<M> computed = options.computed.get(name);
    return computed == null ? FieldPath.of(admin.model(), name).label() : computed.label();
  }

  /** The column of a read-only value, if it is one. */
  @Nullable FieldMeta field(String name) {
    return options.computed.containsKey(name) ? null : FieldPath.of(admin.model(), name).field();
  }

  /** The labels of the fields that were changed, in the order of the form. */
  List<String> changed() {
    return form.changed().stream()
        .map(name -> form.field(name).label())
        .map(Objects::toString)
        .toList();
  }
}
