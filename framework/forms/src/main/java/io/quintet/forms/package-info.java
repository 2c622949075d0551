/** Declarative forms: submitted text comes in, typed values or errors by field go out. */
@NullMarked
package io.quintet.forms;

import org.jspecify.annotations.NullMarked;
