package io.quintet.processor.model;

import java.util.List;
import javax.lang.model.element.VariableElement;

/**
 * A column as it was declared.
 *
 * @param element its declaration; null for a column that no Java field declares
 * @param javaType the type as written in generated source
 * @param boxed the same, boxed
 * @param typeSource the expression that makes its FieldType
 * @param options calls on the FieldMeta builder, without the dot
 * @param places the decimal places, or -1
 * @param target the class of the related entity, or empty
 * @param relatedName as declared
 * @param storage the alias of the storage of a file, or empty
 * @param keyKind the kind of the key that a relation points to; IDENTITY otherwise
 */
record FieldDef(
    VariableElement element,
    String name,
    String column,
    Kind kind,
    String javaType,
    String boxed,
    boolean primitive,
    boolean nullable,
    String typeSource,
    List<String> options,
    int places,
    String target,
    boolean oneToOne,
    String relatedName,
    String storage,
    Kind keyKind) {
  /** The option of the column that points to the row of the parent. */
  static final String PARENT_LINK = "parentLink()";

  /** Whether it is the key of a model that extends another one, and stands in no Java field. */
  boolean isParentLink() {
    return options.contains(PARENT_LINK);
  }

  /** Whether it holds the key. */
  boolean isKey() {
    return options.contains("primaryKey()");
  }
}
