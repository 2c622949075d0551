/** The history of this room's tables. */
@NullMarked
package io.quintet.tasks.migrations;

import org.jspecify.annotations.NullMarked;
