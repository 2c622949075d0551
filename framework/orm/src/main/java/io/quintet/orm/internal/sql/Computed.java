package io.quintet.orm.internal.sql;

import io.quintet.orm.expr.Node;

/** In the place of a value to write: the database computes it. */
public record Computed(Node expression) {}
