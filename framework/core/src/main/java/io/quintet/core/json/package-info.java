/** JSON in and out of plain Java values. */
@NullMarked
package io.quintet.core.json;

import org.jspecify.annotations.NullMarked;
