package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.FieldOperation;
import io.quintet.orm.migrations.IndexOperation;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelOperation;
import io.quintet.orm.migrations.ModelTransfer;
import io.quintet.orm.migrations.Operation;
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
    String name = "";
    for (Operation operation : operations) {
      String longer = name.isEmpty() ? fragment(operation) : name + "_" + fragment(operation);
      if (longer.length() > LIMIT && !name.isEmpty()) {
        return name + "_and_more";
      }
      name = longer;
    }
    return name.isEmpty() ? "custom" : name;
  }

  private static String fragment(Operation operation) {
    String text =
        switch (operation) {
          case ModelOperation.CreateModel o -> o.model();
          case ModelOperation.DeleteModel(String model) -> "delete_" + model;
          case ModelOperation.RenameModel(String from, String to) -> "rename_" + from + "_" + to;
          case ModelTransfer.MoveModel o -> "move_" + o.to() + "_from_" + o.from().app();
          case ModelTransfer.PairsToModel o ->
              o.owner() + "_" + Names.snake(o.field()) + "_to_" + o.model();
          case ModelTransfer.ModelToPairs o ->
              o.model() + "_to_" + o.owner() + "_" + Names.snake(o.field().name());
          case ModelTransfer.ModelMoved(String model, ModelName to) ->
              model + "_moved_to_" + to.app();
          case FieldOperation.AddField o -> o.model() + "_" + Names.snake(o.field().name());
          case FieldOperation.RemoveField(String model, String field) ->
              "remove_" + model + "_" + Names.snake(field);
          case FieldOperation.AlterField o ->
              "alter_" + o.model() + "_" + Names.snake(o.field().name());
          case FieldOperation.RenameField(String model, String from, String to) ->
              "rename_" + Names.snake(from) + "_" + model + "_" + Names.snake(to);
          case IndexOperation.AddIndex o -> o.model() + "_" + o.index().name();
          case IndexOperation.RemoveIndex o -> "remove_" + o.model() + "_" + o.name();
          case IndexOperation.RenameIndex o -> "rename_" + o.from() + "_" + o.to();
          case IndexOperation.AlterConstraint o ->
              "alter_" + o.model() + "_" + o.constraint().name();
          case IndexOperation.AddConstraint o -> o.model() + "_" + o.constraint().name();
          case IndexOperation.RemoveConstraint(String model, String name) ->
              "remove_" + model + "_" + name;
          case ModelOperation.AlterOptions o -> "alter_" + o.model() + "_options";
          case ModelOperation.AlterTable o -> "alter_" + o.model() + "_table";
          case ModelOperation.AlterComment o -> "alter_" + o.model() + "_table_comment";
          case ModelOperation.AlterUniqueTogether o -> "alter_" + o.model() + "_unique_together";
          case ModelOperation.AlterOrder o -> "alter_" + o.model() + "_order_with_respect_to";
          case Operation.RunSql _ -> "sql";
          case Operation.RunJava _ -> "data";
        };
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]+", "_");
  }
}
