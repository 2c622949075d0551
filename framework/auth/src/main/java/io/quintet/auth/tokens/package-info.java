/** One-time links: password reset and e-mail verification. */
@NullMarked
package io.quintet.auth.tokens;

import org.jspecify.annotations.NullMarked;
