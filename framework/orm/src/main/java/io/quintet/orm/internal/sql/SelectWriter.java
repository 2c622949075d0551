package io.quintet.orm.internal.sql;

import io.quintet.orm.NotSupportedException;
import io.quintet.orm.internal.dialect.Dialect;
import java.util.ArrayList;
import java.util.List;

/** Writes the text of a SELECT whose columns, conditions and joins are known. */
final class SelectWriter {
  private final SelectCompiler select;
  private final Query query;
  private final Dialect dialect;

  SelectWriter(SelectCompiler select, Dialect dialect) {
    this.select = select;
    this.query = select.query();
    this.dialect = dialect;
  }

  Sql render(List<Fragment> columns, List<Fragment> orders, List<Fragment> groupBy) {
    Sql text =
        select.isQualified()
            ? qualified(columns, orders, groupBy)
            : plain(columns, orders, groupBy);
    return select.ctes().isEmpty()
        ? text
        : new Sql().add(select.ctes().with()).add(Fragment.of(text.toString(), text.params()));
  }

  /** A query around one that computes windows, for conditions cannot stand beside those. */
  private Sql qualified(List<Fragment> columns, List<Fragment> orders, List<Fragment> groupBy) {
    List<Fragment> outputs = columns.stream().map(this::lifted).toList();
    List<Fragment> sorted =
        orders.stream()
            .map(o -> {
              String bare = OrderCompiler.bare(o);
              Fragment column = windows().column(o.with(bare));
              return column.with(column.text() + o.text().substring(bare.length()));
            })
            .toList();
    Sql inner = core(windows().named(), select.grouping().withOrders(groupBy, orders));
    Sql sql =
        new Sql()
            .add(query.isDistinct() ? "SELECT DISTINCT " : "SELECT ")
            .add(outputs, ", ")
            .add(" FROM (")
            .add(inner)
            .add(") " + windows().table() + " WHERE ")
            .add(select.qualify(), " AND ");
    return tail(sql, sorted);
  }

  /** A column of the inner query in the outer one, with the name that it has. */
  private Fragment lifted(Fragment column) {
    int name = column.text().lastIndexOf(" AS ");
    if (name < 0 || column.text().endsWith(")")) {
      return windows().column(column);
    }
    Fragment outer = windows().column(column.with(column.text().substring(0, name)));
    return outer.with(outer.text() + column.text().substring(name));
  }

  private Sql plain(List<Fragment> columns, List<Fragment> orders, List<Fragment> groupBy) {
    List<Fragment> all = new ArrayList<>(columns);
    if (query.distinct() != null && query.distinct().on().isEmpty()) {
      OrderCompiler.addColumns(all, orders);
    }
    boolean positions = !groupBy.isEmpty() || query.isDistinct();
    return tail(
        core(all, select.grouping().withOrders(groupBy, orders)),
        positions ? OrderCompiler.positioned(all, orders) : orders);
  }

  private Sql core(List<Fragment> columns, List<Fragment> groupBy) {
    Sql sql = new Sql().add("SELECT ");
    if (select.where().contains(NodeCompiler.FALSE)
        && (!select.isGrouped() || !groupBy.isEmpty())) {
      sql.findsNothing();
    }
    if (query.distinct() != null && !select.isQualified()) {
      sql.add("DISTINCT ").add(distinctOn(query.distinct().on()));
    }
    sql.add(columns, ", ").add(" FROM ").add(select.joins().from()).add(select.ctes().joins());
    if (!select.where().isEmpty()) {
      sql.add(" WHERE ").add(select.where(), " AND ");
    }
    if (!groupBy.isEmpty()) {
      sql.add(" GROUP BY ").add(groupBy, ", ");
    }
    if (!select.having().isEmpty()) {
      sql.add(" HAVING ").add(select.having(), " AND ");
    }
    return sql;
  }

  private Sql tail(Sql sql, List<Fragment> orders) {
    if (!orders.isEmpty()) {
      sql.add(" ORDER BY ").add(orders.stream().map(dialect.operations()::order).toList(), ", ");
    }
    sql.add(query.slice().sql(dialect.operations()));
    return sql.add(new Locks(select, dialect).clause());
  }

  private Fragment distinctOn(List<String> names) {
    if (names.isEmpty()) {
      return Fragment.of("");
    }
    if (!dialect.features().distinctOn()) {
      throw new NotSupportedException(
          "distinct(\"%s\") is DISTINCT ON, which %s does not know. Use distinct(), or group."
              .formatted(String.join("\", \"", names), dialect.name()));
    }
    List<Fragment> on = names.stream().map(select::reference).toList();
    return Fragment.of(
        "ON (" + String.join(", ", on.stream().map(Fragment::text).toList()) + ") ",
        Fragment.params(on));
  }

  private Lift windows() {
    return select.windows();
  }
}
