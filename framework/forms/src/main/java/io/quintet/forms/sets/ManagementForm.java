package io.quintet.forms.sets;

import io.quintet.core.text.HtmlValue;
import io.quintet.core.text.SafeString;
import io.quintet.forms.BoundField;
import io.quintet.forms.Field;
import io.quintet.forms.Form;
import io.quintet.forms.fields.NumberField;
import io.quintet.forms.widgets.Widgets;
import java.util.List;
import java.util.Map;

/** The hidden numbers with which a browser tells how many forms it sends. */
final class ManagementForm extends Form implements HtmlValue {
  static final String TOTAL = "TOTAL_FORMS";
  static final String INITIAL = "INITIAL_FORMS";

  final Field<Integer> total = number(TOTAL);
  final Field<Integer> initial = number(INITIAL);

  ManagementForm() {
    number("MIN_NUM_FORMS").optional();
    number("MAX_NUM_FORMS").optional();
  }

  private NumberField<Integer> number(String name) {
    return integer(name).min(0).widget(Widgets.hidden());
  }

  static ManagementForm shown(String prefix, int total, int initial, FormSetOptions options) {
    ManagementForm form = new ManagementForm();
    form.prefix(prefix);
    form.initial(
        Map.of(
            TOTAL,
            total,
            INITIAL,
            initial,
            "MIN_NUM_FORMS",
            options.min(),
            "MAX_NUM_FORMS",
            options.max()));
    return form;
  }

  /** The names of inputs that were missing or no numbers. */
  List<String> missing() {
    return List.of(total, initial).stream()
        .filter(field -> !field.isValid())
        .map(field -> field.bound().htmlName())
        .toList();
  }

  /** The inputs alone: there is nothing in them that a person could mend. */
  @Override
  public String html() {
    StringBuilder out = new StringBuilder(256);
    for (BoundField field : this) {
      out.append(field.html());
    }
    return out.toString();
  }

  SafeString inputs() {
    return SafeString.of(html());
  }
}
