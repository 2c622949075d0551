package io.quintet.forms.conformance;

import static io.quintet.forms.conformance.Recorded.list;
import static io.quintet.forms.conformance.Recorded.map;
import static io.quintet.forms.conformance.Recorded.value;

import io.quintet.core.text.SafeString;
import io.quintet.forms.BaseField;
import io.quintet.forms.Field;
import io.quintet.forms.Form;
import io.quintet.forms.fields.BooleanField;
import io.quintet.forms.fields.ChoiceField;
import io.quintet.forms.fields.Choices;
import io.quintet.forms.fields.DateField;
import io.quintet.forms.fields.DateTimeField;
import io.quintet.forms.fields.DecimalField;
import io.quintet.forms.fields.DurationField;
import io.quintet.forms.fields.FileUploadField;
import io.quintet.forms.fields.InstantField;
import io.quintet.forms.fields.IpAddressField;
import io.quintet.forms.fields.JsonField;
import io.quintet.forms.fields.MultipleChoiceField;
import io.quintet.forms.fields.NullBooleanField;
import io.quintet.forms.fields.NumberField;
import io.quintet.forms.fields.SlugField;
import io.quintet.forms.fields.SplitDateTimeField;
import io.quintet.forms.fields.TextField;
import io.quintet.forms.fields.TimeField;
import io.quintet.forms.fields.UrlField;
import io.quintet.forms.fields.UuidField;
import io.quintet.forms.widgets.ChoiceWidget;
import io.quintet.forms.widgets.Input;
import io.quintet.forms.widgets.Option;
import io.quintet.forms.widgets.Widget;
import io.quintet.forms.widgets.Widgets;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Recorded declarations of fields, widgets and forms as ours. */
@SuppressWarnings({"unchecked", "rawtypes"})
final class Declared {
  private static final Set<String> COMMON =
      Set.of(
          "type",
          "required",
          "disabled",
          "label",
          "help_text",
          "initial",
          "error_messages",
          "widget",
          "label_suffix",
          "show_hidden_initial");

  private Declared() {}

  static final class RecordedForm extends Form {
    RecordedForm(List<Field<?>> fields) {
      fields.forEach(this::add);
    }
  }

  static RuntimeException unsupported(String what) {
    return new UnsupportedOperationException(what);
  }

  static String python(String text) {
    return text.replaceAll("%\\((\\w+)\\)[sd]", "{$1}");
  }

  /** How Python writes a value that only a Python program could pass. */
  static String pythonText(Object value) {
    return switch (value) {
      case null -> "";
      case Boolean truth -> truth ? "True" : "False";
      case List<?> list ->
          list.stream()
              .map(one -> one instanceof String ? "'" + one + "'" : pythonText(one))
              .collect(java.util.stream.Collectors.joining(", ", "[", "]"));
      default -> value.toString();
    };
  }

  static Field<?> field(String name, Map<String, Object> spec, Map<String, Object> settings) {
    BaseField<?, ?> field = typed(name, spec, settings);
    if (Boolean.FALSE.equals(spec.get("required"))) {
      field.required(false);
    }
    if (Boolean.TRUE.equals(spec.get("disabled"))) {
      field.disabled();
    }
    if (spec.get("label") != null) {
      field.label((String) spec.get("label"));
    }
    if (spec.get("help_text") != null) {
      field.help(SafeString.of((String) spec.get("help_text")));
    }
    if (spec.get("label_suffix") != null) {
      field.labelSuffix((String) spec.get("label_suffix"));
    }
    if (spec.containsKey("initial")) {
      field.initial(value(spec.get("initial")));
    }
    if (Boolean.TRUE.equals(spec.get("show_hidden_initial"))) {
      field.showHiddenInitial();
    }
    map(spec.get("error_messages"))
        .forEach((code, text) -> field.message(code, python((String) text)));
    if (spec.get("widget") != null) {
      field.widget(widget(spec.get("widget")));
    }
    return field;
  }

  private static void only(Map<String, Object> spec, String... known) {
    for (String key : spec.keySet()) {
      if (!COMMON.contains(key) && !List.of(known).contains(key)) {
        throw unsupported("option " + spec.get("type") + "." + key);
      }
    }
  }

  private static int integer(Object value) {
    return ((Number) value).intValue();
  }

  private static String[] strings(Object value) {
    return list(value(value)).toArray(String[]::new);
  }

