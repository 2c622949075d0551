package io.quintet.forms;

import io.quintet.core.MultiMap;
import io.quintet.core.text.SafeString;
import io.quintet.forms.validators.Violation;
import io.quintet.storage.UploadedFile;
import io.quintet.templates.TemplateObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A form: fields that are shown, filled in, validated and read with their types.
 *
 * <pre>{@code
 * public final class BookingForm extends Form {
 *   public final Field<String> name = text("name").maxLength(100).label("Your name");
 *   public final Field<LocalDate> day = date("day");
 *
 *   @Override
 *   protected void clean() {
 *     if (day.isValid() && day.value().getDayOfWeek() == DayOfWeek.SUNDAY) {
 *       addError(day, "We are closed on Sundays.");
 *     }
 *   }
 * }
 *
 * BookingForm form = new BookingForm();
 * form.bind(request.post(), request.files()::list);
 * if (form.isValid()) {
 *   book(form.name.value(), form.day.value());
 * }
 * }</pre>
 *
 * <p>A form object serves one request; it is not for use by several threads.
 */
public abstract non-sealed class Form extends FieldMap implements Fillable, TemplateObject {
  private Map<String, ? extends @Nullable Object> initial = Map.of();
  private @Nullable Submission submission;
  private ErrorList nonField = new ErrorList("errorlist nonfield", null);
  private boolean validated;
  private String prefix = "";
  private String idPattern = "id_%s";
  private String labelSuffix = ":";
  private String errorCss = "";
  private String requiredCss = "";
  private boolean requiredAttribute = true;
  private boolean emptyPermitted;
  private String template = "";

  /** Rules that look at several fields; complain with {@link #addError}. Runs after the fields. */
  protected void clean() {}

  /** Fills in what was sent. */
  public Form bind(MultiMap sent) {
    return bind(Submission.of(sent));
  }

  /** Fills in what was sent; files by field name: {@code request.files()::list}. */
  public Form bind(MultiMap sent, Function<String, List<UploadedFile>> files) {
    return bind(Submission.of(sent, files));
  }

  /** Fills in what was sent. */
  @Override
  public Form bind(Submission sent) {
    this.submission = sent;
    this.validated = false;
    this.nonField = new ErrorList("errorlist nonfield", null);
    each(BoundField::reset);
    return this;
  }

  @Override
  public final Optional<BoundField> alone(String input, Submission sent) {
    bind(sent);
    return fields().stream()
        .filter(field ->
            input.equals(field.htmlName())
                || field.field().widget().hasParts() && input.startsWith(field.htmlName() + "_"))
        .findFirst();
  }

  /** Sets initial values by field name; they come before those of the fields. */
  public Form initial(Map<String, ? extends @Nullable Object> values) {
    this.initial = values;
    return this;
  }

  /** Sets a prefix that keeps two forms of one page apart. */
  public Form prefix(String prefix) {
    this.prefix = prefix;
    return this;
  }

  @Override
  public final String prefix() {
    return prefix;
  }

  /** Sets the pattern of ids, with {@code %s} for the name; empty for no ids. */
  public Form ids(String pattern) {
    this.idPattern = pattern;
    return this;
  }

  /** Sets what ends a label; a colon to begin with. */
  public Form labelSuffix(String suffix) {
    this.labelSuffix = suffix;
    return this;
  }

  /** Sets the CSS classes of rows with errors and of rows of mandatory fields; empty for none. */
  public Form rowCss(String error, String required) {
    this.errorCss = error;
    this.requiredCss = required;
    return this;
  }

  /** Whether browsers are told which fields are mandatory; they are unless told otherwise. */
  public Form requiredAttribute(boolean used) {
    this.requiredAttribute = used;
    return this;
  }

  /** A bound form in which nothing was changed is valid, whatever is mandatory. */
  public Form emptyPermitted(boolean permitted) {
    this.emptyPermitted = permitted;
    return this;
  }

  /** Whether something was filled in. */
  @Override
  public final boolean isBound() {
    return submission != null;
  }

  /** Whether it was filled in and every rule holds. */
  @Override
  public final boolean isValid() {
    return isBound() && errors().isEmpty();
  }

  /** The errors by field name, in the order of the fields; those of the whole form under empty. */
  public final Map<String, ErrorList> errors() {
    validateOnce();
    Map<String, ErrorList> errors = new LinkedHashMap<>();
    each(field -> {
      if (!field.errorList().isEmpty()) {
        errors.put(field.name(), field.errorList());
      }
    });
    if (!nonField.isEmpty()) {
      errors.put("", nonField);
    }
    return errors;
  }

  /** The errors of the form as a whole. */
  public final ErrorList nonFieldErrors() {
    validateOnce();
    return nonField;
  }

  /** Complains about the form as a whole. */
  public final void addError(String message) {
    addError(Violation.of("invalid", message));
  }

  /** Complains about the form as a whole. */
  @Override
  public final void addError(Violation violation) {
    validateOnce();
    nonField.append(violation);
  }

  /** Complains about a field; it has no value from then on. */
  public final void addError(Field<?> field, String message) {
    addError(field, Violation.of("invalid", message));
  }

  /** Complains about a field; it has no value from then on. */
  public final void addError(Field<?> field, Violation violation) {
    validateOnce();
    field.bound().errorList().append(violation);
    field.bound().refuse();
  }

  /** The values by name of the fields that were accepted, in the order of the fields. */
  public final Map<String, @Nullable Object> values() {
    validateOnce();
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    each(field -> {
      if (field.isValid()) {
        values.put(field.name(), field.cleanedOrNull());
      }
    });
    return values;
  }

  /** Whether anything that was sent differs from the initial values. */
  public final boolean hasChanged() {
    return !changed().isEmpty();
  }

  /** The names of the fields that differ from their initial values. */
  public final List<String> changed() {
    List<String> changed = new ArrayList<>();
    each(field -> {
      if (field.hasChanged()) {
        changed.add(field.name());
      }
    });
    return changed;
  }

  /** Whether it must be sent as {@code multipart/form-data}. */
  @Override
  public final boolean isMultipart() {
    return fields().stream().anyMatch(field -> field.field().widget.multipart());
  }

  /**
   * Sets the template that writes this form as {@link #html}, in place of that of the site or the
   * built-in HTML; see {@link FormTemplates}.
   */
  public Form template(String name) {
    this.template = name;
    return this;
  }

  /** The form as HTML, without the {@code form} element and buttons: as {@link #asDiv}. */
  @Override
  public String html() {
    return Layout.DIV.render(this, template).value();
  }

  /** A {@code div} a field. */
  public final SafeString asDiv() {
    return Layout.DIV.render(this, "");
  }

  /** A paragraph a field. */
  public final SafeString asP() {
    return Layout.P.render(this, "");
  }

  /** A table row a field, without the {@code table} element. */
  public final SafeString asTable() {
    return Layout.TABLE.render(this, "");
  }

  /** A list item a field, without the {@code ul} element. */
  public final SafeString asUl() {
    return Layout.UL.render(this, "");
  }

  /** The fields by name, and what templates know of forms: {@code errors}, {@code as_p} ... */
  @Override
  public @Nullable Object property(String name) {
    return has(name) ? field(name) : FormProperties.of(this, name);
  }

  final void validateOnce() {
    if (submission == null || validated) {
      return;
    }
    validated = true;
    if (emptyPermitted && !hasChanged()) {
      return;
    }
    each(BoundField::validate);
    clean();
    afterClean();
  }

  /**
   * What a kind of form checks after {@link #clean}, such as a model form the rules of its model.
   */
  protected void afterClean() {}

  final @Nullable Submission submission() {
    return submission;
  }

  final @Nullable Object initialFor(Field<?> field) {
    return initial.containsKey(field.name()) ? initial.get(field.name()) : field.initial();
  }

  final String prefixed(String name) {
    return prefix.isEmpty() ? name : prefix + "-" + name;
  }

  final String initialName(String name) {
    return "initial-" + prefixed(name);
  }

  final String id(String htmlName) {
    return idPattern.replace("%s", htmlName);
  }

  final String labelSuffix() {
    return labelSuffix;
  }

  final String errorCss() {
    return errorCss;
  }

  final String requiredCss() {
    return requiredCss;
  }

  final boolean usesRequiredAttribute() {
    return requiredAttribute;
  }
}
