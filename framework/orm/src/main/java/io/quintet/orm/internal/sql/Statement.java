package io.quintet.orm.internal.sql;

import java.util.List;

/**
 * SQL with a ? for each value.
 *
 * @param nothing whether it is known that no row meets its conditions, so that it need not run
 */
public record Statement(String sql, List<Param> params, boolean nothing) {
  /** SQL that has to run. */
  public Statement(String sql, List<Param> params) {
    this(sql, params, false);
  }
}
