package io.quintet.orm;

import io.quintet.orm.internal.db.Database;
import io.quintet.orm.internal.dialect.Operations;
import io.quintet.orm.internal.sql.Statement;
import io.quintet.orm.meta.FieldMeta;
import java.util.List;

/** What an INSERT does with rows that are there already. */
final class Conflicts {
  private Conflicts() {}

  /** They stay as they are. */
  static Statement ignore(Statement insert) {
    return with(insert, " ON CONFLICT DO NOTHING");
  }

  /** Those that agree in some columns get the new values of others. */
  static Statement update(
      Statement insert, List<FieldMeta> changed, List<FieldMeta> unique, Database database) {
    Operations operations = database.dialect().operations();
    String on = String.join(", ", unique.stream().map(f -> operations.quote(f.column())).toList());
    if (changed.isEmpty()) {
      return with(insert, " ON CONFLICT (" + on + ") DO NOTHING");
    }
    List<String> set =
        changed.stream()
            .map(f -> operations.quote(f.column()))
            .map(c -> c + " = excluded." + c)
            .toList();
    return with(insert, " ON CONFLICT (" + on + ") DO UPDATE SET " + String.join(", ", set));
  }

  /** The clause stands before what comes back. */
  private static Statement with(Statement insert, String clause) {
    int returning = insert.sql().lastIndexOf(" RETURNING ");
    String sql =
        returning < 0
            ? insert.sql() + clause
            : insert.sql().substring(0, returning) + clause + insert.sql().substring(returning);
    return new Statement(sql, insert.params());
  }
}
