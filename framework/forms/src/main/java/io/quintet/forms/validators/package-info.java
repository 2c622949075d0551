/** Validators: one rule a value, with a message and a code. */
@NullMarked
package io.quintet.forms.validators;

import org.jspecify.annotations.NullMarked;
