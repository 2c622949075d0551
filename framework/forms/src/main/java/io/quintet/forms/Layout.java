package io.quintet.forms;

import io.quintet.core.text.SafeString;
import io.quintet.forms.internal.Replaced;
import io.quintet.forms.validators.Violation;
import io.quintet.forms.widgets.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The four ways in which a form is written as a whole. */
enum Layout {
  DIV("div", "<div>", "</div>"),
  P("p", "<p>", "</p>"),
  TABLE("tr", "<tr>\n    <td colspan=\"2\">\n      ", "</td>\n  </tr>"),
  UL("li", "<li>\n    ", "</li>");

  private final String rowTag;
  private final String open;
  private final String close;
  private final String file = "forms/" + name().toLowerCase(Locale.ROOT) + ".html";

  Layout(String rowTag, String open, String close) {
    this.rowTag = rowTag;
    this.open = open;
    this.close = close;
  }

  SafeString render(Form form, String template) {
    ErrorList top = new ErrorList("errorlist nonfield", null);
    form.nonFieldErrors().violations().forEach(top::append);
    List<BoundField> visible = new ArrayList<>();
    StringBuilder hidden = new StringBuilder();
    for (BoundField field : form) {
      if (field.hidden()) {
        hidden.append(field.html());
        for (Violation violation : field.errors().violations()) {
          String message = "(Hidden field " + field.name() + ") " + violation.message();
          top.append(Violation.of(violation.code(), message));
        }
      } else {
        visible.add(field);
      }
    }
    SafeString replaced = Replaced.find(template, file, () -> values(form, visible, top));
    if (replaced != null) {
      return replaced;
    }
    StringBuilder out = new StringBuilder(512);
    top(out, top, visible.isEmpty() ? hidden.toString() : "");
    for (int i = 0; i < visible.size(); i++) {
      boolean last = i == visible.size() - 1;
      row(out, visible.get(i), last ? hidden.toString() : "");
    }
    if (visible.isEmpty() && top.isEmpty()) {
      out.append(hidden);
    }
    return SafeString.of(out.toString().strip());
  }

  private static Map<String, @Nullable Object> values(
      Form form, List<BoundField> visible, ErrorList errors) {
    return Map.of(
        "form",
        form,
        "fields",
        visible,
        "hidden_fields",
        form.fields().stream().filter(BoundField::hidden).toList(),
        "errors",
        errors);
  }

  private void top(StringBuilder out, ErrorList errors, String hidden) {
    if (errors.isEmpty()) {
      return;
    }
    if (this == DIV || this == P) {
      out.append(errors.html()).append('\n');
      if (!hidden.isEmpty()) {
        out.append(open).append(hidden).append(close).append('\n');
      }
    } else {
      out.append(open).append(errors.html()).append('\n').append(hidden).append(close).append('\n');
    }
  }

  private void row(StringBuilder out, BoundField field, String hidden) {
    if (this == P && !field.errors().isEmpty()) {
      out.append(field.errors().html()).append('\n');
    }
    out.append('<').append(rowTag);
    String css = field.cssClasses();
    Attributes.write(out, "class", css.isEmpty() ? null : css);
    out.append(">\n    ");
    switch (this) {
      case DIV -> FieldMarkup.row(out, field);
      case P -> line(out, field, "");
      case UL -> line(out, field, field.errors().html());
      case TABLE -> cells(out, field);
    }
    out.append(hidden);
    out.append(this == TABLE ? "</td>\n  </tr>\n" : "</" + rowTag + ">\n");
  }

  private static void line(StringBuilder out, BoundField field, String errors) {
    out.append(errors);
    label(out, field);
    out.append("\n    ").append(field.html()).append("\n    ");
    FieldMarkup.help(out, field, "span", "");
  }

  private static void cells(StringBuilder out, BoundField field) {
    out.append("<th>");
    label(out, field);
    out.append("</th>\n    <td>\n      ").append(field.errors().html());
    out.append(field.html()).append("\n    ");
    FieldMarkup.help(out, field, "span", "<br>\n    ");
  }

  private static void label(StringBuilder out, BoundField field) {
    if (!field.label().isEmpty()) {
      out.append(field.labelTag());
    }
  }
}
