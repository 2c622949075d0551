/** Commands about users. */
@NullMarked
package io.quintet.auth.commands;

import org.jspecify.annotations.NullMarked;
