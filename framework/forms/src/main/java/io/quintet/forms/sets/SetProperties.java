package io.quintet.forms.sets;

import io.quintet.templates.TemplateObject;
import org.jspecify.annotations.Nullable;

/** What templates know of a form set. */
final class SetProperties {
  private SetProperties() {}

  static @Nullable Object of(FormSet<?> set, FormSetOptions options, String name) {
    return switch (name) {
      case "management_form", "managementForm" -> set.managementForm();
      case "forms" -> set.forms();
      case "initial_forms", "initialForms" -> set.initialForms();
      case "extra_forms", "extraForms" -> set.extraForms();
      case "deleted_forms", "deletedForms" -> set.deletedForms();
      case "ordered_forms", "filled" -> set.filled();
      case "empty_form", "emptyForm" -> set.emptyForm();
      case "errors" -> set.errors();
      case "non_form_errors", "nonFormErrors" -> set.nonFormErrors();
      case "total_error_count", "errorCount" -> set.errorCount();
      case "total_form_count", "totalCount" -> set.totalCount();
      case "initial_form_count", "initialCount" -> set.initialCount();
      case "is_bound", "isBound" -> set.isBound();
      case "is_valid", "isValid" -> set.isValid();
      case "is_multipart", "isMultipart" -> set.isMultipart();
      case "has_changed", "hasChanged" -> set.hasChanged();
      case "prefix" -> set.prefix();
      case "can_order", "canOrder" -> options.orders();
      case "can_delete", "canDelete" -> options.deletes();
      case "min_num" -> options.min();
      case "max_num" -> options.max();
      case "absolute_max" -> options.absoluteMax();
      case "as_div" -> set.asDiv();
      case "as_p" -> set.asP();
      case "as_table" -> set.asTable();
      case "as_ul" -> set.asUl();
      default -> TemplateObject.ABSENT;
    };
  }
}
