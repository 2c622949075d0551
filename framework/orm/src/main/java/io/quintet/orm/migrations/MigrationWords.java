package io.quintet.orm.migrations;

import io.quintet.orm.annotation.OnDelete;
import io.quintet.orm.migrations.ColumnType.Simple;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The words in which a migration is written: operations, fields, constraints. */
abstract sealed class MigrationWords permits Migration {

  /** A new model; go on with {@code .fields(...)}. */
  protected static ModelOperation.CreateModel createModel(String model) {
    return new ModelOperation.CreateModel(
        model, List.of(), List.of(), List.of(), ModelOptions.USUAL);
  }

  /** A model and its rows go. */
  protected static ModelOperation.DeleteModel deleteModel(String model) {
    return new ModelOperation.DeleteModel(model);
  }

  /** A model gets another name. */
  protected static ModelOperation.RenameModel renameModel(String from, String to) {
    return new ModelOperation.RenameModel(from, to);
  }

  /**
   * A model of another app, {@code "blog.Post"}, becomes one of this app, with its rows. Its table
   * follows when it has the usual name; go on with {@code .table(...)} to keep it.
   */
  protected static ModelTransfer.MoveModel moveModel(String model) {
    ModelName from = ModelName.parse(model);
    return new ModelTransfer.MoveModel(from, from.model(), null);
  }

  /** A model of another app becomes one of this app, under another name. */
  protected static ModelTransfer.MoveModel moveModel(String model, String name) {
    return new ModelTransfer.MoveModel(ModelName.parse(model), name, null);
  }

  /**
   * Notes that a model of this app became one of another, {@code "shop.Post"}, by its migration.
   */
  protected static ModelTransfer.ModelMoved modelMoved(String model, String to) {
    return new ModelTransfer.ModelMoved(model, ModelName.parse(to));
  }

  /**
   * The pairs of a many-to-many field become a model with two foreign keys, through which the field
   * goes then.
   *
   * @param owner the model that has the field
   * @param field the field
   * @param model the new model
   * @param source its key to the owner
   * @param target its key to the other side
   */
  protected static ModelTransfer.PairsToModel pairsToModel(
      String owner, String field, String model, String source, String target) {
    return new ModelTransfer.PairsToModel(model, owner, field, source, target);
  }

  /**
   * A model through which a many-to-many field of the owner goes becomes the pairs of that field.
   */
  protected static ModelTransfer.ModelToPairs modelToPairs(
      String model, String owner, ManyToManyState field) {
    return new ModelTransfer.ModelToPairs(model, owner, field);
  }

  /** A new field; go on with {@code .existingRows(value)} when rows that exist need one. */
  protected static FieldOperation.AddField addField(String model, FieldState field) {
    return new FieldOperation.AddField(model, field, null);
  }

  /** A field and its values go. */
  protected static FieldOperation.RemoveField removeField(String model, String field) {
    return new FieldOperation.RemoveField(model, field);
  }

  /** A field becomes what is given. */
  protected static FieldOperation.AlterField alterField(String model, FieldState field) {
    return new FieldOperation.AlterField(model, field, null);
  }

  /** A field gets another name. */
  protected static FieldOperation.RenameField renameField(String model, String from, String to) {
    return new FieldOperation.RenameField(model, from, to);
  }

  /** A new index: field names in order, "-" before one for descending. */
  protected static IndexOperation.AddIndex addIndex(String model, String name, String... fields) {
    return addIndex(model, new IndexState(name, List.of(fields), null));
  }

  /** A new index. */
  protected static IndexOperation.AddIndex addIndex(String model, IndexState index) {
    return new IndexOperation.AddIndex(model, index);
  }

  /** An index goes. */
  protected static IndexOperation.RemoveIndex removeIndex(String model, String name) {
    return new IndexOperation.RemoveIndex(model, name);
  }

  /** A new constraint, see {@link #unique} and {@link #check}. */
  protected static IndexOperation.AddConstraint addConstraint(
      String model, ConstraintState constraint) {
    return new IndexOperation.AddConstraint(model, constraint);
  }

