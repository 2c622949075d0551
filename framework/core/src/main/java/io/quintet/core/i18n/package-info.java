/** The locale and the time zone in force for the current work. */
@NullMarked
package io.quintet.core.i18n;

import org.jspecify.annotations.NullMarked;
