package io.quintet.orm.internal.dialect;

import io.quintet.orm.internal.sql.Fragment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a database reaches into JSON. Keys are bound; those that are whole numbers are indexes too.
 */
public interface JsonSpelling {
  /** What stands at a path, to be compared. */
  Fragment key(Fragment json, List<String> keys);

  /** What stands at a path, as text. */
  Fragment keyText(Fragment json, List<String> keys);

  /** What stands at a path, to be compared with a pattern. */
  default Fragment keyPattern(Fragment json, List<String> keys) {
    return keyText(json, keys);
  }

  /** What stands at a path, to be read. */
  Fragment keyResult(Fragment json, List<String> keys);

  /** A value that {@link #key} is compared with for equality. */
  Fragment literal(@Nullable Object value);

  /** A value that {@link #key} is compared with for order. */
  Fragment ordered(Object value);

  /** A JSON document. */
  Fragment document(@Nullable Object value);

  /** A JSON column, to be compared as a whole. */
  Fragment whole(Fragment json);

  /** Whether nothing stands at a path. */
  Fragment isMissing(Fragment json, List<String> keys, boolean wanted);

  /** Whether JSON holds another. */
  Fragment contains(Fragment json, Fragment other);

  /** Whether JSON is part of another. */
  Fragment containedBy(Fragment json, Fragment other);

  /** Whether the object at a path has all, or any, of some keys. */
  Fragment hasKeys(Fragment json, List<String> path, List<String> keys, boolean all);

  /** Whether a key is written as an index of a list. */
  static boolean isIndex(String key) {
    int from = key.startsWith("-") ? 1 : 0;
    boolean digits = key.length() > from && key.length() <= from + 9;
    for (int i = from; digits && i < key.length(); i++) {
      digits = key.charAt(i) >= '0' && key.charAt(i) <= '9';
    }
    return digits;
  }
}