  /** A constraint goes. */
  protected static IndexOperation.RemoveConstraint removeConstraint(String model, String name) {
    return new IndexOperation.RemoveConstraint(model, name);
  }

  /** The options of a model become these, see {@link #options}. */
  protected static ModelOperation.AlterOptions alterOptions(String model, ModelOptions options) {
    return new ModelOperation.AlterOptions(model, options);
  }

  /** The table of a model gets another name. */
  protected static ModelOperation.AlterTable alterTable(String model, String table) {
    return new ModelOperation.AlterTable(model, table);
  }

  /** The table of a model gets the usual name. */
  protected static ModelOperation.AlterTable usualTable(String model) {
    return new ModelOperation.AlterTable(model, null);
  }

  /** The table of a model gets another comment; an empty one removes it. */
  protected static ModelOperation.AlterComment alterComment(String model, String comment) {
    return new ModelOperation.AlterComment(model, comment.isEmpty() ? null : comment);
  }

  /** No two rows agree in all fields of any of these lists, see {@link #together}. */
  @SafeVarargs
  protected static ModelOperation.AlterUniqueTogether alterUniqueTogether(
      String model, List<String>... lists) {
    return new ModelOperation.AlterUniqueTogether(model, Arrays.asList(lists));
  }

  /** Fields that are unique together. */
  protected static List<String> together(String... fields) {
    return List.of(fields);
  }

  /** Rows get a place within the value of a field. */
  protected static ModelOperation.AlterOrder alterOrder(String model, String field) {
    return new ModelOperation.AlterOrder(model, field);
  }

  /** Rows lose the place that they had within the value of a field. */
  protected static ModelOperation.AlterOrder removeOrder(String model) {
    return new ModelOperation.AlterOrder(model, null);
  }

  /** An index gets another name. */
  protected static IndexOperation.RenameIndex renameIndex(String model, String from, String to) {
    return new IndexOperation.RenameIndex(model, from, to);
  }

  /** What a constraint says to the program changes. */
  protected static IndexOperation.AlterConstraint alterConstraint(
      String model, ConstraintState constraint) {
    return new IndexOperation.AlterConstraint(model, constraint);
  }

  /** An index over expressions: SQL over column names. */
  protected static IndexState indexOf(String name, String... expressions) {
    return new IndexState(name, List.of(), List.of(expressions), null);
  }

  /** An index over expressions for the rows that meet a condition: SQL over column names. */
  protected static IndexState indexOfWhere(String name, String condition, String... expressions) {
    return new IndexState(name, List.of(), List.of(expressions), condition);
  }

  /** No two rows agree in all of these expressions: SQL over column names. */
  protected static ConstraintState.Unique uniqueOf(String name, String... expressions) {
    return new ConstraintState.Unique(name, List.of(), List.of(expressions), null, Map.of());
  }

  /** No two of the rows that meet a condition agree in all of these expressions. */
  protected static ConstraintState.Unique uniqueOfWhere(
      String name, String condition, String... expressions) {
    return new ConstraintState.Unique(name, List.of(), List.of(expressions), condition, Map.of());
  }

  /** Statements as they are; go on with {@code .reverse(...)}. */
  protected static Operation.RunSql runSql(String... statements) {
    return new Operation.RunSql(Arrays.asList(statements), null, false);
  }

  /** A step in Java on the rows; go on with {@code .reverse(...)}. */
  protected static Operation.RunJava runJava(String description, DataStep step) {
    return new Operation.RunJava(description, step, null, false);
  }

  /** No two rows agree in all of these fields. */
  protected static ConstraintState.Unique unique(String name, String... fields) {
    return new ConstraintState.Unique(name, List.of(fields), null);
  }

  /** No two of the rows that meet a condition agree in all of these fields. */
  protected static ConstraintState.Unique uniqueWhere(
      String name, String condition, String... fields) {
    return new ConstraintState.Unique(name, List.of(fields), condition);
  }

  /** Every row meets the condition: SQL over column names. */
  protected static ConstraintState.Check check(String name, String condition) {
    return new ConstraintState.Check(name, condition);
  }

