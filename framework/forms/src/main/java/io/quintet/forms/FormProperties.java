package io.quintet.forms;

import io.quintet.templates.TemplateObject;
import org.jspecify.annotations.Nullable;

/** What templates know of a form beside its fields. */
final class FormProperties {
  private FormProperties() {}

  static @Nullable Object of(Form form, String name) {
    return switch (name) {
      case "errors" -> form.errors();
      case "non_field_errors", "nonFieldErrors" -> form.nonFieldErrors();
      case "as_div" -> form.asDiv();
      case "as_p" -> form.asP();
      case "as_table" -> form.asTable();
      case "as_ul" -> form.asUl();
      case "is_bound", "isBound" -> form.isBound();
      case "is_valid", "isValid" -> form.isValid();
      case "is_multipart", "isMultipart" -> form.isMultipart();
      case "has_changed", "hasChanged" -> form.hasChanged();
      case "changed_data", "changed" -> form.changed();
      case "hidden_fields" -> form.fields().stream().filter(BoundField::hidden).toList();
      case "visible_fields" -> form.fields().stream().filter(f -> !f.hidden()).toList();
      case "prefix" -> form.prefix();
      default -> TemplateObject.ABSENT;
    };
  }
}
