/** Typed signals: an app announces, others listen. */
@NullMarked
package io.quintet.core.signals;

import org.jspecify.annotations.NullMarked;
