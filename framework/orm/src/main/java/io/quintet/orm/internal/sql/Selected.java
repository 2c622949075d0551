package io.quintet.orm.internal.sql;

import io.quintet.orm.meta.FieldType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT and what its columns are.
 *
 * @param owner the column with the key of the owner, or 0
 */
record Selected(
    Sql sql,
    List<Fragment> columns,
    List<Compiler.Related> related,
    List<Compiler.Extra> extras,
    int owner,
    @Nullable FieldType ownerType) {

  /** What a SELECT is for. */
  enum Kind {
    /** Entities with what belongs to them. */
    ENTITIES,
    /** Columns. */
    OUTPUTS,
    /** Primary keys. */
    KEYS,
    /** Whether there is a row. */
    ONE
  }

  Statement statement() {
    return sql.statement();
  }
}
