/**
 * Style sheets, scripts and pictures of the apps: hashed names, caching for ever, no way out of
 * their folders.
 */
@NullMarked
package io.quintet.http.staticfiles;

import org.jspecify.annotations.NullMarked;
