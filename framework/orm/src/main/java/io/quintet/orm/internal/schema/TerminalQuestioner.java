package io.quintet.orm.internal.schema;

import io.quintet.core.commands.Terminal;
import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.Questioner;
import java.util.Optional;

/** Asks a person. */
public final class TerminalQuestioner implements Questioner {
  private final Terminal terminal;

  /** On that terminal. */
  public TerminalQuestioner(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public boolean wasRenamed(ModelName from, ModelName to) {
    return terminal.confirm(
        "Was the model "
            + from
            + " renamed to "
            + to.model()
            + "? Otherwise its rows are deleted.");
  }

  /** Asked so that the answer given by haste keeps the rows. */
  @Override
  public boolean wasMoved(ModelName from, ModelName to) {
    return !terminal.confirm(
        "Model %s is gone and %s is new, and they are alike. Are the rows of %1$s to be deleted? Otherwise the model is moved with them."
            .formatted(from, to));
  }

  @Override
  public boolean wasRenamed(ModelName model, FieldState from, FieldState to) {
    return terminal.confirm(
        "Was the field %s.%s renamed to %s? Otherwise its values are deleted."
            .formatted(model, from.name(), to.name()));
  }

  @Override
  public Object valueForExistingRows(ModelName model, ColumnState field) {
    return value(
            "The new field %s.%s does not allow null. What do the rows that exist get (%s)? Empty to stop:"
                .formatted(model, field.name(), TypedValues.example(field.type())),
            field)
        .orElseThrow(() ->
            new MigrationException(
                "Stopped; nothing was written. Give %s.%s an initialiser or @Default, or make it @Nullable."
                    .formatted(model, field.name())));
  }

  @Override
  public Object momentForExistingRows(ModelName model, ColumnState field, Object now) {
    return value(
            "The new field %s.%s keeps the moment of creation. What do the rows that exist get? Empty for now, %s:"
                .formatted(model, field.name(), now),
            field)
        .orElse(now);
  }

  @Override
  public void confirmOneValueForUnique(ModelName model, ColumnState field) {
    boolean meant =
        terminal.confirm(
            "The new field %s.%s is unique, and all rows that exist would get the same value. Go on, as there is one at most?"
                .formatted(model, field.name()));
    if (!meant) {
      throw new MigrationException(
          "Stopped; nothing was written. Add %s.%s @Nullable first, fill it in a step of Java, then make it mandatory."
              .formatted(model, field.name()));
    }
  }

  @Override
  public Optional<Object> valueForNulls(ModelName model, ColumnState field) {
    return value(
        "The field %s.%s no longer allows null. What do rows get that have none (%s)? Empty if there are none:"
            .formatted(model, field.name(), TypedValues.example(field.type())),
        field);
  }

  private Optional<Object> value(String question, ColumnState field) {
    while (true) {
      Optional<String> typed = terminal.ask(question);
      if (typed.isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.of(TypedValues.parse(typed.get(), field.type()));
      } catch (MigrationException e) {
        terminal.warning(e.getMessage());
      }
    }
  }
}
