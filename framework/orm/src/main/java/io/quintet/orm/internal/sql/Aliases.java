package io.quintet.orm.internal.sql;

/** Gives out the short names of tables; one for a statement with all its subqueries. */
final class Aliases {
  private int next;

  String next() {
    return "t" + next++;
  }
}
