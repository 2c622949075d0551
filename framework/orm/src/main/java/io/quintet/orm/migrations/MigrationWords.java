package io.quintet.orm.migrations;

import io.quintet.orm.annotation.OnDelete;
import io.quintet.orm.migrations.ColumnType.Simple;
import java.util.Arrays;
import java.util.List;

/** The words in which a migration is written: operations, fields, constraints. */
abstract sealed class MigrationWords permits Migration {

  /** A new model; go on with {@code .fields(...)}. */
  protected static Operation.CreateModel createModel(String model) {
    return new Operation.CreateModel(model, List.of(), List.of(), List.of(), ModelOptions.USUAL);
  }

  /** A model and its rows go. */
  protected static Operation.DeleteModel deleteModel(String model) {
    return new Operation.DeleteModel(model);
  }

  /** A model gets another name. */
  protected static Operation.RenameModel renameModel(String from, String to) {
    return new Operation.RenameModel(from, to);
  }

  /** A new field; go on with {@code .existingRows(value)} when rows that exist need one. */
  protected static Operation.AddField addField(String model, FieldState field) {
    return new Operation.AddField(model, field, null);
  }

  /** A field and its values go. */
  protected static Operation.RemoveField removeField(String model, String field) {
    return new Operation.RemoveField(model, field);
  }

  /** A field becomes what is given. */
  protected static Operation.AlterField alterField(String model, FieldState field) {
    return new Operation.AlterField(model, field, null);
  }

  /** A field gets another name. */
  protected static Operation.RenameField renameField(String model, String from, String to) {
    return new Operation.RenameField(model, from, to);
  }

  /** A new index: field names in order, "-" before one for descending. */
  protected static Operation.AddIndex addIndex(String model, String name, String... fields) {
    return addIndex(model, new IndexState(name, List.of(fields), null));
  }

  /** A new index. */
  protected static Operation.AddIndex addIndex(String model, IndexState index) {
    return new Operation.AddIndex(model, index);
  }

  /** An index goes. */
  protected static Operation.RemoveIndex removeIndex(String model, String name) {
    return new Operation.RemoveIndex(model, name);
  }

  /** A new constraint, see {@link #unique} and {@link #check}. */
  protected static Operation.AddConstraint addConstraint(String model, ConstraintState constraint) {
    return new Operation.AddConstraint(model, constraint);
  }

  /** A constraint goes. */
  protected static Operation.RemoveConstraint removeConstraint(String model, String name) {
    return new Operation.RemoveConstraint(model, name);
  }

  /** The options of a model become these, see {@link #options}. */
  protected static Operation.AlterOptions alterOptions(String model, ModelOptions options) {
    return new Operation.AlterOptions(model, options);
  }

  /** Statements as they are; go on with {@code .reverse(...)}. */
  protected static Operation.RunSql runSql(String... statements) {
    return new Operation.RunSql(Arrays.asList(statements), null);
  }

  /** A step in Java on the rows; go on with {@code .reverse(...)}. */
  protected static Operation.RunJava runJava(String description, DataStep step) {
    return new Operation.RunJava(description, step, null);
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
