/** What another way of sending mail implements. */
@NullMarked
package io.quintet.mail.spi;

import org.jspecify.annotations.NullMarked;
