/**
 * Tests of a site: a client without a socket, a live server, captured mails and tasks, counted
 * queries.
 */
@NullMarked
package io.quintet.testing;

import org.jspecify.annotations.NullMarked;
