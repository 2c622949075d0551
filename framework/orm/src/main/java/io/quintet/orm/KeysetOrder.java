package io.quintet.orm;

import io.quintet.orm.expr.Node;
import io.quintet.orm.expr.Order;
import io.quintet.orm.meta.ModelMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The order of a query as keyset paging needs it: total, of columns whose values rows hold. */
final class KeysetOrder<M extends Entity> {
  private final ModelMeta<M> meta;
  private final List<KeysetColumn> columns;

  private KeysetOrder(ModelMeta<M> meta, List<KeysetColumn> columns) {
    this.meta = meta;
    this.columns = columns;
  }

  static <M extends Entity> KeysetOrder<M> of(QuerySet<M> source) {
    ModelMeta<M> meta = source.model();
    List<Order<?>> wanted = new ArrayList<>(source.query().orders());
    if (source.query().ordering().defaults()) {
      meta.ordering().forEach(name -> wanted.add(Q.order(name)));
    }
    boolean nullsAreLeast = !source.database().dialect().name().equals("postgresql");
    List<KeysetColumn> columns = new ArrayList<>();
    for (Order<?> order : wanted) {
      KeysetColumn column =
          KeysetColumn.of(meta, order, source.query().ordering().reversed(), nullsAreLeast);
      columns.add(column);
      if (column.isKey()) {
        return new KeysetOrder<>(meta, columns);
      }
    }
    boolean descending = !columns.isEmpty() && columns.getLast().descending();
    Order<?> key = Q.order(descending ? "-pk" : "pk");
    columns.add(KeysetColumn.of(meta, key, false, nullsAreLeast));
    return new KeysetOrder<>(meta, columns);
  }

  /** The query in this order, with the rows that the order reads values from. */
  QuerySet<M> applied(QuerySet<M> source) {
    QuerySet<M> plain = source.query().ordering().reversed() ? source.reverse() : source;
    @SuppressWarnings({"unchecked", "rawtypes"}) // an order of the model's own columns
    QuerySet<M> ordered =
        plain.orderBy(columns.stream().map(KeysetColumn::order).toArray(Order[]::new));
    String[] relations =
        columns.stream()
            .filter(c -> !c.relations().isEmpty())
            .map(c -> String.join("__", c.relations()))
            .distinct()
            .toArray(String[]::new);
    return relations.length == 0 ? ordered : ordered.selectRelated(relations);
  }

  /** A word for the model and the order, so that a cursor of another is found out. */
  String fingerprint() {
    CRC32 sum = new CRC32();
    Stream.concat(Stream.of(meta.label()), columns.stream().map(KeysetColumn::toString))
        .forEach(
            part -> sum.update((part + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    return Long.toString(sum.getValue(), Character.MAX_RADIX);
  }

  /** The place at a row. */
  Cursor at(Entity row, boolean backward) {
    return new Cursor(backward, columns.stream().<@Nullable Object>map(c -> c.text(row)).toList());
  }

  Cursor read(String text) {
    Cursor raw = Cursor.parse(text, fingerprint(), columns.size());
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < raw.values().size(); i++) {
      values.add(columns.get(i).parsed(raw.values().get(i)));
    }
    return new Cursor(raw.backward(), values);
  }

  /**
   * The rows beyond a place: those that are further by the first column, or equal there and further
   * by the next, and so on. The first column is bounded once more by itself, for the index.
   */
  Node beyond(Cursor at) {
    List<Node> ways = new ArrayList<>();
    List<Node> equal = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      KeysetColumn column = columns.get(i);
      Object value = at.values().get(i);
      Node further = column.further(value, at.backward(), false);
      if (further != null) {
        List<Node> way = new ArrayList<>(equal);
        way.add(further);
        ways.add(new Node.And(way));
      }
      equal.add(column.equal(value));
    }
    Node bound = columns.getFirst().further(at.values().getFirst(), at.backward(), true);
    Node any = new Node.Or(ways);
    return bound == null || columns.size() == 1 ? any : new Node.And(List.of(bound, any));
  }
}
