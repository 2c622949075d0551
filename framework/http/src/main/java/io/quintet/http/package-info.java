/**
 * Requests in, responses out: the values, views and middleware that every page is made of, and the
 * {@link io.quintet.http.HttpApplication} that turns one into the other.
 */
@NullMarked
package io.quintet.http;

import org.jspecify.annotations.NullMarked;
