/** The migrations of the session table. */
@NullMarked
package io.quintet.http.sessions.migrations;

import org.jspecify.annotations.NullMarked;
