package io.quintet.conformance;

import io.quintet.core.MultiMap;
import io.quintet.templates.values.PythonText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Query strings. */
final class QueryRunner extends OpRunner {
  QueryRunner() {
    op("querydict_parse", QueryRunner::parse);
    op("querydict_urlencode", QueryRunner::encode);
  }

  private static void requireUtf8(Input input) {
    if (input.get("encoding") != null && !input.text("encoding").equalsIgnoreCase("utf-8")) {
      throw new Expected.Unsupported("cannot apply to Java: query strings are UTF-8 only");
    }
  }

  private static Object parse(Input input) {
    requireUtf8(input);
    int most = input.settings().number("DATA_UPLOAD_MAX_NUMBER_FIELDS", MultiMap.MAX_FIELDS);
    MultiMap fields = MultiMap.parse(input.text("query_string"), most);
    List<@Nullable Object> pairs = new ArrayList<>();
    fields.names().forEach(name -> pairs.add(List.of(name, fields.list(name))));
    return pairs;
  }

  private static Object encode(Input input) {
    requireUtf8(input);
    if (input.get("safe") != null) {
      throw new Expected.Unsupported("not built yet: safe characters of an encoded query");
    }
    MultiMap.Builder fields = MultiMap.builder();
    if (input.get("lists") instanceof List<?> lists) {
      for (Object pair : lists) {
        for (Object value : (List<?>) ((List<?>) pair).get(1)) {
          fields.add(String.valueOf(((List<?>) pair).get(0)), PythonText.str(value));
        }
      }
    }
    return fields.build().urlencode();
  }
}
