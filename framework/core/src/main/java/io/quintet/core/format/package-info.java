/** Dates, numbers and durations as text. */
@NullMarked
package io.quintet.core.format;

import org.jspecify.annotations.NullMarked;
