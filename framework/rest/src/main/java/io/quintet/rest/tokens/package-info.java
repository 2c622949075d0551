/** Tokens by which programs log in. */
@NullMarked
package io.quintet.rest.tokens;

import org.jspecify.annotations.NullMarked;
