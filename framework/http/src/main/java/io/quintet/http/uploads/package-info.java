/** Forms and uploaded files: url-encoded and multipart bodies, read in one pass within limits. */
@NullMarked
package io.quintet.http.uploads;

import org.jspecify.annotations.NullMarked;
