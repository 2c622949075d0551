package io.quintet.conformance;

import io.quintet.templates.Arguments;
import io.quintet.templates.Context;
import io.quintet.templates.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The declaration of a tag of the suite, with a sample result from which others are made. */
record SuiteTag(Map<String, @Nullable Object> data) {
  String name() {
    return String.valueOf(data.get("name"));
  }

  String kind() {
    return String.valueOf(data.get("kind"));
  }

  String end() {
    return String.valueOf(data.get("end_name"));
  }

  String template() {
    return String.valueOf(data.get("template"));
  }

  boolean takesContext() {
    return Boolean.TRUE.equals(data.get("takes_context"));
  }

  /** Declared with the context but without a parameter for it, which the suite does on purpose. */
  boolean lacksContext() {
    return takesContext()
        && (name().contains("without_context_parameter")
            || name().contains("takes_context_without_params"));
  }

  private List<Map<String, @Nullable Object>> params() {
    List<Map<String, @Nullable Object>> params = new ArrayList<>();
    if (data.get("params") instanceof List<?> list) {
      list.forEach(param -> params.add(Cases.object(param)));
    }
    return params;
  }

  Parameters parameters() {
    Parameters parameters = Parameters.of();
    for (Map<String, @Nullable Object> param : params()) {
      String name = String.valueOf(param.get("name"));
      boolean keyword = Boolean.TRUE.equals(param.get("keyword_only"));
      boolean optional = param.containsKey("default");
      if (keyword) {
        parameters =
            optional
                ? parameters.keywordOnly(name, param.get("default"))
                : parameters.keywordOnly(name);
      } else {
        parameters =
            optional ? parameters.optional(name, param.get("default")) : parameters.required(name);
      }
    }
    parameters = Boolean.TRUE.equals(data.get("varargs")) ? parameters.rest() : parameters;
    return Boolean.TRUE.equals(data.get("varkw")) ? parameters.keywords() : parameters;
  }

  /** The sample result with the values of this use in the place of those of the sample. */
  String result(Context context, String body, Arguments arguments) {
    Map<String, @Nullable Object> example = Cases.object(data.get("example"));
    Object sample = example.get("result");
    Object text = sample instanceof Map<?, ?> map ? map.get("result") : sample;
    if (text == null) {
      return "";
    }
    List<@Nullable Object> actual = new ArrayList<>();
    params().forEach(param -> actual.add(arguments.get(String.valueOf(param.get("name")))));
    actual.addAll(arguments.rest());
    String joined = join(actual, context) + pairs(arguments.keywords(), context);
    String sampled = sampled(example, context);
    String result =
        text.toString().replace("V0", String.valueOf(context.get("value"))).replace("BODY", body);
    return sampled.isEmpty() ? result : result.replace(sampled, joined);
  }

  private String sampled(Map<String, @Nullable Object> example, Context context) {
    List<@Nullable Object> values = new ArrayList<>();
    List<?> given = example.get("args") instanceof List<?> list ? list : List.of();
    Map<String, @Nullable Object> keywords = Cases.object(example.get("kwargs"));
    int position = 0;
    for (Map<String, @Nullable Object> param : params()) {
      String name = String.valueOf(param.get("name"));
      if (keywords.containsKey(name)) {
        values.add(keywords.get(name));
      } else if (!Boolean.TRUE.equals(param.get("keyword_only")) && position < given.size()) {
        values.add(given.get(position++));
      } else {
        values.add(param.get("default"));
      }
    }
    values.addAll(given.subList(position, given.size()));
    return join(values, context)
        + (Boolean.TRUE.equals(data.get("varkw")) ? pairs(keywords, context) : "");
  }

  private static String join(List<@Nullable Object> values, Context context) {
    return String.join(", ", values.stream().map(context::text).toList());
  }

  private String pairs(Map<String, @Nullable Object> keywords, Context context) {
    if (!Boolean.TRUE.equals(data.get("varkw"))) {
      return "";
    }
    return " / "
        + String.join(
            ", ",
            keywords.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + context.text(entry.getValue()))
                .toList());
  }
}
