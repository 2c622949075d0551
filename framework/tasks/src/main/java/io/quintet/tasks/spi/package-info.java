/**
 * What a broker is: the place where tasks wait, for those who bring another one than the site's
 * database.
 */
@NullMarked
package io.quintet.tasks.spi;

import org.jspecify.annotations.NullMarked;
