package io.quintet.forms.conformance;

import static io.quintet.forms.conformance.Recorded.list;
import static io.quintet.forms.conformance.Recorded.map;
import static io.quintet.forms.conformance.Recorded.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.core.i18n.TimeZones;
import io.quintet.core.text.HtmlValue;
import io.quintet.forms.BoundField;
import io.quintet.forms.ErrorList;
import io.quintet.forms.Field;
import io.quintet.forms.Form;
import io.quintet.forms.internal.Texts;
import io.quintet.forms.validators.ValidationException;
import io.quintet.forms.validators.Violation;
import io.quintet.forms.widgets.Widget;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Runs what Django gave for fields, widgets and forms. HTML is compared without the white space
 * beside tags, of which Django's templates leave much. Left out are what Java has otherwise
 * (integers past 64 bits, fields made of fields, localized input) and what only Python does; how
 * many is printed.
 */
@SuppressWarnings("unchecked")
class ConformanceTest {
  private static final boolean VERBOSE = Boolean.getBoolean("conformance.verbose");

  @Test
  void fieldsCleanAsDjangoDoes() throws Exception {
    check("form_fields", 0.99);
  }

  @Test
  void widgetsRenderAsDjangosDo() throws Exception {
    check("form_widgets", 0.97);
  }

  @Test
  void formsRenderAndValidateAsDjangosDo() throws Exception {
    check("form_rendering", 0.99);
  }

  @Test
  void validatorsAgreeWithDjangos() throws Exception {
    check("validators", 0.98);
  }

  private static void check(String area, double least) throws Exception {
    int passed = 0;
    int failed = 0;
    Map<String, Integer> left = new TreeMap<>();
    for (Map<String, Object> recorded : Recorded.cases(area)) {
      String id = (String) recorded.get("id");
      if (recorded.get("language") != null
          || (recorded.get("settings") instanceof Map<?, ?> settings
              && (settings.containsKey("DECIMAL_SEPARATOR")
                  || settings.containsKey("USE_THOUSAND_SEPARATOR")))) {
        left.merge("localized input", 1, Integer::sum);
        continue;
      }
      Object expected = null;
      Object found;
      try {
        expected = expected(recorded);
        ZoneId zone = ZoneId.of((String) recorded.getOrDefault("timezone", "America/Chicago"));
        found = TimeZones.call(zone, () -> run(recorded));
      } catch (UnsupportedOperationException e) {
        left.merge(String.valueOf(e.getMessage()), 1, Integer::sum);
        continue;
      } catch (RuntimeException e) {
        found = e;
        if (VERBOSE) {
          e.printStackTrace(System.out);
        }
      }
      if (agrees(expected, found)) {
        passed++;
      } else {
        failed++;
        if (VERBOSE) {
          System.out.println(
              id
                  + "\n  "
                  + recorded.get("input")
                  + " "
                  + recorded.getOrDefault("settings", "")
                  + "\n  expected "
                  + expected
                  + "\n  found    "
                  + found);
        }
      }
    }
    System.out.println(area + ": " + passed + " agree, " + failed + " differ, left out " + left);
    assertThat((double) passed / (passed + failed)).as(area).isGreaterThanOrEqualTo(least);
  }

  private static Object expected(Map<String, Object> recorded) {
    Map<String, Object> expected = map(recorded.get("expected"));
    if (expected.containsKey("output")) {
      Object output = expected.get("output");
      if (output instanceof Map<?, ?> map && "same_as_input".equals(map.get("$type"))) {
        return "same_as_input";
      }
      return value(output);
    }
    if (!"ValidationError".equals(expected.get("error"))) {
      throw new UnsupportedOperationException("error " + expected.get("error"));
    }
    return expected.get("errors");
  }

  private static Object run(Map<String, Object> recorded) {
    Map<String, Object> input = map(recorded.get("input"));
    Map<String, Object> settings = map(recorded.get("settings"));
    try {
      return switch ((String) recorded.get("op")) {
        case "field_clean" -> {
          Map<String, Object> spec = map(input.get("field"));
          Object raw = value(input.get("value"));
          Field<?> field = Declared.field("f", spec, settings);
          if (raw instanceof Map && !spec.get("type").equals("JSONField")) {
            throw new UnsupportedOperationException("a dictionary as a value");
          }
          raw = sent((String) spec.get("type"), raw);
          Object initial = value(input.get("initial"));
          Object clean = field.clean(raw, initial);
          if (clean == null && initial != null && spec.get("type").equals("FileField")) {
            yield initial; // ours says "none new" where Django gives the old one back
          }
          yield clean == null
                  && List.of("ChoiceField", "TypedChoiceField").contains(spec.get("type"))
              ? value(spec.getOrDefault("empty_value", ""))
              : clean;
        }
        case "field_has_changed" ->
            Declared.field("f", map(input.get("field")), settings)
                .hasChanged(value(input.get("initial")), value(input.get("data")));
        case "widget_render" ->
            Declared.widget(input.get("widget"))
                .render(
                    (String) input.get("name"),
                    shown(map(input.get("widget")), value(input.get("value"))),
                    map(value(input.get("attrs"))));
        case "widget_value" -> {
          Widget widget = Declared.widget(input.get("widget"));
          var sent = Declared.sent(input.get("data"));
          String name = (String) input.get("name");
          Map<String, Object> found = new LinkedHashMap<>();
          found.put("value", widget.read(sent, name));
          found.put("omitted", widget.omitted(sent, name));
          yield found;
        }
        case "form_validate" -> validated(Declared.form(map(input.get("form")), settings));
        case "form_render" -> {
          Form form = Declared.form(map(input.get("form")), settings);
          yield form.property((String) input.get("method"));
        }
        case "bound_field" -> boundField(input, settings);
        case "validate" -> Validated.run(input);
        default -> throw new UnsupportedOperationException("op " + recorded.get("op"));
      };
    } catch (ValidationException e) {
      return errors(e.violations());
    }
  }

