package io.quintet.orm.meta;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is known about a field; used by generated code. */
public final class FieldBuilder {
  final String name;
  final String column;
  final FieldType type;
  final Class<?> javaType;
  String verboseName;
  String helpText = "";
  boolean nullable;
  boolean blank;
  boolean unique;
  String uniqueMessage = "";
  boolean indexed;
  boolean editable = true;
  boolean primaryKey;
  boolean hasDefault;
  @Nullable String databaseDefault;
  FieldMeta.AutoNow autoNow = FieldMeta.AutoNow.NEVER;
  boolean version;
  boolean softDelete;
  boolean encrypted;
  boolean parentLink;
  final List<FieldRule> rules = new ArrayList<>();
  @Nullable RelationMeta relation;

  FieldBuilder(String name, String column, FieldType type, Class<?> javaType) {
    this.name = name;
    this.column = column;
    this.type = type;
    this.javaType = javaType;
    this.verboseName = name;
  }

  /** The name shown to people. */
  public FieldBuilder verboseName(String text) {
    verboseName = text;
    return this;
  }

  /** The sentence shown beside the field. */
  public FieldBuilder helpText(String text) {
    helpText = text;
    return this;
  }

  /** The column may be null. */
  public FieldBuilder nullable() {
    nullable = true;
    blank = true;
    return this;
  }

  /** An empty value is accepted. */
  public FieldBuilder blank() {
    blank = true;
    return this;
  }

  /** No two rows have the same value. */
  public FieldBuilder unique(String message) {
    unique = true;
    uniqueMessage = message;
    return this;
  }

  /** The column has an index. */
  public FieldBuilder indexed() {
    indexed = true;
    return this;
  }

  /** Forms leave it out. */
  public FieldBuilder readOnly() {
    editable = false;
    return this;
  }

  /** It is the primary key. */
  public FieldBuilder primaryKey() {
    primaryKey = true;
    return this;
  }

  /** The Java field has an initialiser. */
  public FieldBuilder hasDefault() {
    hasDefault = true;
    return this;
  }

  /** The SQL expression of the default in the database. */
  public FieldBuilder databaseDefault(String sql) {
    databaseDefault = sql;
    return this;
  }

  /** When it is filled with the time. */
  public FieldBuilder autoNow(FieldMeta.AutoNow when) {
    autoNow = when;
    editable = false;
    blank = true;
    return this;
  }

  /** Every update checks and raises it. */
  public FieldBuilder version() {
    version = true;
    blank = true;
    return this;
  }

  /** It stands encrypted in the database. */
  public FieldBuilder encrypted() {
    encrypted = true;
    return this;
  }

  /** It is the key, and points to the row of the model that is extended. */
  public FieldBuilder parentLink() {
    parentLink = true;
    blank = true;
    return this;
  }

  /** Deleting a row sets it to the time. */
  public FieldBuilder softDelete() {
    softDelete = true;
    editable = false;
    return this;
  }

  /** Adds a validation rule. */
  public FieldBuilder rule(FieldRule rule) {
    rules.add(rule);
    return this;
  }

  /** The relation that the column stands for. */
  public FieldBuilder relation(RelationMeta meta) {
    relation = meta;
    return this;
  }

  /** The finished field. */
  public FieldMeta build() {
    return new FieldMeta(this);
  }
}
