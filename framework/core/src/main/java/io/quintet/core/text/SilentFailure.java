package io.quintet.core.text;

/**
 * Marks an exception that a template treats as "no such value" instead of failing: a row that does
 * not exist, for example. An exception class implements it.
 */
public interface SilentFailure {}
