/**
 * The annotations that declare a model; the annotation processor reads them, nothing reads them at
 * run time.
 */
@NullMarked
package io.quintet.orm.annotation;

import org.jspecify.annotations.NullMarked;
