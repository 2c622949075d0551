/**
 * What is known about models: fields, relations, constraints, and access to entities without
 * reflection.
 *
 * <p>The annotation processor writes a {@link io.quintet.orm.meta.ModelMeta} for each model and one
 * {@link io.quintet.orm.meta.ModelProvider} for each compilation; {@link
 * io.quintet.orm.meta.Models} finds them.
 */
@NullMarked
package io.quintet.orm.meta;

import org.jspecify.annotations.NullMarked;
