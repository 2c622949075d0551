/** Password hashes in Django's format, and the rules that a new password must keep. */
@NullMarked
package io.quintet.auth.passwords;

import org.jspecify.annotations.NullMarked;
