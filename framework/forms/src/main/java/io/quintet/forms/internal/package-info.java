/** Text and number helpers of the forms room; not exported. */
@NullMarked
package io.quintet.forms.internal;

import org.jspecify.annotations.NullMarked;
