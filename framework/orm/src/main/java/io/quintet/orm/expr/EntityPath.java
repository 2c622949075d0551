package io.quintet.orm.expr;

import io.quintet.orm.Entity;
import io.quintet.orm.meta.Models;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model as seen from the root {@code R} of a query: itself, or one that relations lead to. The
 * Q-classes extend it.
 */
public abstract class EntityPath<R, M extends Entity> {
  private final List<String> names;
  private final Class<M> type;
  private final Class<?> root;

  /** The root of queries. */
  protected EntityPath(Class<M> type) {
    this.names = List.of();
    this.type = type;
    this.root = type;
  }

  /** A relation further. */
  protected EntityPath(EntityPath<R, ?> from, String relation, Class<M> type) {
    this.names = from.with(relation);
    this.type = type;
    this.root = from.rootType();
  }

  /** The relations that lead here, from the root. */
  public final List<String> names() {
    return names;
  }

  /** The class of the model. */
  public final Class<M> entityType() {
    return type;
  }

  /** The class of the model where the path begins. */
  @SuppressWarnings("unchecked") // generated code makes the root of R's queries only for R
  public final Class<R> rootType() {
    return (Class<R>) root;
  }

  /** The relation standing for its key; at the root the primary key. */
  public final Node node() {
    return new Node.Field(names.isEmpty() ? List.of("pk") : names);
  }

  /** Is this entity. */
  public final Condition<R> eq(M entity) {
    return new Condition<>(new Node.Compare(Lookup.EXACT, node(), List.of(key(entity))));
  }

  /** Is not this entity. */
  public final Condition<R> ne(M entity) {
    return eq(entity).not();
  }

  /** Is one of these entities. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final Condition<R> in(M... entities) {
    return in(Arrays.asList(entities));
  }

  /** Is one of these entities. */
  public final Condition<R> in(Collection<? extends M> entities) {
    return new Condition<>(
        new Node.Compare(Lookup.IN, node(), entities.stream().map(EntityPath::key).toList()));
  }

  /** Is one of the rows of a subquery. */
  public final Condition<R> in(SubqueryOf query) {
    return new Condition<>(new Node.Within(node(), query));
  }

  /** There is no related row. */
  public final Condition<R> isNull() {
    return new Condition<>(new Node.Compare(Lookup.IS_NULL, node(), List.of(new Node.Value(true))));
  }

  /** There is a related row. */
  public final Condition<R> isNotNull() {
    return new Condition<>(
        new Node.Compare(Lookup.IS_NULL, node(), List.of(new Node.Value(false))));
  }

  /** Another entity, or null, in an update. */
  public final Assignment<R> set(@Nullable M entity) {
    return new Assignment<>(
        Columns.ownName(node()), entity == null ? new Node.Value(null) : key(entity));
  }

  private static Node key(Entity entity) {
    Object key = Models.of(entity).primaryKey().get(entity);
    if (!entity.isSaved()) {
      throw new IllegalArgumentException(
          "A "
              + Models.of(entity)
              + " that is not saved has no key to compare with. Save it first.");
    }
    return new Node.Value(key);
  }

  private List<String> with(String name) {
    List<String> longer = new ArrayList<>(names);
    longer.add(name);
    return longer;
  }

  private Node.Field field(String name) {
    return new Node.Field(with(name));
  }

  /** A column of text. */
  protected final TextColumn<R> text(String name) {
    return new TextColumn<>(field(name));
  }

  /** A column of numbers. */
  protected final <T extends Number> NumberColumn<R, T> number(String name, Class<T> numberType) {
    return new NumberColumn<>(field(name));
  }

  /** A column of true and false. */
  protected final BoolColumn<R> bool(String name) {
    return new BoolColumn<>(field(name));
  }

  /** A column of dates or times. */
  protected final <T> TemporalColumn<R, T> temporal(String name, Class<T> temporalType) {
    return new TemporalColumn<>(field(name));
  }

  /** A column of durations. */
  protected final DurationColumn<R> duration(String name) {
    return new DurationColumn<>(field(name));
  }

  /** A column of values that can be greater or less. */
  protected final <T> ComparableColumn<R, T> comparable(String name, Class<T> valueType) {
    return new ComparableColumn<>(field(name));
  }

  /** A column of values that can be equal or not. */
  protected final <T> ValueColumn<R, T> value(String name, Class<T> valueType) {
    return new ValueColumn<>(field(name));
  }

  /** A column of an array type. */
  protected final <T> ArrayColumn<R, T> array(String name) {
    return new ArrayColumn<>(field(name));
  }

  /** A column of JSON. */
  protected final JsonColumn<R> json(String name) {
    return new JsonColumn<>(field(name));
  }

  @Override
  public String toString() {
    return String.join("__", names);
  }
}
