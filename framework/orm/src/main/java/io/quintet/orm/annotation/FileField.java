package io.quintet.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A file kept by a storage; the field is a {@code StoredFile}. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface FileField {
  /** The folder, with date patterns such as %Y/%m. */
  String uploadTo() default "";

  /** The alias of the storage. */
  String storage() default "default";
}
