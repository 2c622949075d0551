/** What a server must do to carry a site: {@link io.quintet.http.spi.HttpServer}. */
@NullMarked
package io.quintet.http.spi;

import org.jspecify.annotations.NullMarked;
