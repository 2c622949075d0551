/** How SQLite spells functions, arithmetic, look-ups of text and JSON: one subject a class. */
@NullMarked
package io.quintet.orm.internal.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