  /** What a browser sends is text: values that only Python code passes are written as it would. */
  private static Object sent(String type, Object raw) {
    return switch (type) {
      case "CharField",
          "SlugField",
          "URLField",
          "EmailField",
          "RegexField",
          "ChoiceField",
          "TypedChoiceField" ->
          raw instanceof Boolean || (raw instanceof List<?> list && !list.isEmpty())
              ? Declared.pythonText(raw)
              : raw;
      case "FloatField" -> raw instanceof Boolean truth ? truth ? 1.0 : 0.0 : raw;
      case "MultipleChoiceField", "TypedMultipleChoiceField" ->
          Boolean.FALSE.equals(raw) ? null : raw;
      default -> raw;
    };
  }

  private static Object shown(Map<String, Object> widget, Object value) {
    boolean text = !List.of("CheckboxInput", "NullBooleanSelect").contains(widget.get("type"));
    return text && value instanceof Boolean
            || value instanceof List<?>
                && String.valueOf(widget.get("type")).matches("(?!Multi).*Input|Textarea")
        ? Declared.pythonText(value)
        : value;
  }

  private static Object boundField(Map<String, Object> input, Map<String, Object> settings) {
    BoundField field =
        Declared.form(map(input.get("form")), settings).field((String) input.get("field"));
    Map<String, Object> kwargs = map(value(input.get("kwargs")));
    String method = (String) input.get("method");
    return switch (method) {
      case "as_widget" -> kwargs.isEmpty() ? field : field.render(map(kwargs.get("attrs")));
      case "label_tag", "legend_tag" ->
          field.labelTag(
              method.replace("_tag", ""),
              (CharSequence) kwargs.get("contents"),
              (String) kwargs.get("label_suffix"),
              map(kwargs.get("attrs")));
      case "css_classes" ->
          field.cssClasses(((String) kwargs.getOrDefault("extra_classes", "")).split(" "));
      case "value" -> field.value();
      default -> field.property(method);
    };
  }

  private static Object validated(Form form) {
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("valid", form.isValid());
    Map<String, Object> errors = new LinkedHashMap<>();
    for (Map.Entry<String, ErrorList> entry : form.errors().entrySet()) {
      errors.put(entry.getKey(), errors(entry.getValue().violations()));
    }
    found.put("errors", errors);
    found.put("cleaned_data", form.values());
    return found;
  }

  static List<Object> errors(List<Violation> violations) {
    List<Object> errors = new ArrayList<>();
    for (Violation violation : violations) {
      Map<String, Object> error = new LinkedHashMap<>();
      error.put("code", violation.code());
      error.put("message", violation.message());
      errors.add(error);
    }
    return errors;
  }

  private static boolean agrees(Object expected, Object found) {
    if (expected instanceof Map<?, ?> a && found instanceof Map<?, ?> b) {
      return a.keySet().equals(b.keySet())
          && a.keySet().stream().allMatch(key -> agrees(a.get(key), b.get(key)));
    }
    if (expected instanceof List<?> a && found instanceof List<?> b) {
      if (a.size() != b.size()) {
        return false;
      }
      for (int i = 0; i < a.size(); i++) {
        if (!agrees(a.get(i), b.get(i))) {
          return false;
        }
      }
      return true;
    }
    if (found instanceof HtmlValue || expected instanceof HtmlValue) {
      return squeeze(html(expected)).equals(squeeze(html(found)));
    }
    if (expected instanceof io.quintet.storage.UploadedFile) {
      return found instanceof io.quintet.storage.UploadedFile || "same_as_input".equals(found);
    }
    if ("same_as_input".equals(expected)) {
      return found instanceof io.quintet.storage.UploadedFile;
    }
    if (expected instanceof OffsetDateTime time && found instanceof Instant moment) {
      return time.toInstant().equals(moment);
    }
    if (expected instanceof BigDecimal a && found instanceof BigDecimal b) {
      return a.equals(b);
    }
    if (expected instanceof Number a && found instanceof Number b) {
      return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString())) == 0;
    }
    if ((expected == null || "".equals(expected)) && (found == null || "".equals(found))) {
      return true;
    }
    return expected != null && expected.equals(found);
  }

  private static String html(Object value) {
    return value instanceof HtmlValue html ? html.html() : value == null ? "" : Texts.text(value);
  }

  /** Without white space beside tags. */
  private static String squeeze(String html) {
    return html.replaceAll("\\s+", " ").replaceAll("\\s*(<[^>]*>)\\s*", "$1").strip();
  }
}