  private static BaseField<?, ?> typed(
      String name, Map<String, Object> spec, Map<String, Object> settings) {
    switch ((String) spec.get("type")) {
      case "CharField", "EmailField", "RegexField" -> {
        only(spec, "max_length", "min_length", "strip", "empty_value", "regex", "validators");
        TextField field =
            switch ((String) spec.get("type")) {
              case "EmailField" -> TextField.email(name);
              case "RegexField" ->
                  TextField.matching(
                      name,
                      Pattern.compile(
                          "(?s:.*?)(?:"
                              + ((String) spec.get("regex")).replace("\\Z", "\\z")
                              + ")(?s:.*)",
                          Pattern.UNICODE_CHARACTER_CLASS));
              default -> new TextField(name);
            };
        if (spec.get("max_length") != null) {
          field.maxLength(integer(spec.get("max_length")));
        }
        if (spec.get("min_length") != null) {
          field.minLength(integer(spec.get("min_length")));
        }
        for (Object rule : list(spec.get("validators"))) {
          field.check(Validated.rule(map(rule)));
        }
        if (spec.get("strip") != null) {
          field.strip((Boolean) spec.get("strip"));
        }
        return field;
      }
      case "SlugField" -> {
        only(spec, "allow_unicode", "empty_value");
        SlugField field = new SlugField(name);
        return Boolean.TRUE.equals(spec.get("allow_unicode")) ? field.unicode() : field;
      }
      case "URLField" -> {
        only(spec, "assume_scheme", "max_length", "min_length", "empty_value");
        UrlField field = new UrlField(name);
        boolean https = Boolean.TRUE.equals(settings.get("FORMS_URLFIELD_ASSUME_HTTPS"));
        field.assumeScheme((String) spec.getOrDefault("assume_scheme", https ? "https" : "http"));
        if (spec.get("max_length") != null) {
          field.maxLength(integer(spec.get("max_length")));
        }
        if (spec.get("min_length") != null) {
          field.minLength(integer(spec.get("min_length")));
        }
        return field;
      }
      case "IntegerField" -> {
        only(spec, "min_value", "max_value", "step_size");
        NumberField<Long> field = NumberField.longInteger(name);
        if (spec.get("min_value") != null) {
          field.min(((Number) value(spec.get("min_value"))).longValue());
        }
        if (spec.get("max_value") != null) {
          field.max(((Number) value(spec.get("max_value"))).longValue());
        }
        if (spec.get("step_size") != null) {
          field.step(((Number) value(spec.get("step_size"))).longValue());
        }
        return field;
      }
      case "FloatField" -> {
        only(spec, "min_value", "max_value", "step_size");
        NumberField<Double> field = NumberField.floating(name);
        if (spec.get("min_value") != null) {
          field.min(((Number) value(spec.get("min_value"))).doubleValue());
        }
        if (spec.get("max_value") != null) {
          field.max(((Number) value(spec.get("max_value"))).doubleValue());
        }
        if (spec.get("step_size") != null) {
          field.step(((Number) value(spec.get("step_size"))).doubleValue());
        }
        return field;
      }
      case "DecimalField" -> {
        only(spec, "min_value", "max_value", "step_size", "max_digits", "decimal_places");
        DecimalField field = new DecimalField(name);
        if (spec.get("max_digits") != null) {
          field.maxDigits(integer(spec.get("max_digits")));
        }
        if (spec.get("decimal_places") != null) {
          field.decimalPlaces(integer(spec.get("decimal_places")));
        }
        if (spec.get("min_value") != null) {
          field.min(new BigDecimal(value(spec.get("min_value")).toString()));
        }
        if (spec.get("max_value") != null) {
          field.max(new BigDecimal(value(spec.get("max_value")).toString()));
        }
        if (spec.get("step_size") != null) {
          field.step(new BigDecimal(value(spec.get("step_size")).toString()));
        }
        return field;
      }
      case "BooleanField" -> {
        only(spec);
        return new BooleanField(name);
      }
      case "NullBooleanField" -> {
        only(spec);
        return new NullBooleanField(name);
      }
      case "DateField" -> {
        only(spec, "input_formats");
        DateField field = new DateField(name).widget(Widgets.temporalText("%Y-%m-%d"));
        return spec.get("input_formats") == null
            ? field
            : field.formats(strings(spec.get("input_formats")));
      }
      case "TimeField" -> {
        only(spec, "input_formats");
        TimeField field = new TimeField(name).widget(Widgets.temporalText("%H:%M:%S"));
        return spec.get("input_formats") == null
            ? field
            : field.formats(strings(spec.get("input_formats")));
      }
      case "DateTimeField" -> {
        only(spec, "input_formats");
        Widget widget = Widgets.temporalText("%Y-%m-%d %H:%M:%S");
        if (Boolean.TRUE.equals(settings.get("USE_TZ"))) {
          return new InstantField(name).widget(widget);
        }
        DateTimeField field = new DateTimeField(name).widget(widget);
        return spec.get("input_formats") == null
            ? field
            : field.formats(strings(spec.get("input_formats")));
      }
      case "SplitDateTimeField" -> {
        only(spec, "input_date_formats");
        SplitDateTimeField field =
            new SplitDateTimeField(name)
                .widget(
                    Widgets.splitDateTime(
                        Widgets.temporalText("%Y-%m-%d"), Widgets.temporalText("%H:%M:%S")));
        return spec.get("input_date_formats") == null
            ? field
            : field.dateFormats(strings(spec.get("input_date_formats")));
      }
      case "DurationField" -> {
        only(spec);
        return new DurationField(name);
      }
      case "UUIDField" -> {
        only(spec);
        return new UuidField(name);
      }
      case "JSONField" -> {
        only(spec);
        return new JsonField(name);
      }
      case "GenericIPAddressField" -> {
        only(spec, "protocol", "unpack_ipv4", "max_length");
        IpAddressField field = new IpAddressField(name);
        return switch (String.valueOf(spec.get("protocol")).toLowerCase()) {
          case "ipv4" -> field.ipv4Only();
          case "ipv6" -> field.ipv6Only();
          default -> field;
        };
      }
      case "FileField" -> {
        only(spec, "max_length", "allow_empty_file");
        FileUploadField field = new FileUploadField(name);
        if (spec.get("max_length") != null) {
          field.maxLength(integer(spec.get("max_length")));
        }
        return Boolean.TRUE.equals(spec.get("allow_empty_file")) ? field.allowEmpty() : field;
      }
      case "ChoiceField", "TypedChoiceField" -> {
        only(spec, "choices", "coerce", "empty_value");
        return new ChoiceField<>(name, choices(spec)).withoutEmpty();
      }
      case "MultipleChoiceField", "TypedMultipleChoiceField" -> {
        only(spec, "choices", "coerce", "empty_value");
        return new MultipleChoiceField<>(name, choices(spec));
      }
      default -> throw unsupported("field " + spec.get("type"));
    }
  }

