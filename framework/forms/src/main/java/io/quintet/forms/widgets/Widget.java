package io.quintet.forms.widgets;

import io.quintet.core.text.SafeString;
import io.quintet.forms.Submission;
import io.quintet.forms.internal.Replaced;
import io.quintet.forms.internal.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a field looks in HTML, and how its raw value is read from what was sent. A widget belongs to
 * one field of one form object.
 */
public abstract class Widget {
  private final Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
  private boolean required;
  private String template = "";

  /** Sets an HTML attribute; {@code true} makes a bare one, {@code false} or null none. */
  public Widget attr(String name, @Nullable Object value) {
    attributes.put(name, value);
    return this;
  }

  /** Sets the CSS classes. */
  public Widget css(String classes) {
    return attr("class", classes);
  }

  /** The HTML attributes that were set on this widget. */
  public Map<String, @Nullable Object> attributes() {
    return attributes;
  }

  /** Whether the field is mandatory, which some widgets show. Set by the field. */
  public void required(boolean required) {
    this.required = required;
  }

  /** Whether the field is mandatory. */
  public boolean required() {
    return required;
  }

  /**
   * What templates call this kind of widget: the type of an input, {@code textarea}, {@code
   * select}, {@code selectmultiple}, {@code radios}, {@code checkboxes}, {@code group}.
   */
  public String kind() {
    return fieldset() ? "group" : "textarea";
  }

  /**
   * Sets the template that writes this widget, in place of that of the site or the built-in HTML;
   * see {@link io.quintet.forms.FormTemplates}.
   */
  public Widget template(String name) {
    this.template = name;
    return this;
  }

  /** Whether nothing is visible: hidden inputs. */
  public boolean hidden() {
    return false;
  }

  /** Whether it is a group of controls that belongs in a {@code fieldset} with a legend. */
  public boolean fieldset() {
    return false;
  }

  /** Whether it is several inputs, each called after the field with an underscore and more. */
  public boolean hasParts() {
    return false;
  }

  /** Whether the form must be sent as {@code multipart/form-data}. */
  public boolean multipart() {
    return false;
  }

  /** Whether it can show a fraction of a second. */
  public boolean fractions() {
    return true;
  }

  /** Whether the browser may be told that the field is mandatory. */
  public boolean requiredAttribute(@Nullable Object initial) {
    return !hidden();
  }

  /** The id that a {@code label} points to, or empty if it should point to none. */
  public String labelId(String id) {
    return id;
  }

  /** The raw value that was sent under a name, or null if none was. */
  public @Nullable Object read(Submission sent, String name) {
    return sent.get(name);
  }

  /** Whether nothing was sent for a name. */
  public boolean omitted(Submission sent, String name) {
    return !sent.contains(name);
  }

  /** The value as text for HTML, or null for none. */
  protected @Nullable Object format(@Nullable Object value) {
    if (value == null || "".equals(value)) {
      return null;
    }
    return value instanceof SafeString ? value : Texts.text(value);
  }

  /**
   * Writes the HTML.
   *
   * @param attributes all attributes, those of this widget included
   */
  protected abstract void write(
      StringBuilder out,
      String name,
      @Nullable Object value,
      Map<String, ? extends @Nullable Object> attributes);

  /**
   * The HTML of this widget.
   *
   * @param name the name under which the value is sent
   * @param value the value shown, or null
   * @param extra attributes beside those of the widget; they win
   */
  public final SafeString render(
      String name, @Nullable Object value, Map<String, ? extends @Nullable Object> extra) {
    SafeString replaced =
        Replaced.find(
            template,
            "forms/widgets/" + kind() + ".html",
            () -> Map.of("widget", values(name, value, extra)));
    return replaced == null ? written(name, value, extra) : replaced;
  }

  private SafeString written(
      String name, @Nullable Object value, Map<String, ? extends @Nullable Object> extra) {
    StringBuilder out = new StringBuilder(128);
    write(out, name, value, merged(extra));
    return SafeString.of(out.toString());
  }

  /** What a template finds as {@code widget}. */
  private Map<String, @Nullable Object> values(
      String name, @Nullable Object value, Map<String, ? extends @Nullable Object> extra) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("name", name);
    values.put("value", format(value));
    values.put("attrs", merged(extra));
    values.put("kind", kind());
    values.put("required", required);
    values.put("is_hidden", hidden());
    values.put("html", written(name, value, extra));
    describe(values, value);
    return values;
  }

  /** Adds what only this kind of widget has to the values of a template. */
  protected void describe(Map<String, @Nullable Object> values, @Nullable Object value) {}

  /** The attributes of this widget overlaid with others. */
  protected final Map<String, @Nullable Object> merged(
      Map<String, ? extends @Nullable Object> extra) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(attributes);
    all.putAll(extra);
    return all;
  }

  /** The controls this is made of, each as HTML; a list of itself for a single control. */
  public List<SafeString> parts(
      String name, @Nullable Object value, Map<String, ? extends @Nullable Object> extra) {
    return List.of(render(name, value, extra));
  }
}
