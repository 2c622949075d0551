/** Protection against forged requests: a secret in a cookie that a form must repeat, masked. */
@NullMarked
package io.quintet.http.csrf;

import org.jspecify.annotations.NullMarked;
