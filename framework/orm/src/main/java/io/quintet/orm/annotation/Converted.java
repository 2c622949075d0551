package io.quintet.orm.annotation;

import io.quintet.orm.FieldConverter;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A field of a class that no column knows, held as what its converter makes of it; see {@link
 * FieldConverter}. On a component of a record with {@link Row} it reads such a column.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Converted {
  /** The converter: a class with a public constructor without arguments. */
  Class<? extends FieldConverter<?, ?>> value();
}
