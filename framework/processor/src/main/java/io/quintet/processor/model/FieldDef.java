package io.quintet.processor.model;

import java.util.List;
import java.util.Locale;
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
 * @param inner what is inside a converted value or an array; null for others
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
    Kind keyKind,
    Inner inner) {
  /**
   * What the column of a converted value holds, or what an element of an array is.
   *
   * @param javaType its class as written in source
   * @param places its decimal places, or -1
   */
  record Inner(Kind kind, String javaType, int places) {}

  /** A column with nothing inside. */
  FieldDef(
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
    this(
        element,
        name,
        column,
        kind,
        javaType,
        boxed,
        primitive,
        nullable,
        typeSource,
        options,
        places,
        target,
        oneToOne,
        relatedName,
        storage,
        keyKind,
        null);
  }

  /** The option of the column that points to the row of the parent. */
  static final String PARENT_LINK = "parentLink()";

  /** Whether it is the key of a model that extends another one, and stands in no Java field. */
  boolean isParentLink() {
    return options.contains(PARENT_LINK);
  }

  /** The kind of FieldType that stands in a constant of its own, because reading needs it. */
  String constantType() {
    return switch (kind) {
      case ENUM -> "Choices";
      case CONVERTED -> "Converted";
      case ARRAY -> "Array";
      default -> "";
    };
  }

  /** The name of that constant. */
  String constantName() {
    return Names.snake(name).toUpperCase(Locale.ROOT) + (kind == Kind.ENUM ? "_CHOICES" : "_TYPE");
  }

  /** Whether it holds the key. */
  boolean isKey() {
    return options.contains("primaryKey()");
  }
}
