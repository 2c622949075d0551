package io.quintet.rest.serializers;

import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import java.util.function.Supplier;

/** What the value of a field looks like. */
public sealed interface Shape {
  /** One plain value. */
  record Value(FieldType type) implements Shape {}

  /** A list of plain values. */
  record Values(FieldType item) implements Shape {}

  /** An uploaded file. */
  record Upload() implements Shape {}

  /** An object, or a list of them. */
  record Nested(Supplier<Serializer<?, ?>> serializer, boolean many) implements Shape {}

  /** Rows of a model, named by a unique field. */
  record Related(ModelMeta<?> target, FieldMeta by, boolean many) implements Shape {}

  /** Text of an object, or of each of a list; read-only. */
  record Words(boolean many) implements Shape {}
}
