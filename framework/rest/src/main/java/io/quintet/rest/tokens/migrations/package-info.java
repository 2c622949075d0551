/** The history of the table of tokens. */
@NullMarked
package io.quintet.rest.tokens.migrations;

import org.jspecify.annotations.NullMarked;
