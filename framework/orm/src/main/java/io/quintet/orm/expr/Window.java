package io.quintet.orm.expr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows a window function sees and in which order.
 *
 * @param partitionBy rows that agree in these belong together; all rows when there is none
 * @param orders the order of the rows
 * @param frame the rows around the row at hand, when not those that the database takes: up to it
 *     and its equals when there is an order, else all
 */
public record Window<R>(
    List<Expression<R, ?>> partitionBy, List<Order<R>> orders, @Nullable Frame frame) {
  /** Copies the lists. */
  public Window {
    partitionBy = List.copyOf(partitionBy);
    orders = List.copyOf(orders);
  }

  /** All rows. */
  public static <R> Window<R> all() {
    return new Window<>(List.of(), List.of(), null);
  }

  /** The rows that agree with the row at hand. */
  @SafeVarargs
  public static <R> Window<R> partitionBy(Expression<R, ?>... columns) {
    return new Window<>(List.of(columns), List.of(), null);
  }

  /** All rows in an order. */
  @SafeVarargs
  public static <R> Window<R> orderedBy(Order<R>... orders) {
    return new Window<>(List.of(), List.of(orders), null);
  }

  /** The same in an order. */
  @SafeVarargs
  public final Window<R> orderBy(Order<R>... newOrders) {
    return new Window<>(partitionBy, List.of(newOrders), frame);
  }

  /** The same with a frame. */
  public Window<R> frame(Frame newFrame) {
    return new Window<>(partitionBy, orders, newFrame);
  }

  Node over(Node source) {
    return new Node.Window(
        source,
        partitionBy.stream().<Node>map(Expression::node).toList(),
        List.copyOf(orders),
        frame);
  }
}
