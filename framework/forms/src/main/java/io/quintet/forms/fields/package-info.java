/** Fields: how submitted text becomes a typed value. */
@NullMarked
package io.quintet.forms.fields;

import org.jspecify.annotations.NullMarked;
