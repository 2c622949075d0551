package io.quintet.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.MultiMap;
import io.quintet.forms.Field;
import io.quintet.forms.Form;
import io.quintet.forms.FormTemplates;
import io.quintet.forms.fields.Choices;
import io.quintet.forms.sets.FormSet;
import io.quintet.forms.sets.FormSetOptions;
import io.quintet.forms.widgets.Widgets;
import io.quintet.templates.TemplateDoesNotExist;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class FormTemplatesTest {
  /** A form with the usual kinds of fields. */
  public static final class Order extends Form {
    final Field<String> name = text("name").help("As on the bill.");
    final Field<String> size =
        choice("size", Choices.of(List.of("S", "L"), value -> value, value -> "Size " + value));
    final Field<String> key = hidden("key").optional();
  }

  private static String html(Map<String, String> templates, Function<Order, ?> show) {
    try (TestSite site = TestSite.of(templates, routes -> {})) {
      Order form = new Order();
      form.bind(MultiMap.of("name", "", "size", "L", "key", "k"));
      return site.call(() -> show.apply(form).toString());
    }
  }

  @Test
  void withoutTemplatesTheHtmlIsTheBuiltInOne() {
    Order form = new Order();
    form.bind(MultiMap.of("name", "", "size", "L", "key", "k"));
    assertThat(html(Map.of(), Form::asDiv)).isEqualTo(form.asDiv().value());
  }

  @Test
  void aFormIsWrittenByTheTemplateOfItsLayout() {
    String form =
        "{{ errors|length }}:{% for f in fields %}{{ f.name }},{% endfor %}"
            + "{% for f in hidden_fields %}{{ f }}{% endfor %}";
    assertThat(html(Map.of("forms/div.html", form), Form::html))
        .isEqualTo("0:name,size,<input type=\"hidden\" name=\"key\" value=\"k\" id=\"id_key\">");
    assertThat(html(Map.of("forms/p.html", "P"), Form::asP)).isEqualTo("P");
    assertThat(html(Map.of("forms/table.html", "T"), Form::asTable)).isEqualTo("T");
    assertThat(html(Map.of("forms/ul.html", "U"), Form::asUl)).isEqualTo("U");
    assertThat(html(Map.of("forms/ul.html", "U"), Form::asP)).startsWith("<ul class=\"errorlist");
  }

  @Test
  void theBuiltInLayoutUsesTheTemplateOfFields() {
    String field = "<b>{{ field.label }}</b>{{ field }}";
    assertThat(html(Map.of("forms/field.html", field), Form::asDiv))
        .contains("<b>Name</b><input type=\"text\" name=\"name\"")
        .contains("<b>Size</b><select");
  }

  @Test
  void labelsAndErrorsHaveTemplatesToo() {
    Map<String, String> templates =
        Map.of(
            "forms/label.html",
            "<{{ tag }} class=\"l\" for=\"{{ for }}\">{{ contents }}</{{ tag }}>",
            "forms/errors.html",
            "<em id=\"{{ id }}\" class=\"{{ css }}\" role=\"alert\">{{ errors|join:' ' }}</em>");
    assertThat(html(templates, Form::asDiv))
        .contains("<label class=\"l\" for=\"id_name\">Name:</label>")
        .contains(
            "<em id=\"id_name_error\" class=\"errorlist\" role=\"alert\">This field is"
                + " required.</em>")
        .contains("aria-describedby=\"id_name_helptext id_name_error\"");
  }

  @Test
  void widgetsAreReplacedByTheirKind() {
    Map<String, String> templates =
        Map.of(
            "forms/widgets/text.html",
            "<span class=\"box\">{{ widget.html }}</span>",
            "forms/widgets/select.html",
            "<select name=\"{{ widget.name }}\" id=\"{{ widget.attrs.id }}\">"
                + "{% for group in widget.groups %}{% for o in group.options %}"
                + "<option{% if o.selected %} selected{% endif %}>{{ o.label }}</option>"
                + "{% endfor %}{% endfor %}</select>");
    assertThat(html(templates, Form::asDiv))
        .contains("<span class=\"box\"><input type=\"text\" name=\"name\"")
        .contains(
            "<select name=\"size\" id=\"id_size\"><option>---------</option>"
                + "<option>Size S</option><option selected>Size L</option></select>");
  }

  @Test
  void oneFormFieldOrWidgetCanHaveATemplateOfItsOwn() {
    class Own extends Form {
      Own() {
        text("a").template("own/field.html");
        text("b").widget(Widgets.text().template("own/widget.html"));
        text("c");
      }
    }
    Map<String, String> templates =
        Map.of(
            "own/field.html",
            "F-{{ field.name }}",
            "own/widget.html",
            "W-{{ widget.name }}-{{ widget.kind }}",
            "own/form.html",
            "O-{{ form.c }}");
    try (TestSite site = TestSite.of(templates, routes -> {})) {
      assertThat(site.call(() -> new Own().html()))
          .contains("F-a")
          .contains("W-b-text")
          .contains("name=\"c\"");
      assertThat(site.call(() -> new Own().template("own/form.html").html()))
          .startsWith("O-<input type=\"text\" name=\"c\"");
      assertThatThrownBy(() -> site.site().run(() -> new Own().template("own/none.html").html()))
          .isInstanceOf(TemplateDoesNotExist.class)
          .hasMessageContaining("own/none.html");
    }
  }

  @Test
  void aFormSetHasATemplate() {
    String template =
        "{{ formset.management_form }}<ol>{% for form in formset %}<li>{{ form.name }}"
            + "</li>{% endfor %}</ol>";
    try (TestSite site = TestSite.of(Map.of("forms/formset.html", template), routes -> {})) {
      FormSet<Order> set = FormSet.of(Order::new, FormSetOptions.of());
      assertThat(site.call(set::html))
          .contains("name=\"form-TOTAL_FORMS\"")
          .contains("<ol><li><input type=\"text\" name=\"form-0-name\"");
    }
  }

  @Test
  void whatIsTypedStaysEscaped() {
    try (TestSite site =
        TestSite.of(Map.of("forms/widgets/text.html", "[{{ widget.value }}]"), routes -> {})) {
      Order form = new Order();
      form.bind(MultiMap.of("name", "<script>"));
      assertThat(site.call(() -> form.field("name").html())).isEqualTo("[&lt;script&gt;]");
    }
  }

  @Test
  void outsideOfASiteNoTemplateIsFound() {
    assertThat(FormTemplates.current().has("forms/div.html")).isFalse();
    assertThatThrownBy(() -> new Order().template("x.html").html())
        .hasMessage("There is no template \"x.html\": this site has no templates for forms");
  }
}
