package io.quintet.orm.internal.dialect.sqlite;

import io.quintet.orm.internal.dialect.TextLookups;
import io.quintet.orm.internal.sql.Fragment;
import io.quintet.orm.meta.FieldType;

/**
 * Comparisons of text. LIKE is all that SQLite has: it takes the letters A to Z alike in upper and
 * lower case, in every look-up, and no others.
 */
public final class SqliteLookups extends TextLookups {
  @Override
  protected Fragment asText(Fragment value) {
    return value;
  }

  /** UUIDs are kept without hyphens. */
  @Override
  protected Fragment written(Fragment left, Fragment right) {
    boolean uuid = left.type() instanceof FieldType.Uuid && right.literal();
    return uuid && right.params().getFirst().value() instanceof String text
        ? Fragment.value(text.replace("-", ""))
        : right;
  }

  @Override
  protected Fragment like(Fragment left, Fragment pattern, boolean ignoringCase) {
    return Fragment.sql("{} LIKE {} ESCAPE '\\'", left, pattern);
  }

  @Override
  protected Fragment regex(Fragment left, Fragment pattern, boolean ignoringCase) {
    return Fragment.sql(
        ignoringCase ? "quintet_iregexp({}, {})" : "quintet_regexp({}, {})", pattern, left);
  }
}
