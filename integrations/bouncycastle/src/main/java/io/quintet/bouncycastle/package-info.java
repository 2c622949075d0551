/** Password hashers in Django's formats: a password and a salt in, a text for a column out. */
@NullMarked
package io.quintet.bouncycastle;

import org.jspecify.annotations.NullMarked;
