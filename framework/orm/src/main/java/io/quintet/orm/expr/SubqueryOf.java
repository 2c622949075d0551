package io.quintet.orm.expr;

/** A query that can stand inside another; querysets and selections are. */
public interface SubqueryOf {}
