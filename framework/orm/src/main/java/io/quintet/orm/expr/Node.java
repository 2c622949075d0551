package io.quintet.orm.expr;

import io.quintet.orm.QueryException;
import io.quintet.orm.meta.FieldType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an expression means, without its type: a closed set that the SQL compiler switches over. */
public sealed interface Node {
  /** A column, or a relation standing for its key, by names from the root of the query. */
  record Field(List<String> path) implements Node {
    /** Copies the list. */
    public Field {
      path = List.copyOf(path);
    }
  }

  /** An expression of the query around a subquery; nested ones reach further out. */
  record Outer(Node expression) implements Node {}

  /**
   * A value, always a bound parameter.
   *
   * @param type its type when it cannot be told from the value
   */
  record Value(@Nullable Object value, @Nullable FieldType type) implements Node {
    /** A value whose type can be told. */
    public Value(@Nullable Object value) {
      this(value, null);
    }
  }

  /** An expression whose result is read as a type. */
  record Typed(Node expression, FieldType type) implements Node {}

  /**
   * What stands at a path of keys and indexes in a JSON value.
   *
   * @param text whether it is wanted as text, not as JSON
   */
  record JsonKey(Node json, List<String> keys, boolean text) implements Node {
    /**
     * Copies the list.
     *
     * @throws QueryException when a key holds a null character
     */
    public JsonKey {
      keys = List.copyOf(keys);
      keys.forEach(Names::checkKey);
    }
  }

  /** A comparison that an application has defined. */
  record Custom(SqlLookup lookup, Node left, Node right) implements Node {}

  /**
   * A comparison; {@code right} has one node, for IN any number, for RANGE two, for IS_NULL a Value
   * with a Boolean.
   */
  record Compare(Lookup lookup, Node left, List<Node> right) implements Node {
    /** Copies the list. */
    public Compare {
      right = List.copyOf(right);
    }
  }

  /**
   * A look-up by name, such as {@code author__name__icontains}, understood when the root model is
   * known.
   */
  record Named(String lookup, @Nullable Object value) implements Node {}

  /**
   * A column or annotation by name, such as {@code author__name}, understood when the root model is
   * known.
   */
  record Reference(String name) implements Node {}

  /** All of them. */
  record And(List<Node> parts) implements Node {
    /** Copies the list. */
    public And {
      parts = List.copyOf(parts);
    }
  }

  /** At least one of them. */
  record Or(List<Node> parts) implements Node {
    /** Copies the list. */
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /** An odd number of them. */
  record Xor(List<Node> parts) implements Node {
    /** Copies the list. */
    public Xor {
      parts = List.copyOf(parts);
    }
  }

  /** Not so. */
  record Not(Node part) implements Node {}

  /** Whether a subquery has a row, or is IN its first column when {@code left} is given. */
  record Within(@Nullable Node left, SubqueryOf query) implements Node {}

  /** The one value of a subquery. */
  record Scalar(SubqueryOf query) implements Node {}

  /** Arithmetic. */
  record Arithmetic(Operator operator, Node left, Node right) implements Node {}

  /** The operators of arithmetic. */
  enum Operator {
    /** Sum. */
    PLUS,
    /** Difference. */
    MINUS,
    /** Product. */
    TIMES,
    /** Quotient. */
    DIVIDED_BY,
    /** Remainder. */
    MODULO,
    /** Power. */
    POWER,
    /** Bits that both have. */
    BIT_AND,
    /** Bits that one has. */
    BIT_OR,
    /** Bits that only one has. */
    BIT_XOR,
    /** Bits moved to the left. */
    SHIFT_LEFT,
    /** Bits moved to the right. */
    SHIFT_RIGHT
  }

  /** A function. */
  record Call(SqlFunction function, List<Node> arguments) implements Node {
    /** Copies the list. */
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * An aggregate; no argument means all rows.
   *
   * @param where the rows that count, or all
   * @param otherwise what it is when there are no rows, or null
   * @param orders the order in which rows are put together, when that matters
   */
  record Aggregate(
      SqlFunction function,
      List<Node> arguments,
      boolean distinct,
      @Nullable Node where,
      @Nullable Node otherwise,
      List<Order<?>> orders)
      implements Node {
    /** Copies the lists. */
    public Aggregate {
      arguments = List.copyOf(arguments);
      orders = List.copyOf(orders);
    }

    /** An aggregate over all rows. */
    public Aggregate(SqlFunction function, List<Node> arguments) {
      this(function, arguments, false, null, null, List.of());
    }
  }

  /**
   * A function over rows around the row at hand.
   *
   * @param source an aggregate, or the call of a function made for windows
   * @param frame which of the rows of the partition, when not those that the database takes
   */
  record Window(Node source, List<Node> partitionBy, List<Order<?>> orders, @Nullable Frame frame)
      implements Node {
    /** Copies the lists. */
    public Window {
      partitionBy = List.copyOf(partitionBy);
      orders = List.copyOf(orders);
    }
  }

  /** The value of the first case that holds. */
  record Case(List<When> cases, Node otherwise) implements Node {
    /** Copies the list. */
    public Case {
      cases = List.copyOf(cases);
    }
  }

  /** One case. */
  record When(Node condition, Node value) {}
}
