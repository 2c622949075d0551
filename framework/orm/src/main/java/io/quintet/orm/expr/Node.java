package io.quintet.orm.expr;

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

  /** A column of the query around a subquery. */
  record Outer(List<String> path) implements Node {
    /** Copies the list. */
    public Outer {
      path = List.copyOf(path);
    }
  }

  /** A value, always a bound parameter. */
  record Value(@Nullable Object value) implements Node {}

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
    MODULO
  }

  /** A function. */
  record Call(Fn function, List<Node> arguments) implements Node {
    /** Copies the list. */
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** An aggregate; no argument means all rows. */
  record Aggregate(Kind kind, @Nullable Node argument, boolean distinct, @Nullable Node where)
      implements Node {
    /** The aggregates. */
    public enum Kind {
      /** The number of rows. */
      COUNT,
      /** The sum. */
      SUM,
      /** The average. */
      AVG,
      /** The least. */
      MIN,
      /** The greatest. */
      MAX
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
