package io.quintet.forms;

import io.quintet.core.text.HtmlValue;
import io.quintet.core.text.SafeString;
import io.quintet.forms.validators.ValidationException;
import io.quintet.forms.validators.Violation;
import io.quintet.forms.widgets.Widget;
import io.quintet.forms.widgets.Widgets;
import io.quintet.templates.TemplateObject;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field in its form: what it shows, what was wrong with what was sent, and its HTML. A template
 * meets it as {@code {{ form.name }}}; in a loop it gives its controls (each radio button).
 */
public final class BoundField implements HtmlValue, TemplateObject, Iterable<SafeString> {
  private final Form form;
  private final Field<?> field;
  private @Nullable ErrorList errors;
  private @Nullable Object cleaned;
  private boolean valid;
  private @Nullable Object initial;
  private boolean initialKnown;

  BoundField(Form form, Field<?> field) {
    this.form = form;
    this.field = field;
  }

  /** The field's declaration. */
  public Field<?> field() {
    return field;
  }

  /** The form it stands in. */
  public Form form() {
    return form;
  }

  /** The field's name. */
  public String name() {
    return field.name();
  }

  /** The name in HTML: with the form's prefix. */
  public String htmlName() {
    return form.prefixed(field.name());
  }

  /** The id in HTML, or empty if the form gives none. */
  public String id() {
    return form.id(htmlName());
  }

  /** The id a label points to. */
  public String labelId() {
    Object own = field.widget.attributes().get("id");
    return field.widget.labelId(own == null ? id() : own.toString());
  }

  /** The label. */
  public String label() {
    return field.label();
  }

  /** The help text, or empty. */
  public CharSequence help() {
    return field.help();
  }

  /** Whether it is shown at all. */
  public boolean hidden() {
    return field.widget.hidden();
  }

  /** What was sent, as the widget read it; null if the form is not bound. */
  public @Nullable Object data() {
    Submission sent = form.submission();
    return sent == null ? null : field.widget.read(sent, htmlName());
  }

  /** Whether nothing was sent for it. */
  public boolean omitted() {
    Submission sent = form.submission();
    return sent == null || field.widget.omitted(sent, htmlName());
  }

  /** The initial value: that of the form, else that of the field. */
  public @Nullable Object initial() {
    if (!initialKnown) {
      initialKnown = true;
      initial = withoutFraction(form.initialFor(field));
    }
    return initial;
  }

  private @Nullable Object withoutFraction(@Nullable Object value) {
    if (field.widget.fractions()) {
      return value;
    }
    return switch (value) {
      case LocalDateTime time -> time.withNano(0);
      case LocalTime time -> time.withNano(0);
      case null, default -> value;
    };
  }

  /** The value shown: what was sent, or the initial value. */
  public @Nullable Object value() {
    Object shown = initial();
    if (form.isBound()) {
      shown = field.shown(data(), shown);
    }
    return field.prepare(shown);
  }

  /** Whether what was sent differs from the initial value. */
  public boolean hasChanged() {
    Submission sent = form.submission();
    Object before = initial();
    if (field.showsInitial && sent != null) {
      try {
        before = field.convert(field.hiddenWidget().read(sent, form.initialName(field.name())));
      } catch (ValidationException e) {
        return true;
      }
    }
    return field.hasChanged(before, data());
  }

  /** Why it was refused; empty if it was not, or the form is not bound. */
  public ErrorList errors() {
    form.validateOnce();
    return errorList();
  }

  ErrorList errorList() {
    if (errors == null) {
      errors = new ErrorList("errorlist", id());
    }
    return errors;
  }

  /**
   * What its own rules say of what was sent, while the other fields and the rules of the whole form
   * are not looked at. Leaves the form as it is.
   *
   * @return the reasons why it would be refused; empty if it would not
   */
  public List<Violation> check() {
    try {
      field.clean(field.disabled ? initial() : data(), initial());
      return List.of();
    } catch (ValidationException e) {
      return e.violations();
    }
  }

  void reset() {
    errors = null;
    valid = false;
    cleaned = null;
  }

  void validate() {
    try {
      Object raw = field.disabled ? initial() : data();
      cleaned = field.clean(raw, initial());
      valid = true;
    } catch (ValidationException e) {
      e.violations().forEach(errorList()::append);
    }
  }

