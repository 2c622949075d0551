/** What a site remembers of a visitor between requests. */
@NullMarked
package io.quintet.http.sessions;

import org.jspecify.annotations.NullMarked;
