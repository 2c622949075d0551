package io.quintet.forms.models;

import io.quintet.forms.Form;
import io.quintet.forms.Submission;
import io.quintet.forms.sets.FormSet;
import io.quintet.forms.sets.FormSetOptions;
import io.quintet.forms.validators.ValidationException;
import io.quintet.forms.validators.Violation;
import io.quintet.orm.Db;
import io.quintet.orm.Entity;
import io.quintet.orm.ProtectedException;
import io.quintet.orm.QuerySet;
import io.quintet.orm.meta.FieldMeta;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a model edited together: a form for each row of a query, and empty ones for rows to add.
 *
 * <pre>{@code
 * ModelFormSet<Room, RoomForm> rooms =
 *     ModelFormSet.of(Room.objects.all(), RoomForm::new, FormSetOptions.of().canDelete());
 * rooms.bind(request.post(), request.files()::list);
 * if (rooms.isValid()) {
 *   rooms.save();
 * }
 * }</pre>
 *
 * <p>A hidden key ties each form to its row. Only rows of the query can be changed or removed: any
 * other key is refused, and so is the same key twice. Values that must be unique are compared with
 * the database and among the forms.
 *
 * @param <M> the model
 * @param <F> the form of a row
 */
public class ModelFormSet<M extends Entity, F extends ModelForm<M>> extends FormSet<F> {
  private final QuerySet<M> rows;
  private final Function<? super M, ? extends F> form;
  private final List<M> added = new ArrayList<>();
  private final List<M> changed = new ArrayList<>();
  private final List<M> deleted = new ArrayList<>();
  private @Nullable List<M> shown;
  private @Nullable List<@Nullable M> chosen;

  /**
   * A form set of rows.
   *
   * @param rows the rows that may be edited, in the order of the page; by their keys if unordered
   * @param form the form of a row, stored or new
   */
  public ModelFormSet(
      QuerySet<M> rows, Function<? super M, ? extends F> form, FormSetOptions options) {
    super(options);
    this.rows = rows;
    this.form = form;
  }

  /** A form set without a class of its own. */
  public static <M extends Entity, F extends ModelForm<M>> ModelFormSet<M, F> of(
      QuerySet<M> rows, Function<? super M, ? extends F> form, FormSetOptions options) {
    return new ModelFormSet<>(rows, form, options);
  }

  /** The rows that may be edited; override it to narrow them by what the set knows. */
  protected QuerySet<M> rows() {
    return rows;
  }

  /** A row that is yet to be filled in; override it to set what the visitor does not decide. */
  protected M create() {
    return rows.model().create();
  }

  /** Completes a stored row before it gets its form. */
  protected void found(M row) {}

  @Override
  public FormSet<F> bind(Submission sent) {
    chosen = null;
    return super.bind(sent);
  }

  @Override
  protected final int knownCount() {
    return shown().size();
  }

  private List<M> shown() {
    if (shown == null) {
      QuerySet<M> asked = rows().all();
      shown = (asked.isOrdered() ? asked : asked.orderBy("pk")).list();
      shown.forEach(this::found);
    }
    return shown;
  }

  @Override
  protected final F make(int index) {
    boolean stored = index >= 0 && index < initialCount();
    M row = stored ? stored(index) : null;
    F made = form.apply(row == null ? create() : row);
    FieldMeta key = rows.model().primaryKey();
    Object value = row == null ? null : key.get(row);
    made.add(new RowKeyField(key.name(), value == null ? "" : ModelFields.key(value), stored));
    return made;
  }

  private @Nullable M stored(int index) {
    Submission sent = submission();
    if (sent == null) {
      return shown().get(index);
    }
    if (chosen == null) {
      chosen = chosen(sent);
    }
    return index < chosen.size() ? chosen.get(index) : null;
  }

  /** The rows whose keys were sent, in one question; null where a key is unknown or comes again. */
  private List<@Nullable M> chosen(Submission sent) {
    FieldMeta key = rows.model().primaryKey();
    List<@Nullable Object> keys = new ArrayList<>();
    int count = Math.min(initialCount(), totalCount());
    for (int i = 0; i < count; i++) {
      Object text = sent.get(prefix() + "-" + i + "-" + key.name());
      Object value = text == null ? null : RowKeys.parse(key, text.toString());
      keys.add(keys.contains(value) ? null : value);
    }
    List<Object> asked = keys.stream().filter(Objects::nonNull).map(Object.class::cast).toList();
    Map<String, M> found = new HashMap<>();
    if (!asked.isEmpty()) {
      for (M row : rows().all().inBulk(asked).values()) {
        found(row);
        found.put(ModelFields.key(Objects.requireNonNull(key.get(row))), row);
      }
    }
    List<@Nullable M> rowsInOrder = new ArrayList<>();
    keys.forEach(each -> rowsInOrder.add(each == null ? null : found.get(ModelFields.key(each))));
    return rowsInOrder;
  }

  /** Compares values that must be unique among the forms. */
  @Override
  protected void afterForms() {
    List<F> staying = new ArrayList<>();
    int stored = initialCount();
    for (F each : forms()) {
      boolean known = stored-- > 0;
      if (!isRemoved(each) && each.isValid() && (known || each.hasChanged())) {
        staying.add(each);
      }
    }
    UniqueAmong.check(rows.model(), staying).forEach(this::addError);
  }

  /**
   * Removes, changes and adds rows as was sent, in one transaction. What was not changed is not
   * written.
   *
   * @return the rows that were changed or added
   * @throws IllegalStateException if the set is not valid
   * @throws ValidationException if a row cannot be saved or removed after all, as {@link
   *     ModelForm#save}; nothing is written then, and the set has the error, ready to be shown
   */
  public List<M> save() {
    List<F> remove = deletedForms();
    List<F> write = filled();
    List<F> change = write.stream().filter(each -> each.instance().isSaved()).toList();
    List<F> add = write.stream().filter(each -> !each.instance().isSaved()).toList();
    added.clear();
    changed.clear();
    deleted.clear();
    try {
      Db.atomicOn(
          rows.alias(),
          () -> {
            remove.forEach(this::remove);
            change.stream().filter(Form::hasChanged).forEach(each -> changed.add(each.save()));
            add.forEach(each -> added.add(each.save()));
          });
    } catch (RuntimeException e) {
      write.forEach(ModelForm::discardFiles);
      throw e;
    }
    List<M> all = new ArrayList<>(changed);
    all.addAll(added);
    return all;
  }

  private void remove(F each) {
    M row = each.instance();
    if (!row.isSaved()) {
      return;
    }
    try {
      row.delete();
    } catch (ProtectedException e) {
      Violation refused =
          new Violation(
              "protected",
              "“{row}” cannot be removed, because other rows need it.",
              Map.of("row", row.toString()));
      addError(refused);
      throw new ValidationException(List.of(refused));
    }
    deleted.add(row);
  }

  /** The rows that {@link #save} added, in the order of the page. */
  public final List<M> added() {
    return List.copyOf(added);
  }

  /** The rows that {@link #save} changed. */
  public final List<M> changedRows() {
    return List.copyOf(changed);
  }

  /** The rows that {@link #save} removed. */
  public final List<M> deleted() {
    return List.copyOf(deleted);
  }
}
