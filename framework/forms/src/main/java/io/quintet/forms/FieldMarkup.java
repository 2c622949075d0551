package io.quintet.forms;

import io.quintet.core.text.Html;
import io.quintet.core.text.HtmlValue;
import io.quintet.core.text.SafeString;
import io.quintet.forms.internal.Replaced;
import io.quintet.forms.widgets.Attributes;
import io.quintet.forms.widgets.Widget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The HTML around a widget: attributes that tie it to its texts, label, help. */
final class FieldMarkup {
  private FieldMarkup() {}

  static Map<String, @Nullable Object> attributes(
      BoundField bound, Widget widget, Map<String, ? extends @Nullable Object> extra) {
    Field<?> field = bound.field();
    Map<String, @Nullable Object> all = new LinkedHashMap<>(field.widgetAttributes(widget));
    all.putAll(extra);
    if (field.isRequired()
        && bound.form().usesRequiredAttribute()
        && widget.requiredAttribute(bound.initial())) {
      all.put("required", true);
    }
    if (field.isDisabled()) {
      all.put("disabled", true);
    }
    if (!widget.hidden() && !bound.errors().isEmpty()) {
      all.put("aria-invalid", "true");
    }
    if (field.isLive()) {
      all.put("data-live", true);
    }
    boolean told = extra.get("aria-describedby") != null || widget.fieldset();
    String describedBy = told ? "" : describedBy(bound);
    if (!describedBy.isEmpty()) {
      all.put("aria-describedby", describedBy);
    }
    if (!bound.id().isEmpty() && !widget.attributes().containsKey("id")) {
      all.putIfAbsent("id", bound.id());
    }
    return all;
  }

  /** The ids of help text and errors, or empty. */
  static String describedBy(BoundField bound) {
    if (bound.field().widget().attributes().get("aria-describedby") != null
        || bound.id().isEmpty()
        || bound.hidden()) {
      return "";
    }
    List<String> ids = new ArrayList<>();
    if (!bound.help().isEmpty()) {
      ids.add(bound.id() + "_helptext");
    }
    if (!bound.errors().isEmpty()) {
      ids.add(bound.id() + "_error");
    }
    return String.join(" ", ids);
  }

  static SafeString label(
      BoundField bound,
      String tag,
      @Nullable CharSequence text,
      @Nullable String suffix,
      Map<String, ? extends @Nullable Object> extra) {
    CharSequence shown = text == null ? bound.label() : text;
    String own = bound.field().labelSuffix;
    String end = suffix != null ? suffix : own != null ? own : bound.form().labelSuffix();
    String contents = escape(shown);
    if (!shown.isEmpty() && ":?.!".indexOf(shown.charAt(shown.length() - 1)) < 0) {
      contents += Html.escapeText(end);
    }
    Object widgetId = bound.field().widget().attributes().get("id");
    String id = widgetId == null ? bound.id() : widgetId.toString();
    if (id.isEmpty()) {
      return SafeString.of(contents);
    }
    Map<String, @Nullable Object> all = new LinkedHashMap<>(extra);
    String target = bound.field().widget().labelId(id);
    if (!target.isEmpty()) {
      all.put("for", target);
    }
    String css = bound.form().requiredCss();
    if (bound.field().isRequired() && !css.isEmpty()) {
      all.merge("class", css, (before, more) -> before + " " + more);
    }
    SafeString replaced = replacedLabel(bound, tag, contents, all);
    if (replaced != null) {
      return replaced;
    }
    StringBuilder out = new StringBuilder(64).append('<').append(tag);
    Attributes.write(out, all);
    return SafeString.of(out.append('>').append(contents).append("</" + tag + ">").toString());
  }

  private static @Nullable SafeString replacedLabel(
      BoundField bound, String tag, String contents, Map<String, @Nullable Object> attributes) {
    return Replaced.find(
        "",
        "forms/label.html",
        () -> {
          Map<String, @Nullable Object> values = new LinkedHashMap<>();
          values.put("field", bound);
          values.put("tag", tag);
          values.put("contents", SafeString.of(contents));
          values.put("for", attributes.getOrDefault("for", ""));
          values.put("attrs", attributes);
          return values;
        });
  }

  static String cssClasses(BoundField bound, List<String> own) {
    Set<String> classes = new LinkedHashSet<>();
    own.forEach(group -> addAll(classes, group));
    if (!bound.form().errorCss().isEmpty() && !bound.errors().isEmpty()) {
      addAll(classes, bound.form().errorCss());
    }
    if (bound.field().isRequired()) {
      addAll(classes, bound.form().requiredCss());
    }
    return String.join(" ", classes);
  }

  private static void addAll(Set<String> classes, String group) {
    for (String name : group.split("\\s+")) {
      if (!name.isEmpty()) {
        classes.add(name);
      }
    }
  }

  /** The content of a row: legend or label, help, errors, widget. */
  static void row(StringBuilder out, BoundField bound) {
    SafeString replaced =
        Replaced.find(bound.field().template, "forms/field.html", () -> Map.of("field", bound));
    if (replaced != null) {
      out.append(replaced);
      return;
    }
    boolean fieldset = bound.field().widget().fieldset();
    if (fieldset) {
      out.append("<fieldset");
      String describedBy = describedBy(bound);
      Attributes.write(out, "aria-describedby", describedBy.isEmpty() ? null : describedBy);
      out.append(">\n    ");
    }
    if (!bound.label().isEmpty()) {
      out.append(fieldset ? bound.legendTag() : bound.labelTag()).append("\n    ");
    }
    help(out, bound, "div", "");
    if (!bound.errors().isEmpty()) {
      out.append(bound.errors().html()).append("\n    ");
    }
    out.append(bound.html()).append('\n');
    if (fieldset) {
      out.append("    </fieldset>\n");
    }
  }

  static void help(StringBuilder out, BoundField bound, String tag, String before) {
    if (bound.help().isEmpty()) {
      return;
    }
    out.append(before).append('<').append(tag).append(" class=\"helptext\"");
    if (!bound.id().isEmpty()) {
      Attributes.write(out, "id", bound.id() + "_helptext");
    }
    out.append('>').append(escape(bound.help())).append("</").append(tag).append(">\n    ");
  }

  static String escape(CharSequence text) {
    return text instanceof HtmlValue html ? html.html() : Html.escapeText(text.toString());
  }
}
