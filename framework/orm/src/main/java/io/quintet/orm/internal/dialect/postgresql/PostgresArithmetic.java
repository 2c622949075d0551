package io.quintet.orm.internal.dialect.postgresql;

import io.quintet.orm.expr.Node.Operator;
import io.quintet.orm.internal.dialect.ArithmeticSpelling;
import io.quintet.orm.internal.sql.Fragment;
import io.quintet.orm.meta.FieldType;

/** Arithmetic. */
public final class PostgresArithmetic implements ArithmeticSpelling {
  @Override
  public Fragment combine(Operator operator, Fragment left, Fragment right) {
    boolean dates = left.type() instanceof FieldType.Date && right.type() instanceof FieldType.Date;
    boolean real =
        left.type() instanceof FieldType.Float64 || right.type() instanceof FieldType.Float64;
    if (operator == Operator.MINUS && dates) {
      return Fragment.sql("(interval '1 day' * ({} - {}))", left, right);
    }
    if (operator == Operator.MODULO && real) {
      return Fragment.sql("(({})::numeric % ({})::numeric)::double precision", left, right);
    }
    return switch (operator) {
      case SHIFT_LEFT -> Fragment.sql("({} << ({})::integer)", left, right);
      case SHIFT_RIGHT -> Fragment.sql("({} >> ({})::integer)", left, right);
      default -> ArithmeticSpelling.plain(operator, left, right);
    };
  }
}
