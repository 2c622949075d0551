/**
 * Typed expressions of queries: columns, conditions, arithmetic, functions and aggregates.
 *
 * <p>Every expression has a root type {@code R}, so that a condition on another model does not
 * compile. What it means is a {@link io.quintet.orm.expr.Node}.
 */
@NullMarked
package io.quintet.orm.expr;

import org.jspecify.annotations.NullMarked;
