package io.quintet.conformance;

import io.quintet.core.MultiMap;
import io.quintet.templates.values.PythonText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Query strings. */
final class QueryRunner extends OpRunner {
  QueryRunner() {
    op("querydict_parse", QueryRunner::parse);
    op("querydict_urlencode", QueryRunner::encode);
  }

  private static Charset charset(Input input) {
    return input.get("encoding") == null
        ? StandardCharsets.UTF_8
        : Charset.forName(input.text("encoding"));
  }

  private static Object parse(Input input) {
    int most = input.settings().number("DATA_UPLOAD_MAX_NUMBER_FIELDS", MultiMap.MAX_FIELDS);
    MultiMap fields = MultiMap.parse(input.text("query_string"), most, charset(input));
    List<@Nullable Object> pairs = new ArrayList<>();
    fields.names().forEach(name -> pairs.add(List.of(name, fields.list(name))));
    return pairs;
  }

  private static Object encode(Input input) {
    MultiMap.Builder fields = MultiMap.builder();
    if (input.get("lists") instanceof List<?> lists) {
      for (Object pair : lists) {
        for (Object value : (List<?>) ((List<?>) pair).get(1)) {
          fields.add(String.valueOf(((List<?>) pair).get(0)), PythonText.str(value));
        }
      }
    }
    String safe = input.get("safe") instanceof String text ? text : "";
    return fields.build().urlencode(safe, charset(input));
  }
}
