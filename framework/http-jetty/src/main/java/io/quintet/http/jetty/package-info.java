/**
 * Carries a site on Jetty's core: HTTP/1.1 and HTTP/2 in clear text, one virtual thread a request.
 */
@NullMarked
package io.quintet.http.jetty;

import org.jspecify.annotations.NullMarked;
