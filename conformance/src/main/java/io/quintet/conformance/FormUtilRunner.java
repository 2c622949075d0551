package io.quintet.conformance;

import io.quintet.core.text.SafeString;
import io.quintet.forms.internal.Texts;
import io.quintet.forms.widgets.Attributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Attributes and labels of forms. */
final class FormUtilRunner extends OpRunner {
  FormUtilRunner() {
    op("flatatt", FormUtilRunner::attributes);
    op("pretty_name", input -> Texts.pretty((String) input.get("name")));
  }

  /**
   * Django sorts the names here and writes bare names last; widgets keep the order they are given.
   */
  private static Object attributes(Input input) {
    Map<String, @Nullable Object> valued = new TreeMap<>();
    Map<String, @Nullable Object> bare = new TreeMap<>();
    Cases.object(input.get("attrs"))
        .forEach((name, value) -> (value instanceof Boolean ? bare : valued).put(name, value));
    StringBuilder out = new StringBuilder();
    Map<String, @Nullable Object> all = new LinkedHashMap<>(valued);
    all.putAll(bare);
    Attributes.write(out, all);
    return SafeString.of(out.toString());
  }
}
