package io.quintet.conformance;

import io.quintet.forms.widgets.ChoiceWidget;
import io.quintet.forms.widgets.MultiWidget;
import io.quintet.forms.widgets.SelectDate;
import io.quintet.forms.widgets.Widget;
import io.quintet.forms.widgets.Widgets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
          "years",
          "months",
          "empty_label",
          "widgets",
          "is_localized");

  private FormWidgets() {}

  static Widget of(FormSpec spec) {
    spec.allow(KNOWN);
    Widget widget = made(spec);
    if (spec.is("is_required")) {
      widget.required(true);
    }
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
    if (spec.has("input_type")) {
      return Widgets.temporal(spec.text("input_type", ""), spec.text("format", ""));
    }
    if (spec.type().equals("Input")) {
      throw new Expected.Unsupported("cannot apply to Java: an input without a type");
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
      case "DateInput" ->
          spec.has("format") ? Widgets.temporalText(spec.text("format", "")) : Widgets.localDate();
      case "TimeInput" ->
          spec.has("format") ? Widgets.temporalText(spec.text("format", "")) : Widgets.localTime();
      case "DateTimeInput" ->
          spec.has("format")
              ? Widgets.temporalText(spec.text("format", ""))
              : Widgets.localDateTime();
      case "SplitDateTimeWidget" ->
          parted(
              Widgets.splitDateTime(
                  Widgets.temporalText(spec.text("date_format", "%Y-%m-%d")),
                  Widgets.temporalText(spec.text("time_format", "%H:%M:%S"))),
              spec);
      case "SplitHiddenDateTimeWidget" -> parted(Widgets.splitDateTimeHidden(), spec);
      case "SelectDateWidget" -> selectDate(spec);
      case "MultiWidget" -> several(spec);
      default -> throw new Expected.Unsupported("not built yet: widget " + spec.type());
    };
  }

  /** Widgets side by side, whose values are given as a list. */
  private static Widget several(FormSpec spec) {
    List<Widget> parts = new ArrayList<>();
    if (spec.raw("widgets") instanceof List<?> declared) {
      declared.forEach(each -> parts.add(of(FormSpec.of(each))));
    }
    return new MultiWidget(parts.toArray(Widget[]::new)) {
      @Override
      protected List<@Nullable Object> split(@Nullable Object value) {
        return Collections.singletonList(value);
      }
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
    SelectDate widget = Widgets.selectDate(first, last);
    List<?> empty = spec.list("empty_label");
    if (empty.size() == 3) {
      widget.emptyLabels(empty.get(0).toString(), empty.get(1).toString(), empty.get(2).toString());
    } else if (spec.raw("empty_label") instanceof String one) {
      widget.emptyLabels(one, one, one);
    }
    return spec.value("months") instanceof java.util.Map<?, ?> months
        ? widget.months(months.values().stream().map(String::valueOf).toList())
        : widget;
  }
}
