/** What WebSockets and event streams share: both live on after their request. */
@NullMarked
package io.quintet.http.internal.live;

import org.jspecify.annotations.NullMarked;
