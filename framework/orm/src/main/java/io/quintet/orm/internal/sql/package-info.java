/**
 * Turns queries into SQL: {@link io.quintet.orm.internal.sql.Query} comes in, {@link
 * io.quintet.orm.internal.sql.Statement} goes out. Names come from metadata or are checked and
 * quoted; values are always parameters.
 */
@NullMarked
package io.quintet.orm.internal.sql;

import org.jspecify.annotations.NullMarked;
