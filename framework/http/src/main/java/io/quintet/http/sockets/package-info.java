/** WebSockets: {@link io.quintet.http.sockets.WebSockets}. */
@NullMarked
package io.quintet.http.sockets;

import org.jspecify.annotations.NullMarked;