  /** An index over the rows that meet a condition: SQL over column names. */
  protected static IndexState indexWhere(String name, String condition, String... fields) {
    return new IndexState(name, List.of(fields), condition);
  }

  /** The usual options; go on with {@code .ordering(...)}. */
  protected static ModelOptions options() {
    return ModelOptions.USUAL;
  }

  /** The key that every entity has: {@code id}, 64 bits, counted up. */
  protected static ColumnState id() {
    return bigAuto("id").primaryKey();
  }

  /** A 64-bit number that the database counts up. */
  protected static ColumnState bigAuto(String name) {
    return ColumnState.of(name, Simple.BIG_AUTO);
  }

  /** A 32-bit number that the database counts up. */
  protected static ColumnState auto(String name) {
    return ColumnState.of(name, Simple.AUTO);
  }

  /** Text with a limit, in characters. */
  protected static ColumnState varchar(String name, int length) {
    return ColumnState.of(name, new ColumnType.Varchar(length));
  }

  /** Text without a limit. */
  protected static ColumnState text(String name) {
    return ColumnState.of(name, Simple.TEXT);
  }

  /** A 16-bit number. */
  protected static ColumnState smallInteger(String name) {
    return ColumnState.of(name, Simple.SMALL_INTEGER);
  }

  /** A 32-bit number. */
  protected static ColumnState integer(String name) {
    return ColumnState.of(name, Simple.INTEGER);
  }

  /** A 64-bit number. */
  protected static ColumnState bigInteger(String name) {
    return ColumnState.of(name, Simple.BIG_INTEGER);
  }

  /** True or false. */
  protected static ColumnState bool(String name) {
    return ColumnState.of(name, Simple.BOOLEAN);
  }

  /** An exact decimal: all digits, and those after the point. */
  protected static ColumnState decimal(String name, int digits, int places) {
    return ColumnState.of(name, new ColumnType.Decimal(digits, places));
  }

  /** Binary floating point. */
  protected static ColumnState real(String name) {
    return ColumnState.of(name, Simple.REAL);
  }

  /** A day. */
  protected static ColumnState date(String name) {
    return ColumnState.of(name, Simple.DATE);
  }

  /** A time of day. */
  protected static ColumnState time(String name) {
    return ColumnState.of(name, Simple.TIME);
  }

  /** A moment on the time line. */
  protected static ColumnState timestamp(String name) {
    return ColumnState.of(name, Simple.TIMESTAMP);
  }

  /** A day and a time of day without a zone. */
  protected static ColumnState localTimestamp(String name) {
    return ColumnState.of(name, Simple.LOCAL_TIMESTAMP);
  }

  /** A length of time. */
  protected static ColumnState duration(String name) {
    return ColumnState.of(name, Simple.DURATION);
  }

  /** 128 bits. */
  protected static ColumnState uuid(String name) {
    return ColumnState.of(name, Simple.UUID);
  }

  /** An address of the Internet, of version 4 or 6. */
  protected static ColumnState ipAddress(String name) {
    return ColumnState.of(name, Simple.IP_ADDRESS);
  }

  /** A JSON document. */
  protected static ColumnState json(String name) {
    return ColumnState.of(name, Simple.JSON);
  }

  /** Bytes. */
  protected static ColumnState binary(String name) {
    return ColumnState.of(name, Simple.BINARY);
  }

  /** The key of another model, {@code "auth.User"}. */
  protected static ColumnState foreignKey(String name, String target, OnDelete onDelete) {
    return ColumnState.of(name, new ColumnType.ForeignKey(ModelName.parse(target), onDelete, true));
  }

  /** The key of another model that no two rows share. */
  protected static ColumnState oneToOne(String name, String target, OnDelete onDelete) {
    return foreignKey(name, target, onDelete).unique();
  }

  /** A many-to-many relation to another model, {@code "blog.Tag"}. */
  protected static ManyToManyState manyToMany(String name, String target) {
    return new ManyToManyState(name, ModelName.parse(target), null, null);
  }
}
