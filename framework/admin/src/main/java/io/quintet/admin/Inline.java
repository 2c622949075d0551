package io.quintet.admin;

import io.quintet.forms.BaseField;
import io.quintet.forms.sets.FormSetOptions;
import io.quintet.orm.Entity;
import io.quintet.orm.expr.EntityPath;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Rows that are edited on the page of the row that they belong to: the sessions of a course, the
 * lines of an order.
 *
 * <pre>{@code
 * ModelAdmin.of(Course.class)
 *     .inline(Inline.tabular(session.course()).fields("starts", "place").extra(1))
 *     .inline(Inline.stacked(material.course()).max(5).withoutDelete())
 * }</pre>
 *
 * <p>Users need permissions for the rows themselves: what they may not add, change or remove is not
 * offered, and rows that they may only view are shown as text. Each method returns another
 * declaration and leaves this one as it is.
 *
 * @param <P> the model of the page
 * @param <M> the model of the rows
 */
public final class Inline<P extends Entity, M extends Entity> {
  private final EntityPath<M, P> relation;
  private final boolean table;
  private final ModelAdmin<M> admin;
  private final FormSetOptions options;
  private final boolean deletes;
  private final String title;

  private Inline(
      EntityPath<M, P> relation,
      boolean table,
      ModelAdmin<M> admin,
      FormSetOptions options,
      boolean deletes,
      String title) {
    this.relation = relation;
    this.table = table;
    this.admin = admin;
    this.options = options;
    this.deletes = deletes;
    this.title = title;
  }

  /** Rows as lines of a table, for few short fields; {@code session.course()} is the relation. */
  public static <P extends Entity, M extends Entity> Inline<P, M> tabular(
      EntityPath<M, P> relation) {
    return of(relation, true);
  }

  /** Rows one below the other, each with its fields as on a page of its own. */
  public static <P extends Entity, M extends Entity> Inline<P, M> stacked(
      EntityPath<M, P> relation) {
    return of(relation, false);
  }

  private static <P extends Entity, M extends Entity> Inline<P, M> of(
      EntityPath<M, P> relation, boolean table) {
    return new Inline<>(
        relation,
        table,
        ModelAdmin.of(relation.rootType()),
        FormSetOptions.of().extra(1),
        true,
        "");
  }

  private Inline<P, M> with(UnaryOperator<ModelAdmin<M>> change) {
    return new Inline<>(relation, table, change.apply(admin), options, deletes, title);
  }

  private Inline<P, M> limited(FormSetOptions limits) {
    return new Inline<>(relation, table, admin, limits, deletes, title);
  }

  /** The fields in their order; all editable ones unless told otherwise, without the relation. */
  public Inline<P, M> fields(String... names) {
    return with(rows -> rows.fields(names));
  }

  /** Fields that are left out. */
  public Inline<P, M> exclude(String... names) {
    return with(rows -> rows.exclude(names));
  }

  /** Fields that are shown and nobody can change. */
  public Inline<P, M> readOnly(String... names) {
    return with(rows -> rows.readOnly(names));
  }

  /** Relations to one row that are typed as a key, for models with very many rows. */
  public Inline<P, M> rawId(String... names) {
    return with(rows -> rows.rawId(names));
  }

  /** Changes a field of the forms: its label, help, widget or rules. */
  public Inline<P, M> field(String name, Consumer<BaseField<?, ?>> change) {
    return with(rows -> rows.field(name, change));
  }

  /** A form of your own in place of the one made from the model. */
  public Inline<P, M> form(FormFactory<M> form) {
    return with(rows -> rows.form(form));
  }

  /** How many empty forms are shown; 1 unless told otherwise. */
  public Inline<P, M> extra(int forms) {
    return limited(options.extra(forms));
  }

  /** At least this many rows are asked for. */
  public Inline<P, M> min(int rows) {
    return limited(options.min(rows).validateMin());
  }

  /** At most this many rows are taken. */
  public Inline<P, M> max(int rows) {
    return limited(options.max(rows).validateMax());
  }

  /** Rows cannot be removed here. */
  public Inline<P, M> withoutDelete() {
    return new Inline<>(relation, table, admin, options, false, title);
  }

  /** Sets the heading; the plural of the model unless told otherwise. */
  public Inline<P, M> title(String text) {
    return new Inline<>(relation, table, admin, options, deletes, text);
  }

  /** The model of the rows. */
  public ModelMeta<M> model() {
    return Models.of(relation.rootType());
  }

  EntityPath<M, P> relation() {
    return relation;
  }

  boolean isTable() {
    return table;
  }

  ModelAdmin<M> admin() {
    return admin;
  }

  FormSetOptions options() {
    return options;
  }

  boolean deletes() {
    return deletes;
  }

  String title() {
    return title.isEmpty() ? Words.plural(model()) : title;
  }

  /** The relation to the page, which no form of the rows has. */
  String relationName() {
    return String.join("__", relation.names());
  }
}
