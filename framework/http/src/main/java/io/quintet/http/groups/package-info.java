/** Texts for many WebSockets and event streams at once: {@link io.quintet.http.groups.Groups}. */
@NullMarked
package io.quintet.http.groups;

import org.jspecify.annotations.NullMarked;
