/** Typed settings: declared as constants, overridden by code, file and environment. */
@NullMarked
package io.quintet.core.settings;

import org.jspecify.annotations.NullMarked;
