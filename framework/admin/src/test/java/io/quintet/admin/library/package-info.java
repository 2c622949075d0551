/** A lending library, which the tests administer. */
@NullMarked
package io.quintet.admin.library;

import org.jspecify.annotations.NullMarked;
