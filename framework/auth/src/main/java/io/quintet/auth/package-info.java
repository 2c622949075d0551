/** Users, groups, permissions; log-in, registration, password change and reset, with pages. */
@NullMarked
package io.quintet.auth;

import org.jspecify.annotations.NullMarked;
