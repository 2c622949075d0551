package io.quintet.orm.migrations;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is recorded beside the things that a table knows. */
final class Notes {
  private Notes() {}

  static Map<String, String> plus(Map<String, String> notes, String key, String value) {
    Map<String, String> more = new LinkedHashMap<>(notes);
    more.put(key, value);
    return more;
  }
}
