/** The template language: engine, templates, libraries. */
@NullMarked
package io.quintet.templates;

import org.jspecify.annotations.NullMarked;
