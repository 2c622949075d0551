package io.quintet.admin;

import io.quintet.forms.BaseField;
import io.quintet.http.Request;
import io.quintet.orm.Entity;
import io.quintet.orm.QuerySet;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How the admin shows a model: its list, its form, its actions and who may do what.
 *
 * <pre>{@code
 * config.add(
 *     Admin.MODELS,
 *     ModelAdmin.of(Article.class)
 *         .columns("title", "category", "author__name", "published")
 *         .search("title", "author__name")
 *         .filters("category", "published")
 *         .prepopulated("slug", "title")
 *         .ordering("-published"));
 * }</pre>
 *
 * <p>Fields are named as in the model; {@code author__name} follows a relation. Each method returns
 * another declaration and leaves this one as it is. Wrong names are reported by {@code ./manage
 * check}, all together. Without any option a model has a list by its {@code toString} and a form of
 * all editable fields.
 *
 * @param <M> the model
 */
public final class ModelAdmin<M extends Entity> {
  private final ModelMeta<M> meta;
  private final Options<M> options;

  private ModelAdmin(ModelMeta<M> meta, Options<M> options) {
    this.meta = meta;
    this.options = options;
  }

  /**
   * The plain admin of a model.
   *
   * @throws IllegalArgumentException when the class is no model
   */
  public static <M extends Entity> ModelAdmin<M> of(Class<M> model) {
    return new ModelAdmin<>(Models.of(model), new Options<>());
  }

  private ModelAdmin<M> with(Consumer<Options<M>> change) {
    Options<M> changed = options.copy();
    change.accept(changed);
    return new ModelAdmin<>(meta, changed);
  }

  /** The columns of the list: fields, relation paths, many-to-many relations, computed columns. */
  public ModelAdmin<M> columns(String... names) {
    return with(o -> o.columns = List.of(names));
  }

  /** The columns that lead to the form; the first one unless told otherwise. */
  public ModelAdmin<M> links(String... names) {
    return with(o -> o.links = List.of(names));
  }

  /**
   * A value made from the row, to be named in {@link #columns} or {@link #readOnly}. A {@link Link}
   * leads somewhere, a boolean shows a mark.
   */
  public ModelAdmin<M> computed(String name, String label, Function<M, ?> value) {
    return computed(name, label, "", value);
  }

  /** A computed column that is sorted by a field or relation path. */
  public ModelAdmin<M> computed(String name, String label, String orderBy, Function<M, ?> value) {
    var column = new Options.Computed<M>(name, label, orderBy, value);
    return with(o -> o.computed = Options.plus(o.computed, name, column));
  }

  /**
   * What the search field looks at. Each word must be in one of these; {@code "^name"} looks at the
   * beginning, {@code "=name"} at the whole.
   */
  public ModelAdmin<M> search(String... names) {
    return with(o -> o.search = List.of(names));
  }

  /** By what the list can be narrowed: choices, booleans, relations, dates, other values. */
  public ModelAdmin<M> filters(String... names) {
    return with(o -> o.filters = List.of(names));
  }

  /** The order of the list, "-" before a name for descending; that of the model if not given. */
  public ModelAdmin<M> ordering(String... names) {
    return with(o -> o.ordering = List.of(names));
  }

  /** A date by whose years, months and days the list can be narrowed. */
  public ModelAdmin<M> dates(String name) {
    return with(o -> o.dates = name);
  }

  /**
   * How many rows a page of the list has; 50 unless told otherwise.
   *
   * @throws IllegalArgumentException when it is less than 1
   */
  public ModelAdmin<M> pageSize(int rows) {
    if (rows < 1) {
      throw new IllegalArgumentException(
          "A page has at least 1 row, but " + rows + " were asked for");
    }
    return with(o -> o.pageSize = rows);
  }

  /** The fields of the form in their order, each on a line. */
  public ModelAdmin<M> fields(String... names) {
    return fieldsets(Fieldset.named("").fields(names));
  }

