package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.MigrationException;

/**
 * Changes that no database makes without holding others up on a large table: what to do in two
 * steps in which nobody waits.
 *
 * @param burden what the change would do in one, for example "rewrites the whole table"
 */
record TwoSteps(String burden) {
  private static final String UNSAFE =
      "\nIf the table may stand still that long, say migrate --unsafe.";

  /** A column gets values of another type. */
  MigrationException otherType(String table, String column, String from, String to) {
    return new MigrationException(
        """
        Changing column %2$s of %1$s from %3$s to %4$s %5$s. In two steps nobody waits:
          1. Add a new field of the new type (addField(...) @Nullable), have the program write both, and fill \
        the rows that exist with context.model(...).backfill(...) in a step of Java that is notAtomic().
          2. Have the program read the new field only; make it mandatory, remove the old one and rename the new one.\
        """
                .formatted(table, column, from, to, burden)
            + UNSAFE);
  }

  /** A new column has another value in each row. */
  MigrationException valueOfItsOwn(String table, String column) {
    return new MigrationException(
        """
        Adding column %2$s to %1$s gives each row a value of its own and so %3$s. In two steps nobody waits:
          1. Add the field @Nullable without a default.
          2. Give it its default, which then holds for new rows, and fill the rows that exist with \
        context.model(...).backfill(...) in a step of Java that is notAtomic().\
        """
                .formatted(table, column, burden)
            + UNSAFE);
  }

  /** Anything else. */
  MigrationException other(String table, String change) {
    return new MigrationException(
        """
        %2$s on %1$s %3$s. In two steps nobody waits:
          1. Make a new model whose table is as it shall be, have the program write both, and fill it with \
        context.model(...).backfill(...) in a step of Java that is notAtomic().
          2. Have the program read the new table only; remove the old one. A rule that only guards what is written \
        can stay a validator of the model instead.\
        """
                .formatted(table, change, burden)
            + UNSAFE);
  }
}
