/**
 * Migrations: the history of the tables, as Java sources that people read and review.
 *
 * <p>A {@link io.quintet.orm.migrations.Migration} holds {@link
 * io.quintet.orm.migrations.Operation}s; applied one after the other they make a {@link
 * io.quintet.orm.migrations.ProjectState}, which is compared with the models to find what is new.
 */
@NullMarked
package io.quintet.orm.migrations;

import org.jspecify.annotations.NullMarked;
