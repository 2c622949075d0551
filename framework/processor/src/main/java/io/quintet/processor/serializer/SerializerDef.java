package io.quintet.processor.serializer;

import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * A record with its components.
 *
 * @param record the record
 * @param packageName its package
 * @param type the record as written in source
 * @param entity the entity as written in source; the record itself when it has none
 * @param free whether it has no entity
 * @param validates whether it has a static method {@code validate(Values)}
 */
record SerializerDef(
    TypeElement record,
    String packageName,
    String type,
    String entity,
    boolean free,
    boolean validates,
    List<ComponentDef> components) {
  /** The simple name of the generated class. */
  String simpleName() {
    return TypeTexts.serializerSimpleName(record);
  }

  /** The name of the generated class. */
  String className() {
    return packageName.isEmpty() ? simpleName() : packageName + "." + simpleName();
  }
}
