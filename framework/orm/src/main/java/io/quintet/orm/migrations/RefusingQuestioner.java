package io.quintet.orm.migrations;

import java.util.Optional;

/** For when nobody can be asked: rather no migration than one that loses data. */
final class RefusingQuestioner implements Questioner {
  @Override
  public boolean wasRenamed(ModelName from, ModelName to) {
    throw new MigrationException(
        ("Model %s is gone and %s is new, with the same fields. Was it renamed, or are its rows to be deleted?"
                + " Run makemigrations on a terminal to be asked, or say --renames yes or --renames no.")
            .formatted(from, to));
  }

  @Override
  public boolean wasMoved(ModelName from, ModelName to) {
    throw new MigrationException(
        ("Model %s is gone and %s is new, and they are alike. Was it moved, or are its rows to be deleted?"
                + " Run makemigrations on a terminal to be asked, or say --moves yes or --moves no.")
            .formatted(from, to));
  }

  @Override
  public boolean wasRenamed(ModelName model, FieldState from, FieldState to) {
    throw new MigrationException(
        ("Field %1$s.%2$s is gone and %1$s.%3$s is new, of the same kind. Was it renamed, or are its values to be deleted?"
                + " Run makemigrations on a terminal to be asked, or say --renames yes or --renames no.")
            .formatted(model, from.name(), to.name()));
  }

  @Override
  public Object valueForExistingRows(ModelName model, ColumnState field) {
    throw new MigrationException(
        ("Field %1$s.%2$s is new and does not allow null: what do the rows that exist get?"
                + " Give the field an initialiser or @Default, make it @Nullable,"
                + " say --value %1$s.%2$s=VALUE, or run makemigrations on a terminal to be asked.%3$s")
            .formatted(
                model,
                field.name(),
                field.isUnique()
                    ? " As it is unique, first add it @Nullable, fill it in a step of Java, then make it mandatory."
                    : ""));
  }

  @Override
  public Object momentForExistingRows(ModelName model, ColumnState field, Object now) {
    throw new MigrationException(
        ("Field %1$s.%2$s is new and keeps the moment of creation: what do the rows that exist get?"
                + " Say --value %1$s.%2$s=%3$s for the present moment, make the field @Nullable,"
                + " or run makemigrations on a terminal to be asked.")
            .formatted(model, field.name(), now));
  }

  @Override
  public void confirmOneValueForUnique(ModelName model, ColumnState field) {
    throw new MigrationException(
        ("Field %1$s.%2$s is new and unique, and all rows that exist would get the same value."
                + " Add it @Nullable first, fill it in a step of Java, then make it mandatory."
                + " If the table has one row at most, say --value %1$s.%2$s=VALUE.")
            .formatted(model, field.name()));
  }

  @Override
  public Optional<Object> valueForNulls(ModelName model, ColumnState field) {
    throw new MigrationException(
        ("Field %1$s.%2$s no longer allows null: what do rows get that have none?"
                + " Give the field an initialiser, say --value %1$s.%2$s=VALUE (or --value %1$s.%2$s= if"
                + " there are none), or run makemigrations on a terminal to be asked.")
            .formatted(model, field.name()));
  }
}
