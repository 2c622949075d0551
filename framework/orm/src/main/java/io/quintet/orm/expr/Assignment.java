package io.quintet.orm.expr;

/** A new value for a column in an update; made by {@code column.set(...)}. */
public record Assignment<R>(String field, Node value) {}
