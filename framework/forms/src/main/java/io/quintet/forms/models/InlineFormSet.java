package io.quintet.forms.models;

import io.quintet.forms.sets.FormSetOptions;
import io.quintet.orm.Entity;
import io.quintet.orm.QuerySet;
import io.quintet.orm.expr.EntityPath;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import io.quintet.orm.meta.RelationMeta;
import java.util.List;
import java.util.function.Function;

/**
 * The rows that belong to another row, edited with it: the lines of an order, the guests of a
 * booking.
 *
 * <pre>{@code
 * InlineFormSet<Booking, Guest, GuestForm> guests =
 *     InlineFormSet.of(booking, guest.booking(), GuestForm::new, FormSetOptions.of().extra(2));
 * ...
 * if (form.isValid() & guests.isValid()) {
 *   Db.atomic(() -> {
 *     form.save();
 *     guests.save();
 *   });
 * }
 * }</pre>
 *
 * <p>To whom they belong is nothing that a browser sends: each row added belongs to the row given
 * here, and rows of others are out of reach. A form that lists the relation loses it. The prefix is
 * the name by which the other row reaches these, unless another is chosen.
 *
 * @param <P> the model of the row that they belong to
 * @param <M> the model of the rows
 * @param <F> the form of a row
 */
public class InlineFormSet<P extends Entity, M extends Entity, F extends ModelForm<M>>
    extends ModelFormSet<M, F> {
  private final P parent;
  private final RelationMeta relation;

  /**
   * A form set of the rows of one row.
   *
   * @param parent the row that they belong to, stored or new; {@link #save} wants it stored
   * @param relation from the rows to the one that they belong to, such as {@code guest.booking()}
   * @param form the form of a row, stored or new
   * @throws IllegalArgumentException if the path is no relation to one row
   */
  public InlineFormSet(
      P parent,
      EntityPath<M, P> relation,
      Function<? super M, ? extends F> form,
      FormSetOptions options) {
    this(parent, Models.of(relation.rootType()), relationOf(relation), form, options);
  }

  /** The same for a relation that is known at run time only. */
  protected InlineFormSet(
      P parent,
      ModelMeta<M> model,
      RelationMeta relation,
      Function<? super M, ? extends F> form,
      FormSetOptions options) {
    super(rowsOf(parent, model, relation), limited(form, relation), usual(relation, options));
    this.parent = parent;
    this.relation = relation;
  }

  /** A form set without a class of its own. */
  public static <P extends Entity, M extends Entity, F extends ModelForm<M>>
      InlineFormSet<P, M, F> of(
          P parent,
          EntityPath<M, P> relation,
          Function<? super M, ? extends F> form,
          FormSetOptions options) {
    return new InlineFormSet<>(parent, relation, form, options);
  }

  private static <M extends Entity> RelationMeta relationOf(EntityPath<M, ?> path) {
    ModelMeta<M> model = Models.of(path.rootType());
    List<String> names = path.names();
    return (names.size() == 1
            ? model.findRelation(names.getFirst())
            : java.util.Optional.<RelationMeta>empty())
        .filter(found -> !found.isManyToMany())
        .orElseThrow(() ->
            new IllegalArgumentException(
                "An inline form set needs a relation of %s to one row, not \"%s\"."
                    .formatted(model.label(), String.join("__", names))));
  }

  private static <M extends Entity> QuerySet<M> rowsOf(
      Entity parent, ModelMeta<M> model, RelationMeta relation) {
    QuerySet<M> all = model.manager().all();
    return parent.isSaved() ? all.filter(relation.name(), parent) : all.none();
  }

  /** The relation is not for the browser to decide, but values are unique together with it. */
  private static <M extends Entity, F extends ModelForm<M>> Function<M, F> limited(
      Function<? super M, ? extends F> form, RelationMeta relation) {
    return row -> {
      F made = form.apply(row);
      if (made.has(relation.name())) {
        made.remove(relation.name());
      }
      made.alsoChecks(relation.name());
      return made;
    };
  }

  private static FormSetOptions usual(RelationMeta relation, FormSetOptions options) {
    String name = relation.hasReverse() ? relation.relatedName() : relation.model().name() + "_set";
    FormSetOptions named = options.usualPrefix(name);
    return relation.kind() == RelationMeta.Kind.ONE_TO_ONE ? named.max(1) : named;
  }

  /** The row that they belong to. */
  public final P parent() {
    return parent;
  }

  @Override
  protected M create() {
    M row = super.create();
    found(row);
    return row;
  }

  @Override
  protected void found(M row) {
    Models.of(row).one(row, relation.name()).assign(parent);
  }

  /**
   * As {@link ModelFormSet#save}.
   *
   * @throws IllegalStateException if the set is not valid, or the row that they belong to is not
   *     saved
   */
  @Override
  public List<M> save() {
    if (!parent.isSaved()) {
      throw new IllegalStateException(
          "Save the %s first: the rows of this form set belong to it."
              .formatted(Models.of(parent).verboseName()));
    }
    return super.save();
  }
}