  /** The fields of the form in groups. */
  public ModelAdmin<M> fieldsets(Fieldset... groups) {
    return with(o -> o.fieldsets = List.of(groups));
  }

  /** Fields that the form leaves out. */
  public ModelAdmin<M> exclude(String... names) {
    return with(o -> o.excluded = Options.plus(o.excluded, names));
  }

  /** Fields and computed values that the form shows and nobody can change. */
  public ModelAdmin<M> readOnly(String... names) {
    return with(o -> o.readOnly = Options.plus(o.readOnly, names));
  }

  /** More read-only fields, which depend on who asks and on the row (a new one when adding). */
  public ModelAdmin<M> readOnlyFor(BiFunction<Request, M, ? extends Collection<String>> names) {
    return with(o -> o.readOnlyFor = names);
  }

  /** While adding, a field follows what is typed into others, as a slug does the title. */
  public ModelAdmin<M> prepopulated(String field, String... from) {
    return with(o -> o.prepopulated = Options.plus(o.prepopulated, field, List.of(from)));
  }

  /** Relations to one row that are typed as a key, for models with very many rows. */
  public ModelAdmin<M> rawId(String... names) {
    return with(o -> o.rawId = Options.plus(o.rawId, names));
  }

  /** Changes a field of the form: its label, help, widget or rules. */
  public ModelAdmin<M> field(String name, Consumer<BaseField<?, ?>> change) {
    return with(o -> o.fieldChanges = Options.plus(o.fieldChanges, name, change));
  }

  /** A form of your own in place of the one made from the model. */
  public ModelAdmin<M> form(FormFactory<M> form) {
    return with(o -> o.form = form);
  }

  /** A form of your own for adding only; it lists what is asked at first. */
  public ModelAdmin<M> addForm(FormFactory<M> form) {
    return with(o -> o.addForm = form);
  }

  /** Adds rows that belong to a row and are edited with it. */
  public ModelAdmin<M> inline(Inline<M, ?> rows) {
    return with(o -> o.inlines = Options.plus(o.inlines, rows));
  }

  /** Adds an action of the list. */
  public ModelAdmin<M> action(Action<M> action) {
    return with(o -> o.actions = Options.plus(o.actions, action));
  }

  /** Adds an action that runs without asking, for users who may change the model. */
  public ModelAdmin<M> action(String name, String label, ActionWork<M> work) {
    return action(Action.of(name, label, work));
  }

  /** Leaves out the built-in action that deletes the chosen rows. */
  public ModelAdmin<M> withoutDeleteAction() {
    return with(o -> o.deleteAction = false);
  }

  /** Sees the row after the form has filled it and before it is saved. */
  public ModelAdmin<M> beforeSave(SaveHook<M> hook) {
    return with(o -> o.beforeSave = Options.plus(o.beforeSave, hook));
  }

  /** Sees the row after it and its relations were saved, in the same transaction. */
  public ModelAdmin<M> afterSave(SaveHook<M> hook) {
    return with(o -> o.afterSave = Options.plus(o.afterSave, hook));
  }

  /** The rows that a request may see at all; others do not exist for it, in lists and forms. */
  public ModelAdmin<M> rows(BiFunction<Request, QuerySet<M>, QuerySet<M>> narrow) {
    return with(o -> o.rows = narrow);
  }

  /** Decides over rights beyond the user's permissions; of several rules each has a say in turn. */
  public ModelAdmin<M> access(AccessRule<M> rule) {
    return with(o -> o.rules = Options.plus(o.rules, rule));
  }

  /**
   * Where the site shows a row; without it the model's method {@code getAbsoluteUrl} is asked, if
   * there is one.
   */
  public ModelAdmin<M> viewOnSite(Function<M, String> url) {
    return with(o -> o.siteUrl = url);
  }

  /** The model. */
  public ModelMeta<M> model() {
    return meta;
  }

  Options<M> options() {
    return options;
  }
}
