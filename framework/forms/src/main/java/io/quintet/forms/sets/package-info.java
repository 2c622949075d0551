/** Form sets: the same form several times on a page; what was sent comes in, valid forms go out. */
@NullMarked
package io.quintet.forms.sets;

import org.jspecify.annotations.NullMarked;
