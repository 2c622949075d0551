/** The commands that collect messages for translators and check what they wrote. */
@NullMarked
package io.quintet.messages;

import org.jspecify.annotations.NullMarked;
