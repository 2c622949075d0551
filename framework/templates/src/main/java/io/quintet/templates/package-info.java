/**
 * The template language. {@link io.quintet.templates.Engine} finds and compiles templates, {@link
 * io.quintet.templates.Template} renders them, {@link io.quintet.templates.Library} adds tags and
 * filters.
 */
@NullMarked
package io.quintet.templates;

import org.jspecify.annotations.NullMarked;
