package io.quintet.orm.kinds;

import io.quintet.orm.annotation.Row;

/** A category and how deep it lies. */
@Row
public record Branch(long id, int depth) {}
