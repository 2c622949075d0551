package io.quintet.processor.serializer;

/**
 * A component of a record.
 *
 * @param name its name
 * @param jsonName its name in JSON
 * @param javaType its type in source, without annotations
 * @param spec the expression that makes its FieldSpec
 * @param read the expression for its value, from {@code e}
 * @param show the expression for its JSON value, from {@code r}
 * @param take the expression for its value, from the checked values {@code v}
 * @param writeOnly whether it is never shown
 */
record ComponentDef(
    String name,
    String jsonName,
    String javaType,
    String spec,
    String read,
    String show,
    String take,
    boolean writeOnly) {}
