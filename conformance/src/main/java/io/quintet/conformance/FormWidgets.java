package io.quintet.conformance;

import io.quintet.forms.widgets.ChoiceWidget;
import io.quintet.forms.widgets.MultiWidget;
import io.quintet.forms.widgets.Widget;
import io.quintet.forms.widgets.Widgets;
import java.util.List;
import java.util.Set;

/** Recorded widgets as ours. */
final class FormWidgets {
  private static final Set<String> KNOWN =
      Set.of(
          "type",
          "attrs",
          "choices",
          "format",
          "render_value",
          "input_type",
          "is_required",
          "date_attrs",
          "time_attrs",
          "date_format",
          "time_format",
          "years");

  private FormWidgets() {}

  static Widget of(FormSpec spec) {
    spec.allow(KNOWN);
    Widget widget = made(spec);
    spec.map("attrs").forEach(widget::attr);
    if (widget instanceof ChoiceWidget choice && spec.has("choices")) {
      choice.options(() -> FormChoices.of(spec).options());
    }
    return widget;
  }

  private static Widget made(FormSpec spec) {
    if (spec.has("input_type") && !spec.has("format")) {
      return Widgets.input(spec.text("input_type", ""));
    }
    if (spec.has("input_type") || spec.type().equals("Input")) {
      throw new Expected.Unsupported("not built yet: a widget class whose type was changed");
    }
    return switch (spec.type()) {
      case "TextInput" -> Widgets.text();
      case "NumberInput" -> Widgets.number();
      case "EmailInput" -> Widgets.email();
      case "URLInput" -> Widgets.url();
      case "SearchInput" -> Widgets.input("search");
      case "ColorInput" -> Widgets.input("color");
      case "TelInput" -> Widgets.input("tel");
      case "HiddenInput" -> Widgets.hidden();
      case "PasswordInput" ->
          spec.is("render_value") ? Widgets.passwordShownAgain() : Widgets.password();
      case "Textarea" -> Widgets.textarea();
      case "CheckboxInput" -> Widgets.checkbox();
      case "NullBooleanSelect" -> Widgets.yesNo();
      case "Select" -> Widgets.select();
      case "SelectMultiple" -> Widgets.selectMultiple();
      case "RadioSelect" -> Widgets.radios();
      case "CheckboxSelectMultiple" -> Widgets.checkboxes();
      case "MultipleHiddenInput" -> Widgets.multipleHidden();
      case "FileInput" -> Widgets.file();
      case "ClearableFileInput" -> Widgets.clearableFile();
      case "DateInput" -> Widgets.temporalText(spec.text("format", "%Y-%m-%d"));
      case "TimeInput" -> Widgets.temporalText(spec.text("format", "%H:%M:%S"));
      case "DateTimeInput" -> Widgets.temporalText(spec.text("format", "%Y-%m-%d %H:%M:%S"));
      case "SplitDateTimeWidget" ->
          parted(
              Widgets.splitDateTime(
                  Widgets.temporalText(spec.text("date_format", "%Y-%m-%d")),
                  Widgets.temporalText(spec.text("time_format", "%H:%M:%S"))),
              spec);
      case "SplitHiddenDateTimeWidget" -> parted(Widgets.splitDateTimeHidden(), spec);
      case "SelectDateWidget" -> selectDate(spec);
      default -> throw new Expected.Unsupported("not built yet: widget " + spec.type());
    };
  }

  private static Widget parted(MultiWidget widget, FormSpec spec) {
    spec.map("date_attrs").forEach(widget.widgets().get(0)::attr);
    spec.map("time_attrs").forEach(widget.widgets().get(1)::attr);
    return widget;
  }

  private static Widget selectDate(FormSpec spec) {
    List<?> years = spec.has("years") ? spec.list("years") : List.of(2026, 2035);
    int first = Integer.parseInt(String.valueOf(years.getFirst()));
    int last = Integer.parseInt(String.valueOf(years.getLast()));
    if (spec.has("years") && last - first + 1 != years.size()) {
      throw new Expected.Unsupported("not built yet: years with gaps");
    }
    return Widgets.selectDate(first, last);
  }
}
