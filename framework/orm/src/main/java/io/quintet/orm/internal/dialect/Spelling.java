package io.quintet.orm.internal.dialect;

import io.quintet.orm.expr.SqlFunction;
import io.quintet.orm.internal.sql.Fragment;
import java.util.List;

/** How a database spells one function. */
@FunctionalInterface
public interface Spelling {
  /** The SQL of a call. */
  Fragment sql(SqlFunction function, List<Fragment> arguments);

  /** A function with the same arguments and another name. */
  static Spelling named(String name) {
    return (function, arguments) -> Fragment.call(name, arguments);
  }

  /** A template in which each <code>{}</code> stands for an argument. */
  static Spelling template(String template) {
    return (function, arguments) -> Fragment.sql(template, arguments.toArray());
  }
}
