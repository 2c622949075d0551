package io.quintet.orm.expr;

import java.util.ArrayList;
import java.util.List;

/** A column of JSON. */
public final class JsonColumn<R> extends Expression<R, Object> implements Column<R, Object> {
  /** A column by names from the root of the query. */
  public JsonColumn(Node.Field node) {
    super(node);
  }

  /**
   * The text (or number as text) at a path of keys; null when there is none. Keys may be any text.
   */
  public TextExpression<R> text(String... keys) {
    List<Node> arguments = new ArrayList<>();
    arguments.add(node());
    for (String key : keys) {
      arguments.add(new Node.Value(key));
    }
    return new TextExpression<>(new Node.Call(Fn.JSON_TEXT, arguments));
  }
}
