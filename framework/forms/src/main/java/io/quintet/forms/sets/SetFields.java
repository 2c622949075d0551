package io.quintet.forms.sets;

import io.quintet.forms.Field;
import io.quintet.forms.Form;
import io.quintet.forms.fields.BooleanField;
import io.quintet.forms.fields.NumberField;
import io.quintet.forms.validators.ValidationException;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The fields that a form set adds to its forms. */
final class SetFields {
  static final String ORDER = "ORDER";
  static final String DELETE = "DELETE";

  /** By the number that was given, those without one last, else as on the page. */
  static final Comparator<Form> BY_ORDER =
      Comparator.comparing(SetFields::place, Comparator.nullsLast(Comparator.naturalOrder()));

  private SetFields() {}

  static void addOrder(Form form, @Nullable Integer place) {
    form.add(NumberField.integer(ORDER).label("Order").optional().initial(place));
  }

  static void addDelete(Form form) {
    form.add(new BooleanField(DELETE).label("Delete").optional());
  }

  private static @Nullable Integer place(Form form) {
    Field<?> field = form.field(ORDER).field();
    return field.isValid() ? (Integer) field.orNull() : null;
  }

  /** Whether the box was ticked. The other fields of the form need not be valid for that. */
  static boolean isRemoved(Form form) {
    if (!form.has(DELETE)) {
      return false;
    }
    try {
      return Boolean.TRUE.equals(form.field(DELETE).field().clean(form.field(DELETE).data()));
    } catch (ValidationException e) {
      return false;
    }
  }
}
