package io.quintet.orm.internal.sql;

import io.quintet.orm.internal.dialect.Operations;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns that hold a key, as they are written in a statement.
 *
 * @param sql each column
 * @param types what each holds
 */
record KeyColumns(List<String> sql, List<FieldType> types) {
  static KeyColumns of(List<String> sql, FieldMeta key) {
    return new KeyColumns(sql, List.of(key.columnType()));
  }

  /** Columns as one operand: in brackets when there are several. */
  static String row(List<String> columns) {
    return columns.size() == 1 ? columns.getFirst() : "(" + String.join(", ", columns) + ")";
  }

  List<Fragment> fragments() {
    List<Fragment> found = new ArrayList<>();
    for (int i = 0; i < sql.size(); i++) {
      found.add(new Fragment(sql.get(i), List.of(), types.get(i), false));
    }
    return found;
  }

  /** Whether they hold one of some keys. */
  Fragment among(List<Object> keys, Operations operations) {
    FieldType type = types.getFirst();
    List<Param> params = keys.stream().map(k -> new Param(k, type)).toList();
    String marks = String.join(", ", params.stream().map(p -> operations.parameter(type)).toList());
    return params.size() == 1
        ? Fragment.of(sql.getFirst() + " = " + marks, params)
        : Fragment.of(sql.getFirst() + " IN (" + (params.isEmpty() ? "NULL" : marks) + ")", params);
  }
}
