/** Connections, transactions and statements. */
@NullMarked
package io.quintet.orm.internal.db;

import org.jspecify.annotations.NullMarked;
