/** Signed text and random secrets, compatible with Django. */
@NullMarked
package io.quintet.core.signing;

import org.jspecify.annotations.NullMarked;
