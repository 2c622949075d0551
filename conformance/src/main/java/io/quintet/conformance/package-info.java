/** Runs recorded cases of what Django does against the framework and counts what passes. */
@NullMarked
package io.quintet.conformance;

import org.jspecify.annotations.NullMarked;