  void refuse() {
    valid = false;
    cleaned = null;
  }

  boolean isValid() {
    form.validateOnce();
    return valid;
  }

  @Nullable Object cleaned() {
    if (!isValid()) {
      throw new IllegalStateException(
          "The field \""
              + name()
              + "\" has no value: "
              + (form.isBound() ? "it was refused: " + errors() : "the form was not bound")
              + ". Ask form.isValid() first");
    }
    return cleaned;
  }

  @Nullable Object cleanedOrNull() {
    return cleaned;
  }

  /** The HTML of the widget; with the hidden initial value if the field sends that along. */
  @Override
  public String html() {
    SafeString shown = render(field.widget, Map.of());
    return field.showsInitial ? shown.value() + renderInitial() : shown.value();
  }

  /** The HTML of the widget with more attributes. */
  public SafeString render(Map<String, ? extends @Nullable Object> attributes) {
    return render(field.widget, attributes);
  }

  /** The HTML of another widget for this field. */
  public SafeString render(Widget widget, Map<String, ? extends @Nullable Object> attributes) {
    return widget.render(htmlName(), value(), FieldMarkup.attributes(this, widget, attributes));
  }

  /** The value in hidden inputs. */
  public SafeString renderHidden() {
    return render(field.hiddenWidget(), Map.of());
  }

  private SafeString renderInitial() {
    String name = form.initialName(field.name());
    Submission sent = form.submission();
    Widget hidden = field.hiddenWidget();
    Object value = sent != null && sent.contains(name) ? hidden.read(sent, name) : value();
    Map<String, @Nullable Object> attributes =
        FieldMarkup.attributes(this, hidden, Map.of("id", "initial-" + id()));
    return hidden.render(name, value, attributes);
  }

  /** The label as HTML, or empty if there is none. */
  public SafeString labelTag() {
    return FieldMarkup.label(this, "label", null, null, Map.of());
  }

  /** The label as the legend of a fieldset. */
  public SafeString legendTag() {
    return FieldMarkup.label(this, "legend", null, null, Map.of());
  }

  /** A label or legend with a text, a suffix (null: the usual ones) and attributes. */
  public SafeString labelTag(
      String tag,
      @Nullable CharSequence text,
      @Nullable String suffix,
      Map<String, ? extends @Nullable Object> attributes) {
    return FieldMarkup.label(this, tag, text, suffix, attributes);
  }

  /** The CSS classes of the row: those given, and the form's for errors and mandatory fields. */
  public String cssClasses(String... own) {
    return FieldMarkup.cssClasses(this, List.of(own));
  }

  /** Label, help, errors and widget together, as a row of {@link Form#asDiv}. */
  public SafeString row() {
    StringBuilder out = new StringBuilder(256);
    FieldMarkup.row(out, this);
    return SafeString.of(out.toString());
  }

  /** The controls one by one: radio buttons, checkboxes, the inputs of a split date and time. */
  @Override
  public Iterator<SafeString> iterator() {
    return field
        .widget
        .parts(htmlName(), value(), FieldMarkup.attributes(this, field.widget, Map.of()))
        .iterator();
  }

  @Override
  public @Nullable Object property(String property) {
    return switch (property) {
      case "name" -> name();
      case "html_name", "htmlName" -> htmlName();
      case "id", "auto_id" -> id();
      case "id_for_label", "labelId" -> labelId();
      case "label" -> label();
      case "label_tag", "labelTag" -> labelTag();
      case "legend_tag", "legendTag" -> legendTag();
      case "help_text", "help" -> help();
      case "errors" -> errors();
      case "value" -> value();
      case "data" -> data();
      case "initial" -> initial();
      case "is_hidden", "hidden" -> hidden();
      case "required" -> field.isRequired();
      case "css_classes", "cssClasses" -> cssClasses();
      case "use_fieldset", "fieldset" -> field.widget.fieldset();
      case "aria_describedby" -> FieldMarkup.describedBy(this);
      case "as_hidden" -> renderHidden();
      case "as_field_group", "row" -> row();
      case "as_widget" -> SafeString.of(html());
      case "as_text" -> render(Widgets.text(), Map.of());
      case "as_textarea" -> render(Widgets.textarea(), Map.of());
      case "widget_type" -> field.widget.kind();
      case "form" -> form;
      default -> ABSENT;
    };
  }
}
