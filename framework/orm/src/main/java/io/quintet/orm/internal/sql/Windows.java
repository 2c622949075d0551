package io.quintet.orm.internal.sql;

import io.quintet.orm.QueryException;
import io.quintet.orm.expr.Frame;
import io.quintet.orm.expr.Node;
import io.quintet.orm.expr.SqlFunction;
import io.quintet.orm.internal.dialect.Dialect;
import io.quintet.orm.internal.sql.NodeCompiler.Context;
import io.quintet.orm.meta.FieldType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles functions over the rows around a row. */
final class Windows {
  private final NodeCompiler nodes;
  private final Dialect dialect;

  Windows(NodeCompiler nodes, Dialect dialect) {
    this.nodes = nodes;
    this.dialect = dialect;
  }

  Fragment compile(Node.Window window, Context context, @Nullable FieldType type) {
    Fragment source = source(window.source(), context.value(), type);
    List<Fragment> over = new ArrayList<>();
    if (!window.partitionBy().isEmpty()) {
      over.add(
          Fragment.sql(
              "PARTITION BY {}",
              Fragment.joined(
                  window.partitionBy().stream()
                      .map(n -> nodes.expression(n, context.value()))
                      .toList(),
                  ", ")));
    }
    if (!window.orders().isEmpty()) {
      over.add(
          Fragment.sql(
              "ORDER BY {}",
              Fragment.joined(
                  window.orders().stream().map(o -> nodes.order(o, context.value())).toList(),
                  ", ")));
    }
    if (window.frame() != null) {
      over.add(Fragment.of(frame(window.frame())));
    }
    return Fragment.sql("{} OVER ({})", source, Fragment.joined(over, " "))
        .typed(source.type())
        .nullable(true);
  }

  private Fragment source(Node source, Context context, @Nullable FieldType type) {
    return switch (source) {
      case Node.Aggregate aggregate -> nodes.expression(aggregate, context, type);
      case Node.Call call when call.function().kind() != SqlFunction.Kind.SCALAR ->
          call(call, context, type);
      case Node.Typed typed -> source(typed.expression(), context, typed.type());
      default ->
          throw new QueryException(
              "Only aggregates and functions made for windows stand over a window, such as rowNumber() or"
                  + " sum(...).");
    };
  }

  private Fragment call(Node.Call call, Context context, @Nullable FieldType type) {
    List<Fragment> arguments = nodes.arguments(call.arguments(), context);
    return dialect
        .functions()
        .call(call.function(), arguments, dialect.name())
        .typed(type != null ? type : call.function().type(List.copyOf(arguments)));
  }

  private static String frame(Frame frame) {
    return frame.unit().name()
        + " BETWEEN "
        + bound(frame.start(), "PRECEDING")
        + " AND "
        + bound(frame.end(), "FOLLOWING");
  }

  private static String bound(@Nullable Integer rows, String side) {
    if (rows == null) {
      return "UNBOUNDED " + side;
    }
    if (rows == 0) {
      return "CURRENT ROW";
    }
    return Math.abs(rows) + (rows < 0 ? " PRECEDING" : " FOLLOWING");
  }
}
