package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a new migration: a number, and what it does. */
final class MigrationNames {
  private static final Pattern NUMBER = Pattern.compile("^(\\d+)");
  private static final int LIMIT = 52;

  private MigrationNames() {}

  /** The number after those in use, with four digits. */
  static String nextNumber(List<String> used) {
    int last = 0;
    for (String name : used) {
      Matcher number = NUMBER.matcher(name);
      if (number.find()) {
        last = Math.max(last, Integer.parseInt(number.group(1)));
      }
    }
    return "%04d".formatted(last + 1);
  }

  /** What these operations do, in words joined by underscores. */
  static String summary(List<Operation> operations) {
    if (!operations.isEmpty()
        && operations.stream().allMatch(Operation.CreateModel.class::isInstance)
        && operations.size() > 3) {
      return fragment(operations.getFirst()) + "_and_more";
    }
    List<String> fragments = operations.stream().map(MigrationNames::fragment).distinct().toList();
    List<String> taken = new ArrayList<>();
    int length = 0;
    for (String fragment : fragments) {
      length += fragment.length() + 1;
      if (length > LIMIT && !taken.isEmpty()) {
        return String.join("_", taken) + "_and_more";
      }
      taken.add(fragment);
    }
    return taken.isEmpty() ? "custom" : String.join("_", taken);
  }

  private static String fragment(Operation operation) {
    String text =
        switch (operation) {
          case Operation.CreateModel o -> o.model();
          case Operation.DeleteModel(String model) -> "delete_" + model;
          case Operation.RenameModel(String from, String to) -> "rename_" + from + "_" + to;
          case Operation.AddField o -> o.model() + "_" + Names.snake(o.field().name());
          case Operation.RemoveField(String model, String field) ->
              "remove_" + model + "_" + Names.snake(field);
          case Operation.AlterField o -> "alter_" + o.model() + "_" + Names.snake(o.field().name());
          case Operation.RenameField(String model, String from, String to) ->
              "rename_" + Names.snake(from) + "_" + model + "_" + Names.snake(to);
          case Operation.AddIndex o -> o.model() + "_index";
          case Operation.RemoveIndex o -> "remove_" + o.model() + "_index";
          case Operation.AddConstraint o -> o.model() + "_" + o.constraint().name();
          case Operation.RemoveConstraint(String model, String name) ->
              "remove_" + model + "_" + name;
          case Operation.AlterOptions o -> "alter_" + o.model() + "_options";
          case Operation.RunSql _ -> "sql";
          case Operation.RunJava _ -> "data";
        };
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
  }
}
