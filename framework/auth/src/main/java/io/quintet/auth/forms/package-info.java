/** The forms of the account pages. */
@NullMarked
package io.quintet.auth.forms;

import org.jspecify.annotations.NullMarked;
