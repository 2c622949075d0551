/**
 * From an address to a view and back: routes with typed values, resolved by a tree, reversed by
 * name.
 */
@NullMarked
package io.quintet.http.routing;

import org.jspecify.annotations.NullMarked;
