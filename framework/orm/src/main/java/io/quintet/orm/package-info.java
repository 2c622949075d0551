/**
 * Models and queries: entities, querysets, relations, transactions.
 *
 * <p>A model is a class that extends {@link io.quintet.orm.Entity}; the annotation processor writes
 * its typed paths and metadata.
 */
@NullMarked
package io.quintet.orm;

import org.jspecify.annotations.NullMarked;
