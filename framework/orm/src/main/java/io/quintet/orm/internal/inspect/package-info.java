/** Models written from the tables of a database: {@code ./manage inspectdb}. */
@NullMarked
package io.quintet.orm.internal.inspect;

import org.jspecify.annotations.NullMarked;
