/** System checks: wrong declarations found at start and reported together. */
@NullMarked
package io.quintet.core.checks;

import org.jspecify.annotations.NullMarked;
