package io.quintet.conformance.orm;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a step did.
 *
 * @param error what it threw, or null
 * @param queries how many statements it sent
 */
record Entry(@Nullable Object result, @Nullable Throwable error, int queries, String statements) {
  /** What is different from what was recorded; empty when nothing is. */
  String difference(Map<String, @Nullable Object> expected, boolean ordered, boolean innerOrdered) {
    if (expected.containsKey("error") != (error != null)) {
      return shown();
    }
    if (error != null && !Failures.matches(expected, error)) {
      return shown();
    }
    if (error == null) {
      String inside = result(expected, ordered, innerOrdered);
      if (!inside.isEmpty()) {
        return inside;
      }
    }
    return expected.get("queries") instanceof Long most && queries > most
        ? queries + " statements: " + statements
        : "";
  }

  private String result(
      Map<String, @Nullable Object> expected, boolean ordered, boolean innerOrdered) {
    Object wanted = expected.get("result");
    if (result instanceof Nested nested) {
      return nested.difference(Raw.list(wanted));
    }
    return Same.same(Literal.of(wanted), result, ordered, innerOrdered) ? "" : shown();
  }

  private String shown() {
    return (error != null ? Failures.shown(error) : String.valueOf(result)) + " by " + statements;
  }

  /** The entries of a block. */
  record Nested(List<Entry> entries) {
    String difference(List<@Nullable Object> expected) {
      if (expected.size() != entries.size()) {
        return "a block of " + entries.size() + " steps";
      }
      for (int i = 0; i < entries.size(); i++) {
        String inside = entries.get(i).difference(Raw.object(expected.get(i)), true, true);
        if (!inside.isEmpty()) {
          return inside;
        }
      }
      return "";
    }
  }
}