  private static Choices<Object> choices(Map<String, Object> spec) {
    String coerce = (String) spec.getOrDefault("coerce", "str");
    Map<String, Choices<Object>> groups = new LinkedHashMap<>();
    int index = 0;
    for (Object entry : list(value(spec.get("choices")))) {
      List<Object> pair = list(entry);
      String blank = " ".repeat(index++);
      if (pair.get(1) instanceof List<?> members) {
        groups.put((String) pair.get(0), group((List<Object>) members, coerce));
      } else {
        groups.put(blank, group(List.of(pair), coerce));
      }
    }
    return new Trimmed(Choices.grouped(groups));
  }

  /** Headings of blanks stand for none; a map needs them to differ. */
  private record Trimmed(Choices<Object> inner) implements Choices<Object> {
    @Override
    public List<? extends Option> options() {
      List<Option> options = new ArrayList<>();
      for (Option option : inner.options()) {
        if (option instanceof Option.Group group && group.label().isBlank()) {
          options.addAll(group.choices());
        } else {
          options.add(option);
        }
      }
      return options;
    }

    @Override
    public Object find(String key) {
      return inner.find(key);
    }

    @Override
    public String key(Object value) {
      return pythonText(value);
    }
  }

  private static Choices<Object> group(List<Object> pairs, String coerce) {
    Map<String, Object> labels = new LinkedHashMap<>();
    Map<String, Object> values = new LinkedHashMap<>();
    for (Object pair : pairs) {
      String key = pythonText(list(pair).get(0));
      labels.put(key, label(list(pair).get(1)));
      values.put(key, coerced(key, coerce));
    }
    return new Coerced(labels, values);
  }

  private record Coerced(Map<String, Object> labels, Map<String, Object> values)
      implements Choices<Object> {
    @Override
    public List<Option.Choice> options() {
      return labels.entrySet().stream()
          .map(entry -> new Option.Choice(entry.getKey(), entry.getValue()))
          .toList();
    }

    @Override
    public Object find(String key) {
      return values.get(key);
    }

    @Override
    public String key(Object value) {
      return pythonText(value);
    }
  }

  private static Object label(Object label) {
    return label instanceof SafeString ? label : pythonText(label);
  }

  private static Object coerced(String key, String coerce) {
    return switch (coerce) {
      case "int" -> key.matches("[-+]?\\d+") ? (Object) Long.valueOf(key) : null;
      case "float" -> key.matches("[-+]?[\\d.]+") ? (Object) Double.valueOf(key) : null;
      default -> key;
    };
  }

  static Widget widget(Object spec) {
    if (spec instanceof String type) {
      return widget(Map.of("type", type));
    }
    Map<String, Object> options = map(spec);
    for (String key : options.keySet()) {
      if (!Set.of(
              "type",
              "attrs",
              "choices",
              "format",
              "render_value",
              "input_type",
              "is_required",
              "date_attrs",
              "years",
              "time_attrs",
              "date_format",
              "time_format")
          .contains(key)) {
        throw unsupported("widget option " + options.get("type") + "." + key);
      }
    }
    Widget widget = made(options);
    map(value(options.get("attrs"))).forEach(widget::attr);
    if (widget instanceof ChoiceWidget choice && options.get("choices") != null) {
      choice.options(() -> choices(options).options());
    }
    return widget;
  }

