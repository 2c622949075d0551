package io.quintet.forms;

import io.quintet.core.MultiMap;
import io.quintet.core.text.HtmlValue;
import io.quintet.core.text.SafeString;
import io.quintet.forms.validators.Violation;
import io.quintet.storage.UploadedFile;
import io.quintet.templates.TemplateObject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
public abstract class Form extends FormFields
    implements HtmlValue, TemplateObject, Iterable<BoundField> {
  private final Map<String, BoundField> fields = new LinkedHashMap<>();
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

  /**
   * Adds a field; for fields of your own type.
   *
   * @throws IllegalArgumentException if the name is taken
   */
  @Override
  protected final <F extends Field<?>> F add(F field) {
    BoundField bound = new BoundField(this, field);
    if (fields.putIfAbsent(field.name(), bound) != null) {
      throw new IllegalArgumentException(
          getClass().getName() + " already has a field \"" + field.name() + "\"");
    }
    field.bound = bound;
    return field;
  }

  /**
   * Puts a field in the place of the one of the same name.
   *
   * @throws IllegalArgumentException if there is none
   */
  protected final <F extends Field<?>> F replace(F field) {
    field(field.name());
    BoundField bound = new BoundField(this, field);
    fields.put(field.name(), bound);
    field.bound = bound;
    return field;
  }

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
  public Form bind(Submission sent) {
    this.submission = sent;
    this.validated = false;
    this.nonField = new ErrorList("errorlist nonfield", null);
    fields.values().forEach(BoundField::reset);
    return this;
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

  /**
   * Puts these fields first, in this order.
   *
   * @throws IllegalArgumentException if a name is not that of a field
   */
  public Form order(String... names) {
    Map<String, BoundField> rest = new LinkedHashMap<>(fields);
    fields.clear();
    for (String name : names) {
      BoundField field = rest.remove(name);
      if (field == null) {
        throw noSuchField(name);
      }
      fields.put(name, field);
    }
    fields.putAll(rest);
    return this;
  }

  /** Takes a field out of this form object. */
  public Form remove(String name) {
    if (fields.remove(name) == null) {
      throw noSuchField(name);
    }
    return this;
  }

  /** Whether something was filled in. */
  public final boolean isBound() {
    return submission != null;
  }

  /** Whether it was filled in and every rule holds. */
  public final boolean isValid() {
    return isBound() && errors().isEmpty();
  }

  /** The errors by field name, in the order of the fields; those of the whole form under empty. */
  public final Map<String, ErrorList> errors() {
    validateOnce();
    Map<String, ErrorList> errors = new LinkedHashMap<>();
    fields.forEach((name, field) -> {
      if (!field.errorList().isEmpty()) {
        errors.put(name, field.errorList());
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
    fields.forEach((name, field) -> {
      if (field.isValid()) {
        values.put(name, field.cleanedOrNull());
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
    fields.forEach((name, field) -> {
      if (field.hasChanged()) {
        changed.add(name);
      }
    });
    return changed;
  }

  /** Whether it must be sent as {@code multipart/form-data}. */
  public final boolean isMultipart() {
    return fields.values().stream().anyMatch(field -> field.field().widget.multipart());
  }

  /**
   * A field by its name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public final BoundField field(String name) {
    BoundField field = fields.get(name);
    if (field == null) {
      throw noSuchField(name);
    }
    return field;
  }

  /** Whether there is a field of that name. */
  public final boolean has(String name) {
    return fields.containsKey(name);
  }

  private IllegalArgumentException noSuchField(String name) {
    return new IllegalArgumentException(
        getClass().getSimpleName()
            + " has no field \""
            + name
            + "\"; its fields are "
            + String.join(", ", fields.keySet()));
  }

  /** The fields in order. */
  @Override
  public final Iterator<BoundField> iterator() {
    return List.copyOf(fields.values()).iterator();
  }

  /** The form as HTML, without the {@code form} element and buttons: as {@link #asDiv}. */
  @Override
  public String html() {
    return asDiv().value();
  }

  /** A {@code div} a field. */
  public final SafeString asDiv() {
    return Layout.DIV.render(this);
  }

  /** A paragraph a field. */
  public final SafeString asP() {
    return Layout.P.render(this);
  }

  /** A table row a field, without the {@code table} element. */
  public final SafeString asTable() {
    return Layout.TABLE.render(this);
  }

  /** A list item a field, without the {@code ul} element. */
  public final SafeString asUl() {
    return Layout.UL.render(this);
  }

  /** The fields by name, and what templates know of forms: {@code errors}, {@code as_p} ... */
  @Override
  public @Nullable Object property(String name) {
    BoundField field = fields.get(name);
    if (field != null) {
      return field;
    }
    return switch (name) {
      case "errors" -> errors();
      case "non_field_errors", "nonFieldErrors" -> nonFieldErrors();
      case "as_div" -> asDiv();
      case "as_p" -> asP();
      case "as_table" -> asTable();
      case "as_ul" -> asUl();
      case "is_bound", "isBound" -> isBound();
      case "is_valid", "isValid" -> isValid();
      case "is_multipart", "isMultipart" -> isMultipart();
      case "hidden_fields" -> fields.values().stream().filter(BoundField::hidden).toList();
      case "visible_fields" -> fields.values().stream().filter(f -> !f.hidden()).toList();
      case "prefix" -> prefix;
      default -> ABSENT;
    };
  }

  @Override
  public int size() {
    return fields.size();
  }

  final void validateOnce() {
    if (submission == null || validated) {
      return;
    }
    validated = true;
    if (emptyPermitted && !hasChanged()) {
      return;
    }
    fields.values().forEach(BoundField::validate);
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
