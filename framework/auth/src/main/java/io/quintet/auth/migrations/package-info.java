/** The migrations of the accounts. */
@NullMarked
package io.quintet.auth.migrations;

import org.jspecify.annotations.NullMarked;
