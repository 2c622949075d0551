package io.quintet.orm;

import io.quintet.orm.expr.Lookup;
import io.quintet.orm.expr.Node;
import io.quintet.orm.expr.Order;
import io.quintet.orm.internal.sql.Coerce;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import io.quintet.orm.meta.RelationMeta;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One column of an order.
 *
 * @param relations the relations to one row that lead to it
 * @param nullsFirst whether rows without a value come before the others
 */
record KeysetColumn(
    List<String> relations,
    FieldMeta field,
    boolean nullable,
    boolean descending,
    boolean nullsFirst,
    Order.Nulls nulls) {

  static KeysetColumn of(
      ModelMeta<?> root, Order<?> order, boolean reversed, boolean nullsAreLeast) {
    List<String> names =
        switch (order.node()) {
          case Node.Field f -> f.path();
          case Node.Reference r -> List.of(r.name().split("__"));
          default -> throw refused(root, "an expression");
        };
    ModelMeta<?> model = root;
    boolean nullable = false;
    for (String name : names.subList(0, names.size() - 1)) {
      RelationMeta relation =
          model
              .findRelation(name)
              .filter(r -> !r.isManyToMany())
              .orElseThrow(() -> refused(root, "\"" + String.join("__", names) + "\""));
      nullable |= relation.field().nullable() || !relation.constraint();
      model = relation.target();
    }
    FieldMeta field = column(root, model, names, order.node() instanceof Node.Reference);
    boolean descending = order.descending() != reversed;
    Order.Nulls nulls = reversed ? opposite(order.nulls()) : order.nulls();
    boolean nullsFirst =
        switch (nulls) {
          case FIRST -> true;
          case LAST -> false;
          case AS_THE_DATABASE -> nullsAreLeast != descending;
        };
    return new KeysetColumn(
        List.copyOf(names.subList(0, names.size() - 1)),
        field,
        nullable || field.nullable(),
        descending,
        nullsFirst,
        nulls);
  }

  private static FieldMeta column(
      ModelMeta<?> root, ModelMeta<?> model, List<String> names, boolean byName) {
    Optional<FieldMeta> found = model.findField(names.getLast());
    String shown = "\"" + String.join("__", names) + "\"";
    if (found.isEmpty()) {
      throw refused(root, shown);
    }
    FieldMeta field = found.get();
    boolean asRelation = field.relation().isPresent() && field.name().equals(names.getLast());
    if (asRelation && byName && !field.relation().get().target().ordering().isEmpty()) {
      throw refused(
          root,
          "the relation "
              + shown
              + " (name its columns: "
              + shown.replaceAll("\"$", "__...\"")
              + ")");
    }
    if (field.type() instanceof FieldType.JsonValue
        || field.type() instanceof FieldType.Bytes
        || field.encrypted()) {
      throw refused(root, shown);
    }
    return field;
  }

  private static QueryException refused(ModelMeta<?> model, String what) {
    return new QueryException(
        "keyset(...) cannot page through %s in the order of %s. Sort by columns of the model or of models that relations to one row lead to."
            .formatted(model.label(), what));
  }

  private static Order.Nulls opposite(Order.Nulls nulls) {
    return switch (nulls) {
      case FIRST -> Order.Nulls.LAST;
      case LAST -> Order.Nulls.FIRST;
      case AS_THE_DATABASE -> Order.Nulls.AS_THE_DATABASE;
    };
  }

  boolean isKey() {
    return relations.isEmpty() && field.primaryKey();
  }

  private Node node() {
    List<String> path = new ArrayList<>(relations);
    path.add(field.name());
    return new Node.Field(path);
  }

  Order<?> order() {
    return new Order<>(node(), descending, nulls);
  }

  /** The value of a row as it stands in a cursor. */
  @Nullable Object text(Entity row) {
    Entity owner = row;
    for (String relation : relations) {
      owner =
          RelationFetch.oneOf(owner, Models.of(owner).findRelation(relation).orElseThrow()).get();
      if (owner == null) {
        return null;
      }
    }
    return switch (field.get(owner)) {
      case null -> null;
      case Enum<?> constant when field.columnType() instanceof FieldType.Choices choices ->
          choices.of(constant).value();
      case BigDecimal number -> number.toPlainString();
      case Object value -> value.toString();
    };
  }

  /** The value that stands in a cursor. */
  @Nullable Object parsed(@Nullable Object text) {
    if (text != null && !(text instanceof String)) {
      throw new InvalidCursorException("This is no cursor of a page.");
    }
    try {
      Object value = Coerce.to(field.columnType(), text, field.toString());
      if (Coerce.isOutOfRange(value) || (value == null && !nullable)) {
        throw new InvalidCursorException("This is no cursor of a page.");
      }
      return value;
    } catch (QueryException e) {
      throw new InvalidCursorException("This is no cursor of a page.");
    }
  }

  Node equal(@Nullable Object value) {
    return value == null ? isNull(true) : compare(Lookup.EXACT, value);
  }

  /**
   * The rows further by this column alone, or also those that are equal; null when there are none.
   */
  @Nullable Node further(@Nullable Object value, boolean backward, boolean orEqual) {
    boolean greater = descending == backward;
    boolean nullsAfter = nullsFirst == backward;
    if (value == null) {
      if (orEqual) {
        return nullsAfter ? isNull(true) : null;
      }
      return nullsAfter ? null : isNull(false);
    }
    Lookup lookup =
        greater ? (orEqual ? Lookup.GTE : Lookup.GT) : (orEqual ? Lookup.LTE : Lookup.LT);
    Node beyond = compare(lookup, value);
    return nullable && nullsAfter ? new Node.Or(List.of(beyond, isNull(true))) : beyond;
  }

  private Node compare(Lookup lookup, Object value) {
    return new Node.Compare(lookup, node(), List.of(new Node.Value(value)));
  }

  private Node isNull(boolean yes) {
    return new Node.Compare(Lookup.IS_NULL, node(), List.of(new Node.Value(yes)));
  }

  /** The column and its direction. */
  @Override
  public String toString() {
    return String.join("__", relations)
        + "."
        + field.name()
        + (descending ? "-" : "+")
        + nullsFirst;
  }
}
