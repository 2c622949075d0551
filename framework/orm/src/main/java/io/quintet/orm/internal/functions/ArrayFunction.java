package io.quintet.orm.internal.functions;

import io.quintet.orm.expr.SqlFunction;
import io.quintet.orm.expr.SqlPart;
import io.quintet.orm.meta.FieldType;
import java.util.List;
import java.util.Optional;

/** Functions of arrays; positions are counted from 0. */
public sealed interface ArrayFunction extends SqlFunction {
  /** How many digits a position in a look-up by name may have. */
  int DIGITS = 9;

  /** How many elements it has. */
  record Length() implements ArrayFunction {
    @Override
    public String name() {
      return "CARDINALITY";
    }

    @Override
    public FieldType type(List<SqlPart> arguments) {
      return new FieldType.Int32();
    }
  }

  /**
   * One element; null when there is none.
   *
   * @param position where it stands
   */
  record Element(int position) implements ArrayFunction {
    @Override
    public String name() {
      return "ELEMENT";
    }

    @Override
    public FieldType type(List<SqlPart> arguments) {
      FieldType of = Types.common(arguments);
      return of instanceof FieldType.Array array ? array.element() : of;
    }

    @Override
    public SqlPart sql(List<SqlPart> arguments, String dialect) {
      return SqlPart.template("({})[" + (position + 1L) + "]", arguments.getFirst());
    }
  }

  /**
   * Some elements, as an array.
   *
   * @param from where the first stands
   * @param to where the first stands that is left out
   */
  record Slice(int from, int to) implements ArrayFunction {
    @Override
    public String name() {
      return "SLICE";
    }

    @Override
    public FieldType type(List<SqlPart> arguments) {
      return Types.common(arguments);
    }

    @Override
    public SqlPart sql(List<SqlPart> arguments, String dialect) {
      return SqlPart.template("({})[" + (from + 1L) + ":" + to + "]", arguments.getFirst());
    }
  }

  /** The function that a name stands for after an array: {@code len}, {@code 0}, {@code 0_2}. */
  static Optional<SqlFunction> named(String name) {
    if (name.equals("len")) {
      return Optional.of(new Length());
    }
    int bar = name.indexOf('_');
    if (bar < 0) {
      return isPosition(name) ? Optional.of(new Element(Integer.parseInt(name))) : Optional.empty();
    }
    String from = name.substring(0, bar);
    String to = name.substring(bar + 1);
    return isPosition(from) && isPosition(to)
        ? Optional.of(new Slice(Integer.parseInt(from), Integer.parseInt(to)))
        : Optional.empty();
  }

  private static boolean isPosition(String text) {
    return !text.isEmpty()
        && text.length() <= DIGITS
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
