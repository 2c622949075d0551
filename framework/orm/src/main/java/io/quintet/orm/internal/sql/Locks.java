package io.quintet.orm.internal.sql;

import io.quintet.orm.QueryException;
import io.quintet.orm.internal.dialect.Dialect;
import io.quintet.orm.meta.ModelMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** How the rows of a SELECT are locked. */
final class Locks {
  private final SelectCompiler select;
  private final Query query;
  private final Dialect dialect;

  Locks(SelectCompiler select, Dialect dialect) {
    this.select = select;
    this.query = select.query();
    this.dialect = dialect;
  }

  /** The clause at the end of the statement, or nothing. */
  String clause() {
    Query.Lock lock = query.lock();
    if (lock == null || !dialect.features().selectForUpdate()) {
      return "";
    }
    List<String> tables = new ArrayList<>();
    for (String name : lock.of().isEmpty() ? List.of("self") : lock.of()) {
      addWithParents(table(name), tables);
    }
    return dialect.operations().forUpdate(tables)
        + (lock.noWait() ? " NOWAIT" : lock.skipLocked() ? " SKIP LOCKED" : "");
  }

  /** A row that stands in several tables is locked in those that are read. */
  private void addWithParents(JoinTree.Table table, List<String> tables) {
    tables.add(table.alias);
    ModelMeta<?> model = Objects.requireNonNull(table.model);
    if (model.parent().isPresent()) {
      select.joins().aboves(table).forEach(above -> tables.add(above.alias));
    }
  }

  private JoinTree.Table table(String name) {
    if (name.equals("self")) {
      return select.joins().root();
    }
    List<String> path = List.of(name.split("__"));
    if (!query.related().contains(path)) {
      throw new QueryException(
          "selectForUpdate().of(\"%s\"): these rows are not read. Choose self or a relation of selectRelated: %s."
              .formatted(
                  Suggestions.shown(name),
                  String.join(
                      ", ", query.related().stream().map(p -> String.join("__", p)).toList())));
    }
    JoinTree.Table table = select.joins().root();
    for (Object hop : PathResolver.toOne(query.model(), path)) {
      table = select.joins().follow(table, (Hop) hop, JoinTree.ANY);
    }
    return table;
  }
}
