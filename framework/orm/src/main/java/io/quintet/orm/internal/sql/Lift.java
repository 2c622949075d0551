package io.quintet.orm.internal.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * The columns that a query around another reads of it: what a condition on a window compares, or
 * what an aggregate over groups is over.
 */
final class Lift {
  private final String table;
  private final List<Fragment> columns = new ArrayList<>();

  Lift(String table) {
    this.table = table;
  }

  String table() {
    return table;
  }

  List<Fragment> columns() {
    return columns;
  }

  /** The column of the query around that reads an expression of the inner one. */
  Fragment column(Fragment inner) {
    int position = columns.indexOf(inner);
    if (position < 0) {
      position = columns.size();
      columns.add(inner);
    }
    return new Fragment(name(position), List.of(), inner.type(), inner.nullable());
  }

  private String name(int position) {
    return table + "." + alias(position);
  }

  static String alias(int position) {
    return "c" + (position + 1);
  }

  /** The inner columns with the names by which they are read. */
  List<Fragment> named() {
    List<Fragment> named = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Fragment column = columns.get(i);
      named.add(column.with(column.text() + " AS " + alias(i)));
    }
    return named;
  }
}
