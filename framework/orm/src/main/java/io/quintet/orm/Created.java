package io.quintet.orm;

/** An entity, and whether it was made just now. */
public record Created<M extends Entity>(M entity, boolean created) {}
