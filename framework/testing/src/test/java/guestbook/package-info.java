/** A small site, tested as its owner would test it. */
@NullMarked
package guestbook;

import org.jspecify.annotations.NullMarked;
