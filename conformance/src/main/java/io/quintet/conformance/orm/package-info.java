/**
 * Runs the recorded cases of Django's ORM: reads their language and asks the ORM by names, on each
 * database.
 */
@NullMarked
package io.quintet.conformance.orm;

import org.jspecify.annotations.NullMarked;
