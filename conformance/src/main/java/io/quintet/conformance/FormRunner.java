package io.quintet.conformance;

import io.quintet.forms.BoundField;
import io.quintet.forms.ErrorList;
import io.quintet.forms.Field;
import io.quintet.forms.Form;
import io.quintet.forms.Submission;
import io.quintet.forms.validators.ValidationException;
import io.quintet.forms.validators.Violation;
import io.quintet.forms.widgets.Widget;
import io.quintet.templates.values.PythonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fields, widgets, forms and validators. */
final class FormRunner implements AreaRunner {
  private static final Set<String> OPS =
      Set.of(
          "field_clean",
          "field_has_changed",
          "widget_render",
          "widget_value",
          "form_validate",
          "form_render",
          "bound_field",
          "validate");
  private static final Set<String> OF_TEXT =
      Set.of(
          "CharField",
          "SlugField",
          "URLField",
          "EmailField",
          "RegexField",
          "ChoiceField",
          "TypedChoiceField",
          "ComboField");

  /** A form of recorded fields. */
  private static final class RecordedForm extends Form {
    RecordedForm(List<Field<?>> fields) {
      fields.forEach(this::add);
    }
  }

  @Override
  public boolean handles(Case one) {
    return OPS.contains(one.op());
  }

  @Override
  public Outcome run(Case one) {
    Map<String, @Nullable Object> expected = one.object("expected");
    try {
      Object found = new Settings(one).<@Nullable Object>within(() -> work(one));
      Object wanted = wanted(one, expected);
      return FormCompare.same(wanted, found)
          ? new Outcome.Passed()
          : FormLimits.excuse(one, wanted, found);
    } catch (Expected.Unsupported e) {
      return new Outcome.Unsupported(e.getMessage());
    } catch (TypedValues.CannotDecode e) {
      return new Outcome.Unsupported("cannot apply to Java: " + e.getMessage());
    } catch (Exception e) {
      boolean python = expected.containsKey("error") && expected.get("errors") == null;
      return python
          ? new Outcome.Passed()
          : new Outcome.Failed(String.valueOf(expected), String.valueOf(e));
    }
  }

  private static @Nullable Object wanted(Case one, Map<String, @Nullable Object> expected) {
    if (expected.containsKey("errors")) {
      return expected.get("errors");
    }
    Object output = expected.get("output");
    boolean input = output instanceof Map<?, ?> map && "same_as_input".equals(map.get("$type"));
    TypedValues values = new TypedValues(null);
    return input ? values.decode(one.object("input").get("value")) : values.decode(output);
  }

  private static @Nullable Object work(Case one) {
    FormSpec input = FormSpec.of(one.get("input"));
    Settings settings = new Settings(one);
    try {
      return switch (one.op()) {
        case "field_clean" -> clean(input, settings);
        case "field_has_changed" ->
            FormFields.of("f", input.spec("field"), settings)
                .hasChanged(input.value("initial"), input.value("data"));
        case "widget_render" -> widget(input);
        case "widget_value" -> widgetValue(input);
        case "form_validate" -> validated(form(input.spec("form"), settings));
        case "form_render" -> form(input.spec("form"), settings).property(input.text("method", ""));
        case "bound_field" -> boundField(input, settings);
        default -> FormValidators.validate(input);
      };
    } catch (ValidationException e) {
      return errors(e.violations());
    }
  }

  private static @Nullable Object clean(FormSpec input, Settings settings) {
    FormSpec spec = input.spec("field");
    Field<?> field = FormFields.of("f", spec, settings);
    Object raw = input.value("value");
    if (raw instanceof Map && !spec.type().equals("JSONField")) {
      throw new Expected.Unsupported("cannot apply to Java: a dictionary sent with a form");
    }
    Object initial = input.value("initial");
    Object clean = field.clean(sent(spec.type(), raw), initial);
    if (clean == null && initial != null && spec.type().equals("FileField")) {
      return initial; // ours says "no new file" where Django gives the old one back
    }
    boolean none =
        clean == null
            || (spec.type().equals("TypedMultipleChoiceField")
                && spec.data().containsKey("empty_value")
                && List.of().equals(clean));
    return none && spec.type().endsWith("ChoiceField") ? spec.value("empty_value") : clean;
  }

