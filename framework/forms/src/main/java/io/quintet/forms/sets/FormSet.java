package io.quintet.forms.sets;

import io.quintet.core.MultiMap;
import io.quintet.core.text.SafeString;
import io.quintet.forms.BoundField;
import io.quintet.forms.ErrorList;
import io.quintet.forms.Fillable;
import io.quintet.forms.Form;
import io.quintet.forms.Submission;
import io.quintet.forms.internal.Replaced;
import io.quintet.forms.validators.Violation;
import io.quintet.storage.UploadedFile;
import io.quintet.templates.TemplateObject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The same form several times on one page.
 *
 * <pre>{@code
 * FormSet<GuestForm> guests =
 *     FormSet.of(GuestForm::new, FormSetOptions.of().extra(3).max(8).validateMax().canDelete());
 * guests.bind(request.post(), request.files()::list);
 * if (guests.isValid()) {
 *   for (GuestForm guest : guests.filled()) {
 *     invite(guest.name.value());
 *   }
 * }
 * }</pre>
 *
 * <p>The page writes it as {@code {{ guests }}}, or form by form; then {@code {{
 * guests.management_form }}} has to stand within the same {@code form} element, for it carries the
 * number of forms. A form beyond those with initial values that was left as it is counts as not
 * filled in, whatever is mandatory in it.
 *
 * <p>What a browser says about their number is not trusted: at most {@link
 * FormSetOptions#absoluteMax} forms are read. A form set serves one request; it is not for use by
 * several threads.
 *
 * @param <F> the form
 */
public class FormSet<F extends Form> implements Fillable, TemplateObject, Iterable<F> {
  /** The prefix if none is chosen. */
  public static final String USUAL_PREFIX = "form";

  private final Supplier<F> form;
  private final FormSetOptions options;
  private List<? extends Map<String, ? extends @Nullable Object>> initial = List.of();
  private @Nullable Submission sent;
  private @Nullable ManagementForm management;
  private @Nullable List<F> forms;
  private ErrorList nonForm = new ErrorList("errorlist nonform");
  private boolean validated;
  private String idPattern = "id_%s";

  /**
   * A form set; extend it to add rules in {@link #clean}.
   *
   * @param form makes one of the forms
   * @throws IllegalArgumentException if the options contradict each other
   */
  public FormSet(Supplier<F> form, FormSetOptions options) {
    this.form = form;
    this.options = options.usualPrefix(USUAL_PREFIX).checked();
  }

  /** A form set that overrides {@link #make}. */
  protected FormSet(FormSetOptions options) {
    this(
        () -> {
          throw new IllegalStateException("A form set without a supplier of forms overrides make");
        },
        options);
  }

  /** A form set without a class of its own. */
  public static <F extends Form> FormSet<F> of(Supplier<F> form, FormSetOptions options) {
    return new FormSet<>(form, options);
  }

  /** Initial values by field name, a map a form. Where they are set, they must be set again. */
  public FormSet<F> initial(List<? extends Map<String, ? extends @Nullable Object>> values) {
    this.initial = List.copyOf(values);
    this.forms = null;
    return this;
  }

  /** Sets the pattern of ids, with {@code %s} for the name; empty for no ids. */
  public FormSet<F> ids(String pattern) {
    this.idPattern = pattern;
    this.forms = null;
    return this;
  }

  /** Fills in what was sent. */
  public FormSet<F> bind(MultiMap sent) {
    return bind(Submission.of(sent));
  }

  /** Fills in what was sent; files by field name: {@code request.files()::list}. */
  public FormSet<F> bind(MultiMap sent, Function<String, List<UploadedFile>> files) {
    return bind(Submission.of(sent, files));
  }

  /** Fills in what was sent. */
  @Override
  public FormSet<F> bind(Submission sent) {
    this.sent = sent;
    this.validated = false;
    this.forms = null;
    this.nonForm = new ErrorList("errorlist nonform");
    ManagementForm told = new ManagementForm();
    told.prefix(options.prefix()).bind(sent);
    this.management = told;
    return this;
  }

  @Override
  public final Optional<BoundField> alone(String input, Submission sent) {
    String start = prefix() + "-";
    int end = input.indexOf('-', start.length());
    if (!input.startsWith(start) || end < 0) {
      return Optional.empty();
    }
    String place = input.substring(start.length(), end);
    if (!place.matches("\\d{1,9}") || Integer.parseInt(place) >= options.absoluteMax()) {
      return Optional.empty();
    }
    F one = make(-1);
    complete(one, -1, place);
    return one.alone(input, sent);
  }

  /** Rules that look at several forms; complain with {@link #addError}. Runs after the forms. */
  protected void clean() {}

  /**
   * Makes a form; the form set gives it prefix, initial values and what was sent.
   *
   * @param index its place, or -1 for {@link #emptyForm}
   */
  protected F make(int index) {
    return form.get();
  }

  /**
   * Changes a form that has everything but what was sent: its fields, those that order and remove
   * it among them ({@code ORDER} and {@code DELETE}).
   *
   * @param index its place, or -1 for {@link #emptyForm}
   */
  protected void prepare(F form, int index) {}

  /** What a kind of form set checks before {@link #clean}, once all forms are validated. */
  protected void afterForms() {}

  /** How many forms have initial values when nothing was sent. */
  protected int knownCount() {
    return initial.size();
  }

  /** Whether something was filled in. */
  @Override
  public final boolean isBound() {
    return sent != null;
  }

  /** What was sent, or null. */
  protected final @Nullable Submission submission() {
    return sent;
  }

  /** The beginning of all names. */
  @Override
  public final String prefix() {
    return options.prefix();
  }

  /** How many of the forms had values when the page was shown. */
  public final int initialCount() {
    ManagementForm told = management;
    if (told == null) {
      return knownCount();
    }
    return told.isValid() ? Math.min(told.initial.value(), options.absoluteMax()) : 0;
  }

  /** How many forms there are. */
  public final int totalCount() {
    ManagementForm told = management;
    if (told != null) {
      int sentForms = told.isValid() ? Math.min(told.total.value(), options.absoluteMax()) : 0;
      return options.onlyEdits() ? Math.min(sentForms, initialCount()) : sentForms;
    }
    int known = knownCount();
    int wanted = Math.max(known, options.min()) + options.extra();
    return Math.max(known, Math.min(wanted, options.max()));
  }

  /** The forms in the order of the page. */
  public final List<F> forms() {
    if (forms == null) {
      List<F> made = new ArrayList<>();
      int total = totalCount();
      for (int i = 0; i < total; i++) {
        made.add(numbered(i));
      }
      forms = List.copyOf(made);
    }
    return forms;
  }

  private F numbered(int index) {
    F made = make(index);
    if (index < initial.size()) {
      made.initial(initial.get(index));
    }
    made.emptyPermitted(index >= initialCount() && index >= options.min());
    complete(made, index, String.valueOf(index));
    if (sent != null) {
      made.bind(sent);
    }
    return made;
  }

  private void complete(F made, int index, String place) {
    made.prefix(options.prefix() + "-" + place).ids(idPattern).requiredAttribute(false);
    boolean stored = index >= 0 && index < initialCount();
    if (options.orders()) {
      SetFields.addOrder(made, stored ? index + 1 : null);
    }
    if (options.deletes() && (stored || options.deletesExtra())) {
      SetFields.addDelete(made);
    }
    prepare(made, index);
  }

  /** A form to copy by script for one more: {@code __prefix__} stands for its number. */
  public final F emptyForm() {
    F made = make(-1);
    made.emptyPermitted(true);
    complete(made, -1, "__prefix__");
    return made;
  }

  /** The forms that had values when the page was shown. */
  public final List<F> initialForms() {
    return forms().subList(0, Math.min(initialCount(), forms().size()));
  }

  /** The forms beyond those. */
  public final List<F> extraForms() {
    return forms().subList(Math.min(initialCount(), forms().size()), forms().size());
  }

  /** Whether it was filled in, and every rule of the forms that stay and of the set holds. */
  @Override
  public final boolean isValid() {
    if (!isBound()) {
      return false;
    }
    validateOnce();
    return nonForm.isEmpty() && errors().stream().allMatch(Map::isEmpty);
  }

  private void validateOnce() {
    ManagementForm told = management;
    if (told == null || validated) {
      return;
    }
    validated = true;
    if (!told.isValid()) {
      nonForm.append(SetMessages.tampered(told.missing()));
      return;
    }
    List<F> staying = forms().stream().filter(each -> !isRemoved(each)).toList();
    staying.forEach(Form::errors);
    int stay = staying.size();
    int filled = touched(false).size();
    if ((options.requiresMax() && stay > options.max())
        || (!options.onlyEdits() && told.total.value() > options.absoluteMax())) {
      nonForm.append(SetMessages.tooMany(options.max()));
    } else if (options.requiresMin() && filled < options.min()) {
      nonForm.append(SetMessages.tooFew(options.min()));
    }
    afterForms();
    clean();
  }

  /** The forms that were filled in: those that are removed, or those that stay. */
  private List<F> touched(boolean removed) {
    List<F> touched = new ArrayList<>();
    int stored = initialCount();
    for (F each : forms()) {
      boolean known = stored-- > 0;
      if (isRemoved(each) == removed && (known || each.hasChanged())) {
        touched.add(each);
      }
    }
    return touched;
  }

  /** Whether a form is marked to be removed. */
  protected final boolean isRemoved(F each) {
    return sent != null && SetFields.isRemoved(each);
  }

  /** The errors of each form, in their order; none of those that are removed. */
  public final List<Map<String, ErrorList>> errors() {
    validateOnce();
    List<Map<String, ErrorList>> all = new ArrayList<>();
    for (F each : forms()) {
      all.add(isBound() && !isRemoved(each) ? each.errors() : Map.of());
    }
    return all;
  }

  /** The errors of the set as a whole. */
  public final ErrorList nonFormErrors() {
    validateOnce();
    return nonForm;
  }

  /** How many errors there are, those of the set as a whole included. */
  public final int errorCount() {
    return nonFormErrors().size()
        + errors().stream().flatMap(form -> form.values().stream()).mapToInt(ErrorList::size).sum();
  }

  /** Complains about the set as a whole. */
  public final void addError(String message) {
    addError(Violation.of("invalid", message));
  }

  /** Complains about the set as a whole. */
  @Override
  public final void addError(Violation violation) {
    validateOnce();
    nonForm.append(violation);
  }

  /**
   * The forms to work with: those that were filled in and are not removed, sorted by their numbers
   * if they can be ordered (those without a number last).
   *
   * @throws IllegalStateException if the set is not valid
   */
  public final List<F> filled() {
    requireValid("filled()");
    List<F> filled = touched(false);
    if (options.orders()) {
      filled.sort(SetFields.BY_ORDER);
    }
    return filled;
  }

  /**
   * The forms that are removed; empty ones that were never filled in are not among them.
   *
   * @throws IllegalStateException if the set is not valid
   */
  public final List<F> deletedForms() {
    requireValid("deletedForms()");
    return touched(true);
  }

  private void requireValid(String asked) {
    if (!isValid()) {
      throw new IllegalStateException(
          "The form set is not valid, so it has no "
              + asked
              + ": "
              + (isBound() ? nonForm + " " + errors() : "nothing was sent")
              + ". Ask isValid() first");
    }
  }

  /** Whether anything that was sent differs from the initial values. */
  public final boolean hasChanged() {
    return forms().stream().anyMatch(Form::hasChanged);
  }

  /** Whether it must be sent as {@code multipart/form-data}. */
  @Override
  public final boolean isMultipart() {
    return forms().isEmpty() ? emptyForm().isMultipart() : forms().getFirst().isMultipart();
  }

  /** The hidden inputs that carry the number of forms. */
  public final SafeString managementForm() {
    ManagementForm shown = management;
    return shown != null && shown.isValid()
        ? shown.inputs()
        : ManagementForm.shown(prefix(), totalCount(), initialCount(), options).inputs();
  }

  @Override
  public final Iterator<F> iterator() {
    return forms().iterator();
  }

  @Override
  public final int size() {
    return forms().size();
  }

  /** Whether it is shown at all: a set without a form has its hidden inputs, too. */
  @Override
  public final boolean truth() {
    return true;
  }

  /** The form set as HTML, without the {@code form} element and buttons: as {@link #asDiv}. */
  @Override
  public String html() {
    SafeString replaced = Replaced.find("", "forms/formset.html", () -> Map.of("formset", this));
    return replaced == null ? asDiv().value() : replaced.value();
  }

  /** Hidden inputs, errors of the set, and each form as {@link Form#asDiv}. */
  public final SafeString asDiv() {
    return written(Form::asDiv);
  }

  /** Hidden inputs, errors of the set, and each form as {@link Form#asP}. */
  public final SafeString asP() {
    return written(Form::asP);
  }

  /** Hidden inputs, errors of the set, and each form as {@link Form#asTable}. */
  public final SafeString asTable() {
    return written(Form::asTable);
  }

  /** Hidden inputs, errors of the set, and each form as {@link Form#asUl}. */
  public final SafeString asUl() {
    return written(Form::asUl);
  }

  private SafeString written(Function<F, SafeString> layout) {
    StringBuilder out = new StringBuilder(1_024);
    out.append(managementForm());
    if (isBound()) {
      out.append(nonFormErrors().html());
    }
    forms().forEach(each -> out.append(layout.apply(each)));
    return SafeString.of(out.toString());
  }

  @Override
  public @Nullable Object property(String name) {
    return SetProperties.of(this, options, name);
  }
}
