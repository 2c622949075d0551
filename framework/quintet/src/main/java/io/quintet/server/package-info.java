/** The commands that serve a site. */
@NullMarked
package io.quintet.server;

import org.jspecify.annotations.NullMarked;
