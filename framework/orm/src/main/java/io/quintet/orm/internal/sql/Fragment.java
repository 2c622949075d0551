package io.quintet.orm.internal.sql;

import io.quintet.orm.meta.FieldType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of SQL.
 *
 * @param type what it yields, when known
 * @param nullable whether it can be null
 */
record Fragment(String text, List<Param> params, @Nullable FieldType type, boolean nullable) {
  static Fragment of(String text) {
    return new Fragment(text, List.of(), new FieldType.Bool(), false);
  }

  static Fragment of(String text, List<Param> params) {
    return new Fragment(text, params, new FieldType.Bool(), false);
  }

  Fragment with(String newText) {
    return new Fragment(newText, params, type, nullable);
  }

  static List<Param> params(List<Fragment> fragments) {
    List<Param> all = new ArrayList<>();
    fragments.forEach(f -> all.addAll(f.params()));
    return all;
  }
}
