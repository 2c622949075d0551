package io.quintet.orm;

import io.quintet.orm.internal.sql.Query;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code only} and {@code defer} mean one after the other. */
final class FieldChoice {
  private FieldChoice() {}

  /** Only these, without what was deferred before. */
  static Query.Fields only(Query.@Nullable Fields before, List<String> names) {
    return new Query.Fields(
        true, before == null || before.only() ? names : without(names, before.names()));
  }

  /** Not these, nor what was deferred before; of those chosen before the others. */
  static Query.Fields defer(Query.@Nullable Fields before, List<String> names) {
    if (before == null) {
      return new Query.Fields(false, names);
    }
    if (before.only()) {
      return new Query.Fields(true, without(before.names(), names));
    }
    List<String> all = new ArrayList<>(before.names());
    all.addAll(names);
    return new Query.Fields(false, all);
  }

  private static List<String> without(List<String> names, List<String> others) {
    return names.stream().filter(n -> !others.contains(n)).toList();
  }
}
