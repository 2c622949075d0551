/** The structure of a template, for tools that check or translate templates. */
@NullMarked
package io.quintet.templates.syntax;

import org.jspecify.annotations.NullMarked;
