package io.quintet.forms;

import io.quintet.forms.widgets.ChoiceWidget;
import io.quintet.forms.widgets.Input;
import io.quintet.forms.widgets.Widget;

/** What templates call a kind of widget, to style it. */
final class WidgetNames {
  private WidgetNames() {}

  static String of(Widget widget) {
    return switch (widget) {
      case Input input -> input.type();
      case ChoiceWidget choice when choice.fieldset() ->
          choice.multiple() ? "checkboxes" : "radios";
      case ChoiceWidget choice -> choice.multiple() ? "selectmultiple" : "select";
      default -> widget.fieldset() ? "group" : "textarea";
    };
  }
}