  private static Widget made(Map<String, Object> options) {
    String type = (String) options.get("type");
    String format = (String) options.get("format");
    if (options.get("input_type") != null && format == null) {
      return new Input((String) options.get("input_type"));
    }
    if (options.get("input_type") != null || type.equals("Input")) {
      throw unsupported("a widget class whose type was changed");
    }
    return switch (type) {
      case "TextInput" -> Widgets.text();
      case "NumberInput" -> Widgets.number();
      case "EmailInput" -> Widgets.email();
      case "URLInput" -> Widgets.url();
      case "SearchInput" -> Widgets.input("search");
      case "ColorInput" -> Widgets.input("color");
      case "TelInput" -> Widgets.input("tel");
      case "HiddenInput" -> Widgets.hidden();
      case "PasswordInput" ->
          Boolean.TRUE.equals(options.get("render_value"))
              ? Widgets.passwordShownAgain()
              : Widgets.password();
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
      case "DateInput" -> Widgets.temporalText(format == null ? "%Y-%m-%d" : format);
      case "TimeInput" -> Widgets.temporalText(format == null ? "%H:%M:%S" : format);
      case "DateTimeInput" -> Widgets.temporalText(format == null ? "%Y-%m-%d %H:%M:%S" : format);
      case "SplitDateTimeWidget", "SplitHiddenDateTimeWidget" -> split(options, type);
      case "SelectDateWidget" -> selectDate(value(options.get("years")));
      default -> throw unsupported("widget " + type);
    };
  }

  private static Widget selectDate(Object years) {
    List<Object> all = years == null ? List.of(2026, 2035) : list(years);
    int first = Integer.parseInt(all.getFirst().toString());
    int last = Integer.parseInt(all.getLast().toString());
    if (years != null && last - first + 1 != all.size()) {
      throw unsupported("years with gaps");
    }
    return Widgets.selectDate(first, last);
  }

  private static Widget split(Map<String, Object> options, String type) {
    if (type.startsWith("SplitHidden")) {
      return attributed(Widgets.splitDateTimeHidden(), options);
    }
    return attributed(
        Widgets.splitDateTime(
            Widgets.temporalText((String) options.getOrDefault("date_format", "%Y-%m-%d")),
            Widgets.temporalText((String) options.getOrDefault("time_format", "%H:%M:%S"))),
        options);
  }

  private static Widget attributed(
      io.quintet.forms.widgets.MultiWidget widget, Map<String, Object> options) {
    map(value(options.get("date_attrs"))).forEach(widget.widgets().get(0)::attr);
    map(value(options.get("time_attrs"))).forEach(widget.widgets().get(1)::attr);
    return widget;
  }

  static RecordedForm form(Map<String, Object> spec, Map<String, Object> settings) {
    List<Field<?>> fields = new ArrayList<>();
    for (Object pair : list(spec.get("fields"))) {
      fields.add(field((String) list(pair).get(0), map(list(pair).get(1)), settings));
    }
    RecordedForm form = new RecordedForm(fields);
    if (spec.containsKey("initial")) {
      form.initial(map(value(spec.get("initial"))));
    }
    if (spec.get("prefix") != null) {
      form.prefix(spec.get("prefix").toString());
    }
    if (spec.containsKey("auto_id")) {
      Object id = spec.get("auto_id");
      form.ids(
          id instanceof String text && !text.isEmpty()
              ? text.contains("%s") ? text : "%s"
              : Boolean.TRUE.equals(id) ? "%s" : "");
    }
    if (spec.get("label_suffix") != null) {
      form.labelSuffix((String) spec.get("label_suffix"));
    }
    if (Boolean.FALSE.equals(spec.get("use_required_attribute"))) {
      form.requiredAttribute(false);
    }
    if (Boolean.TRUE.equals(spec.get("empty_permitted"))) {
      form.emptyPermitted(true);
    }
    form.rowCss(
        (String) spec.getOrDefault("error_css_class", ""),
        (String) spec.getOrDefault("required_css_class", ""));
    if (spec.get("field_order") != null) {
      form.order(
          list(spec.get("field_order")).stream()
              .map(Object::toString)
              .filter(form::has)
              .toArray(String[]::new));
    }
    if (spec.containsKey("data")) {
      form.bind(sent(spec.get("data")));
    }
    return form;
  }

  /** Names with their values, as sent. */
  static io.quintet.forms.Submission sent(Object data) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Object pair : list(value(data))) {
      values.put((String) list(pair).get(0), list(pair).get(1));
    }
    return io.quintet.forms.Submission.of(values);
  }
}