  /** What a browser sends is text: values that only Python code passes are written as it would. */
  private static @Nullable Object sent(String type, @Nullable Object raw) {
    if (OF_TEXT.contains(type)) {
      boolean python = raw instanceof Boolean || raw instanceof List<?> list && !list.isEmpty();
      return python ? PythonText.str(raw) : raw;
    }
    if (type.equals("FloatField") && raw instanceof Boolean truth) {
      return truth ? 1.0 : 0.0;
    }
    return type.endsWith("MultipleChoiceField") && Boolean.FALSE.equals(raw) ? null : raw;
  }

  private static Object widget(FormSpec input) {
    Widget widget = FormWidgets.of(input.spec("widget"));
    Object value = input.value("value");
    String type = input.spec("widget").type();
    boolean text =
        (type.endsWith("Input") && !type.equals("CheckboxInput") && !type.startsWith("Multiple"))
            || type.equals("Textarea");
    boolean python = text && (value instanceof Boolean || value instanceof List<?>);
    return widget.render(
        input.text("name", ""), python ? PythonText.str(value) : value, input.map("attrs"));
  }

  private static Object widgetValue(FormSpec input) {
    Widget widget = FormWidgets.of(input.spec("widget"));
    Submission sent = submission(input);
    String name = input.text("name", "");
    Map<String, @Nullable Object> found = new LinkedHashMap<>();
    found.put("value", widget.read(sent, name));
    found.put("omitted", widget.omitted(sent, name));
    return found;
  }

  private static Submission submission(FormSpec spec) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Object pair : spec.list("data")) {
      values.put(String.valueOf(((List<?>) pair).get(0)), ((List<?>) pair).get(1));
    }
    return Submission.of(values);
  }

  private static Form form(FormSpec spec, Settings settings) {
    List<Field<?>> fields = new ArrayList<>();
    if (spec.raw("fields") instanceof List<?> declared) {
      for (Object pair : declared) {
        List<?> named = (List<?>) pair;
        fields.add(
            FormFields.of(String.valueOf(named.get(0)), FormSpec.of(named.get(1)), settings));
      }
    }
    Form form = new RecordedForm(fields);
    form.initial(spec.map("initial"));
    if (spec.has("prefix")) {
      form.prefix(String.valueOf(spec.raw("prefix")));
    }
    if (spec.data().containsKey("auto_id")) {
      form.ids(ids(spec.raw("auto_id")));
    }
    if (spec.has("label_suffix")) {
      form.labelSuffix(spec.text("label_suffix", ""));
    }
    form.requiredAttribute(!spec.isNot("use_required_attribute"));
    form.emptyPermitted(spec.is("empty_permitted"));
    form.rowCss(spec.text("error_css_class", ""), spec.text("required_css_class", ""));
    List<String> order = List.of(spec.strings("field_order"));
    form.order(order.stream().filter(form::has).toArray(String[]::new));
    return spec.raw("data") == null ? form : form.bind(submission(spec));
  }

  private static String ids(@Nullable Object autoId) {
    if (autoId instanceof String text && !text.isEmpty()) {
      return text.contains("%s") ? text : "%s";
    }
    return Boolean.TRUE.equals(autoId) ? "%s" : "";
  }

  private static @Nullable Object boundField(FormSpec input, Settings settings) {
    BoundField field = form(input.spec("form"), settings).field(input.text("field", ""));
    FormSpec kwargs = input.spec("kwargs");
    String method = input.text("method", "");
    return switch (method) {
      case "as_widget" -> field.render(kwargs.map("attrs"));
      case "label_tag", "legend_tag" ->
          field.labelTag(
              method.replace("_tag", ""),
              kwargs.value("contents") instanceof CharSequence text ? text : null,
              kwargs.has("label_suffix") ? kwargs.text("label_suffix", "") : null,
              kwargs.map("attrs"));
      case "css_classes" -> field.cssClasses(kwargs.text("extra_classes", ""));
      default -> field.property(method);
    };
  }

  private static Object validated(Form form) {
    Map<String, @Nullable Object> found = new LinkedHashMap<>();
    found.put("valid", form.isValid());
    Map<String, @Nullable Object> errors = new LinkedHashMap<>();
    for (Map.Entry<String, ErrorList> entry : form.errors().entrySet()) {
      errors.put(entry.getKey(), errors(entry.getValue().violations()));
    }
    found.put("errors", errors);
    found.put("cleaned_data", form.values());
    return found;
  }

  private static List<Object> errors(List<Violation> violations) {
    List<Object> errors = new ArrayList<>();
    for (Violation violation : violations) {
      errors.add(Map.of("code", violation.code(), "message", violation.message()));
    }
    return errors;
  }
}
