/** The account pages. */
@NullMarked
package io.quintet.auth.views;

import org.jspecify.annotations.NullMarked;
